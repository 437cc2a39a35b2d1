package dev.gatehouse.app.table;

import dev.gatehouse.app.work.Jobs;

/**
 * What tables need of the console.
 *
 * @param jobs where exports run
 * @param files where exports go
 */
public record Tools(Jobs jobs, SaveFile files) {}
