package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.certificate.Credential;

/**
 * A certificate of a revision.
 *
 * @param name its full name
 * @param pointer to it in the document
 * @param credential what it holds
 */
public record CompiledCertificate(String name, String pointer, Credential credential) {}
