/** What is known of the gateway's certificates, for every part of the console that speaks of them. */
@NullMarked
package dev.gatehouse.app.certificate;

import org.jspecify.annotations.NullMarked;
