package dev.gatehouse.engine.cli;

import dev.gatehouse.engine.Gateway;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"Gatehouse " + Gateway.VERSION + " on Java " + Runtime.version()};
    }
}
