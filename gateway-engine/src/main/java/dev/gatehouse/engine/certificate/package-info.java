/**
 * Certificates and their keys: read from PEM or PKCS#12, checked that they belong together and are of age, chosen by the
 * name that a client asks for. Knows no socket; what stands behind a reference comes through {@link
 * dev.gatehouse.engine.exchange.SecretValues}.
 */
@NullMarked
package dev.gatehouse.engine.certificate;

import org.jspecify.annotations.NullMarked;
