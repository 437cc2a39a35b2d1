/**
 * The configuration over HTTP: the document, its objects one by one, and its revisions. Handlers only translate; what is
 * valid, stale or missing is decided by {@code control}.
 */
@NullMarked
package dev.gatehouse.engine.admin.config;

import org.jspecify.annotations.NullMarked;
