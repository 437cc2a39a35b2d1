package dev.gatehouse.engine.model;

/**
 * Where a route ends. Each kind is one record in the catalogue; in a document the kind is told by the key that names it
 * ({@code forward: {upstream: catalog}}, {@code forward: {respond: {status: 204}}}), which is also the record's first
 * component and its {@link Declaration#type()}.
 */
public interface Destination {}
