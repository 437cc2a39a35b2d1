/**
 * The Admin API: what people and tools use to see and change a gateway. The server is Javalin on virtual threads, so
 * handlers are plain blocking code. Endpoints stand in sub-packages, one a feature, each declared once
 * ({@link dev.gatehouse.engine.admin.endpoint.Endpoint}); this package guards, registers and describes them.
 */
@NullMarked
package dev.gatehouse.engine.admin;

import org.jspecify.annotations.NullMarked;
