package dev.gatehouse.engine.snapshot;

import dev.gatehouse.engine.destination.Mirror;
import dev.gatehouse.engine.destination.RedirectDestination;
import dev.gatehouse.engine.destination.RespondDestination;
import dev.gatehouse.engine.destination.Share;
import dev.gatehouse.engine.destination.SplitDestination;
import dev.gatehouse.engine.destination.UpstreamDestination;
import dev.gatehouse.engine.exchange.Policy;
import dev.gatehouse.engine.exchange.SecretMissing;
import dev.gatehouse.engine.exchange.SecretValues;
import dev.gatehouse.engine.model.Configuration;
import dev.gatehouse.engine.model.Destination;
import dev.gatehouse.engine.model.Listener;
import dev.gatehouse.engine.model.Match;
import dev.gatehouse.engine.model.Role;
import dev.gatehouse.engine.model.Route;
import dev.gatehouse.engine.model.Step;
import dev.gatehouse.engine.model.Target;
import dev.gatehouse.engine.model.Upstream;
import dev.gatehouse.engine.route.Condition;
import dev.gatehouse.engine.route.Conflict;
import dev.gatehouse.engine.route.Expressions;
import dev.gatehouse.engine.route.PathTemplate;
import dev.gatehouse.engine.route.RouteTable;
import dev.gatehouse.engine.spec.Names;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.spec.Warning;
import dev.gatehouse.engine.upstream.Percent;
import dev.gatehouse.engine.upstream.UpstreamState;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a bound configuration, whose references are known to be good, and finds what only the whole shows: routes that
 * can never match, listeners in each other's way, expressions and templates that do not fit. Thread-safe: drafts are compiled while a write is.
 */
public final class SnapshotCompiler {
    private final Expressions expressions;
    private final SecretValues secrets;
    private final InstantSource clock;

    /** A compiler that remembers compiled expressions from one revision to the next, where there are no secrets. */
    public SnapshotCompiler(Expressions expressions) {
        this(expressions, SecretValues.NONE);
    }

    /** A compiler that remembers compiled expressions from one revision to the next. */
    public SnapshotCompiler(Expressions expressions, SecretValues secrets) {
        this(expressions, secrets, InstantSource.system());
    }

    /**
     * A compiler that remembers compiled expressions from one revision to the next.
     *
     * @param clock tells whether certificates are of age
     */
    public SnapshotCompiler(Expressions expressions, SecretValues secrets, InstantSource clock) {
        this.expressions = expressions;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Compiles a configuration.
     *
     * @param previous the running snapshot, whose upstreams keep their state where they stay the same; null for none
     */
    public Compiled compile(int revision, Configuration configuration, @Nullable Snapshot previous) {
        return new Run(revision, configuration, previous, false).compile();
    }

    /** Compiles a configuration that was served before: what has only grown too old since does not stand in its way. */
    public Compiled recompile(int revision, Configuration configuration, @Nullable Snapshot previous) {
        return new Run(revision, configuration, previous, true).compile();
    }

    private final class Run {
        private final int revision;
        private final Configuration configuration;
        private final @Nullable Snapshot previous;
        private final List<Violation> violations = new ArrayList<>();
        private final List<Warning> warnings = new ArrayList<>();
        private final Map<String, CompiledListener> listeners = new LinkedHashMap<>();
        private final Map<String, CompiledUpstream> upstreams = new LinkedHashMap<>();
        private final List<CompiledRoute> routes = new ArrayList<>();
        private final Fallbacks fallbacks = new Fallbacks(violations);
        private final TlsCompiler tls;

        /** The keys of routes in the document by their full names. */
        private final Map<String, String> routeKeys = new HashMap<>();

        Run(int revision, Configuration configuration, @Nullable Snapshot previous, boolean again) {
            this.revision = revision;
            this.configuration = configuration;
            this.previous = previous;
            tls = new TlsCompiler(secrets, clock.instant(), again, previous, violations, warnings);
        }

        Compiled compile() {
            tls.read(configuration);
            listeners();
            upstreams();
            configuration.upstreams().forEach(this::fallback);
            HostCoverage coverage = new HostCoverage(listeners);
            RouteTable.Builder<CompiledRoute> builder = new RouteTable.Builder<>(
                    List.copyOf(listeners.keySet()),
                    listeners.values().stream()
                            .filter(listener -> listener.listener().role() == Role.EDGE)
                            .map(CompiledListener::name)
                            .toList());
            configuration.routes().forEach((key, route) -> route(builder, coverage, key, route));
            RouteTable<CompiledRoute> table = builder.build();
            table.conflicts().forEach(this::conflict);
            Snapshot snapshot = violations.isEmpty()
                    ? new Snapshot(
                            revision,
                            configuration,
                            Map.copyOf(listeners),
                            tls.certificates(),
                            table,
                            List.copyOf(routes),
                            List.copyOf(upstreams.values()))
                    : null;
            return new Compiled(snapshot, List.copyOf(violations), List.copyOf(warnings));
        }

        private void listeners() {
            Map<String, String> places = new HashMap<>();
            configuration.listeners().forEach((key, listener) -> {
                String name = Names.full(key, listener.about().owner());
                String pointer = pointer("listeners", key);
                String other = listener.port() == 0 ? null : places.putIfAbsent(place(listener), name);
                if (other != null) {
                    violations.add(new Violation(
                            pointer + "/port",
                            "The listener '" + other + "' has the same address and port.",
                            "Give one of them another port."));
                }
                CompiledListener last =
                        previous == null ? null : previous.listeners().get(name);
                ServerTls secure =
                        tls.server(pointer, listener.tls(), listener.about().owner(), last == null ? null : last.tls());
                Networks trusted = new Networks(listener.trustedProxies());
                listeners.put(name, new CompiledListener(name, pointer, listener, trusted, secure));
            });
        }

        private static String place(Listener listener) {
            return listener.address() + " " + listener.port();
        }

        private void upstreams() {
            Map<String, CompiledUpstream> before = new HashMap<>();
            if (previous != null) {
                previous.upstreams().forEach(u -> before.put(u.name(), u));
            }
            configuration.upstreams().forEach((key, upstream) -> {
                String name = Names.full(key, upstream.about().owner());
                CompiledUpstream last = before.get(name);
                UpstreamState state = last == null ? null : last.state();
                if (state == null || !works(state.upstream(), upstream)) {
                    state = new UpstreamState(upstream, state);
                }
                if (upstream.discovery() == null
                        && upstream.targets().stream().allMatch(target -> target.weight() == 0)) {
                    warnings.add(new Warning(
                            pointer("upstreams", key) + "/targets",
                            "All targets have weight 0: requests for this upstream are answered 503."));
                }
                TargetTls secure = tls.target(
                        pointer("upstreams", key),
                        upstream.tls(),
                        upstream.about().owner(),
                        last == null ? null : last.tls());
                upstreams.put(name, new CompiledUpstream(upstreams.size(), name, state, secure));
            });
        }

        private void fallback(String key, Upstream upstream) {
            String owner = upstream.about().owner();
            CompiledUpstream compiled = Objects.requireNonNull(upstreams.get(Names.full(key, owner)));
            Destination fallback =
                    upstream.breaker() == null ? null : upstream.breaker().fallback();
            if (fallback != null) {
                String pointer = pointer("upstreams", key) + "/breaker/fallback";
                fallbacks.add(pointer, compiled, fallback, reference -> upstream(reference, owner));
            }
        }

        /** Whether two configurations work alike: words about the object do not count. */
        private static boolean works(Upstream a, Upstream b) {
            List<Target> targets = a.targets();
            return targets.equals(b.targets())
                    && Objects.equals(a.discovery(), b.discovery())
                    && a.balancer().equals(b.balancer())
                    && a.timeouts().equals(b.timeouts())
                    && a.health().equals(b.health())
                    && Objects.equals(a.retry(), b.retry())
                    && Objects.equals(a.breaker(), b.breaker())
                    && a.pool().equals(b.pool());
        }

        private void route(RouteTable.Builder<CompiledRoute> builder, HostCoverage coverage, String key, Route route) {
            String pointer = pointer("routes", key);
            String owner = route.about().owner();
            String name = Names.full(key, owner);
            routeKeys.put(name, key);
            try {
                Ending ending = ending(
                        pointer + "/forward", route.forward(), route.match().path(), owner);
                CompiledRoute compiled = new CompiledRoute(
                        routes.size(),
                        name,
                        chain(pointer, route.policies()),
                        ending,
                        route.importance(),
                        route.deadline());
                Match match = resolved(route.match(), owner);
                builder.add(name, match, route.priority(), condition(route), compiled);
                coverage.check(match, pointer + "/match", warnings);
                routes.add(compiled);
            } catch (Expressions.Invalid e) {
                violations.add(new Violation(pointer + "/match/when", message(e), null));
            } catch (IllegalArgumentException e) {
                violations.add(new Violation(pointer + "/match/path", message(e), null));
            }
        }

        /** What went wrong, as a sentence. */
        private static String message(Exception e) {
            String text = String.valueOf(e.getMessage());
            String sentence = Character.toUpperCase(text.charAt(0)) + text.substring(1);
            return sentence.endsWith(".") ? sentence : sentence + ".";
        }

        private @Nullable Condition condition(Route route) throws Expressions.Invalid {
            String when = route.match().when();
            return when == null ? null : expressions.compile(when);
        }

        /** The match with its listeners by their full names. */
        private Match resolved(Match match, @Nullable String owner) {
            return owner == null
                    ? match
                    : new Match(
                            match.listeners().stream()
                                    .map(name -> resolved(name, owner, listeners.keySet()))
                                    .toList(),
                            match.hosts(),
                            match.path(),
                            match.methods(),
                            match.headers(),
                            match.query(),
                            match.when());
        }

        private static String resolved(String reference, @Nullable String owner, Set<String> names) {
            String name = Names.resolve(reference, owner, names);
            if (name == null) {
                throw new IllegalStateException("the reference to " + reference + " was not checked");
            }
            return name;
        }

        private List<CompiledRoute.NamedStep> chain(String pointer, List<Step> steps) {
            List<CompiledRoute.NamedStep> chain = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                if (steps.get(i) instanceof Policy policy) {
                    try {
                        chain.add(new CompiledRoute.NamedStep(policy.label(), policy.open(secrets)));
                    } catch (SecretMissing e) {
                        violations.add(new Violation(pointer + "/policies/" + i, message(e), null));
                    }
                }
            }
            return List.copyOf(chain);
        }

        private Ending ending(String pointer, Destination destination, String match, @Nullable String owner) {
            return switch (destination) {
                case UpstreamDestination d ->
                    new Ending.Forward(
                            List.of(upstream(d.upstream(), owner)),
                            new int[] {1},
                            null,
                            mirroring(pointer, d.mirror(), d.upstream(), owner),
                            template(pointer + "/path", d.path(), match),
                            fallbacks.endings());
                case SplitDestination d -> split(pointer, d, match, owner);
                case RespondDestination d ->
                    Ending.Answer.of(
                            d.respond().status(),
                            d.respond().headers(),
                            d.respond().body());
                case RedirectDestination d -> {
                    PathTemplate location = template(
                            pointer + "/redirect/location", d.redirect().location(), match);
                    yield location == null
                            ? Ending.Answer.of(500, Map.of(), "") // a violation has been noted: never served
                            : new Ending.Elsewhere(d.redirect().status(), location);
                }
                default -> throw new IllegalStateException("no compiler for " + destination.getClass());
            };
        }

        private Ending split(String pointer, SplitDestination split, String match, @Nullable String owner) {
            List<CompiledUpstream> shares = new ArrayList<>();
            int[] bounds = new int[split.split().size()];
            int sum = 0;
            for (int i = 0; i < bounds.length; i++) {
                Share share = split.split().get(i);
                shares.add(upstream(share.upstream(), owner));
                sum += share.weight();
                bounds[i] = sum;
            }
            return new Ending.Forward(
                    List.copyOf(shares),
                    bounds,
                    Sharing.of(split, shares),
                    mirroring(pointer, split.mirror(), null, owner),
                    template(pointer + "/path", split.path(), match),
                    fallbacks.endings());
        }

        private Ending.@Nullable Mirroring mirroring(
                String pointer, @Nullable Mirror mirror, @Nullable String meant, @Nullable String owner) {
            if (mirror == null) {
                return null;
            }
            CompiledUpstream to = upstream(mirror.upstream(), owner);
            if (meant != null && to.index() == upstream(meant, owner).index()) {
                warnings.add(new Warning(
                        pointer + "/mirror/upstream",
                        "'" + meant + "' gets the requests and their copies: it does everything twice."));
            }
            return new Ending.Mirroring(
                    to, Percent.of(mirror.share()), mirror.body().bytes());
        }

        private CompiledUpstream upstream(String reference, @Nullable String owner) {
            return Objects.requireNonNull(upstreams.get(resolved(reference, owner, upstreams.keySet())));
        }

        private @Nullable PathTemplate template(String pointer, @Nullable String text, String match) {
            if (text == null) {
                return null;
            }
            try {
                return PathTemplate.of(text, match);
            } catch (IllegalArgumentException e) {
                violations.add(new Violation(pointer, message(e), null));
                return null;
            }
        }

        private void conflict(Conflict conflict) {
            String key = routeKeys.getOrDefault(conflict.route(), conflict.route());
            String pointer = pointer("routes", key) + "/match";
            switch (conflict.kind()) {
                case UNREACHABLE ->
                    violations.add(new Violation(
                            pointer,
                            "This route can never match: '" + conflict.other()
                                    + "' takes every request that it could take.",
                            "Narrow '" + conflict.other() + "', give this route a higher priority, or remove it."));
                case UNORDERABLE ->
                    warnings.add(new Warning(
                            pointer,
                            "Both this route and '" + conflict.other()
                                    + "' can take the same request; by name, '" + conflict.other()
                                    + "' goes first. Give one of them a higher priority."));
            }
        }
    }

    /** The pointer to an object in a document. */
    static String pointer(String collection, String key) {
        return "/" + collection + "/" + key.replace("~", "~0").replace("/", "~1");
    }
}
