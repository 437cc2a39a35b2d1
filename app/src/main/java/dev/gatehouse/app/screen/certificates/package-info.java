/**
 * Certificates: what the draft says of them, whose they are and until when, and how a new one comes in. Keys pass through
 * {@link dev.gatehouse.app.screen.certificates.Material} on their way to the gateway's secrets and stand nowhere else.
 */
@NullMarked
package dev.gatehouse.app.screen.certificates;

import org.jspecify.annotations.NullMarked;
