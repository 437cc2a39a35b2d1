package dev.gatehouse.engine.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code apply}: makes a file the gateway's configuration. */
@Command(
        name = "apply",
        description = "Makes a file the configuration of a running gateway, all or nothing.",
        mixinStandardHelpOptions = true)
final class ApplyCommand implements Callable<Integer> {
    @Mixin
    private final FileArgument file = new FileArgument();

    @Option(names = "--force", description = "Apply even if the gateway has moved on since the file's base.")
    private boolean force;

    @Option(names = "--message", paramLabel = "TEXT", description = "Why; stands with the revision in the history.")
    private @Nullable String message;

    @Option(
            names = "--confirm",
            paramLabel = "TIME",
            description = "Go back by itself after this time (60s, 5m) unless the revision is confirmed.")
    private @Nullable String confirm;

    @Option(names = "--dry-run", description = "Check everything, change nothing.")
    private boolean dryRun;

    @Mixin
    private final Connection connection = new Connection();

    @Override
    public Integer call() throws Failed {
        ConfigFile config = file.read();
        AdminClient client = connection.open();
        AdminClient.Answer answer = client.put("config", query(), ifMatch(client, config), config);
        var out = file.out();
        if (answer.status() == 422) {
            Findings.violations(out, config, answer.json().path("violations"));
            return ExitCode.FINDING;
        }
        if (answer.status() == 412) {
            throw new Failed(
                    ExitCode.FINDING,
                    "the gateway has moved on since the file's base. Look with 'gatehouse diff', then apply --force.");
        }
        JsonNode applied = answer.done().json();
        int revision = applied.path("revision").asInt();
        Findings.warnings(out, config, applied.path("warnings"));
        if (dryRun) {
            out.println(config.name() + ": would be applied");
            return ExitCode.GOOD;
        }
        config.rebase(revision);
        out.println(config.name() + ": applied as revision " + revision);
        return ExitCode.GOOD;
    }

    private String ifMatch(AdminClient client, ConfigFile config) throws Failed {
        if (force) {
            return "*";
        }
        Integer base = config.base();
        if (base != null) {
            return "\"" + base + "-yaml\"";
        }
        String current = client.get("config", "application/json").done().etag();
        return current == null ? "*" : current;
    }

    private Map<String, String> query() {
        Map<String, String> query = new LinkedHashMap<>();
        if (message != null) {
            query.put("message", message);
        }
        if (confirm != null) {
            query.put("confirm", confirm);
        }
        if (dryRun) {
            query.put("dryRun", "true");
        }
        return query;
    }
}
