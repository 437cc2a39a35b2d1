package dev.gatehouse.engine.spec;

import java.nio.file.Path;

/** The top of the repository, as the build gives it to the tests. */
final class RepositoryRoot {
    static final Path PATH = Path.of(System.getProperty("gatehouse.root", ".."));

    private RepositoryRoot() {}
}
