package dev.gatehouse.engine.model;

/**
 * One configured step of a chain. Each kind is one record in the catalogue of policies; in a document the kind is told by
 * {@code type}, the record's {@link Declaration#type()}.
 */
public interface Step {}
