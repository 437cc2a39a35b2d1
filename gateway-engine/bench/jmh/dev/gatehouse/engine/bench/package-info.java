/** What is measured with JMH: the paths that must stay cheap however large a configuration grows. */
@NullMarked
package dev.gatehouse.engine.bench;

import org.jspecify.annotations.NullMarked;
