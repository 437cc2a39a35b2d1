/**
 * The command line: {@code serve} and {@code demo} run a gateway in this process; {@code validate}, {@code diff},
 * {@code apply} and {@code export} talk to a running one through its Admin API. {@link dev.gatehouse.engine.cli.Main} is
 * the entry; the console hooks itself in there as what happens without a subcommand.
 */
@NullMarked
package dev.gatehouse.engine.cli;

import org.jspecify.annotations.NullMarked;
