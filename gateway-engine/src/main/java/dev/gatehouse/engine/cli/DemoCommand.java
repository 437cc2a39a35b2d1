package dev.gatehouse.engine.cli;

import dev.gatehouse.engine.GatewayOptions;
import dev.gatehouse.engine.demo.Demo;
import java.net.InetSocketAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code demo}: a gateway with sample origins behind it and traffic before it. */
@Command(
        name = "demo",
        description = "Runs a gateway with sample origins and traffic, in the folder 'demo' of the data directory.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final GatewayArguments gateway = new GatewayArguments();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return Running.untilStopped(() -> {
            GatewayOptions options = gateway.options();
            Demo demo = Demo.start(options);
            var out = spec.commandLine().getOut();
            Greeting.print(out, options.dataDirectory().resolve("demo"), demo.gateway());
            InetSocketAddress shop = demo.listener();
            out.println("  try        curl " + Greeting.url(shop) + "/shop/products/7");
            out.println("             curl " + Greeting.url(shop) + "/hello");
            out.flush();
            return demo;
        });
    }
}
