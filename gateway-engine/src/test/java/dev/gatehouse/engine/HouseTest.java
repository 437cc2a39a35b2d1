package dev.gatehouse.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNCHRONIZED;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The laws of the house: who may know whom, and what no class may do. */
@AnalyzeClasses(packages = HouseTest.HOUSE, importOptions = DoNotIncludeTests.class)
class HouseTest {
    static final String HOUSE = "dev.gatehouse.engine";

    private static final int MOST_LINES = 400;

    /** The storey of each package with all below it; the empty name is the assembly in the root package. */
    private static final Map<String, Integer> STOREYS = Map.ofEntries(
            Map.entry("model", 0),
            Map.entry("fault", 0),
            Map.entry("exchange", 1),
            Map.entry("spec", 1),
            Map.entry("policy", 2),
            Map.entry("certificate", 2),
            Map.entry("route", 2),
            Map.entry("upstream", 2),
            Map.entry("injection", 2),
            Map.entry("destination", 2),
            Map.entry("telemetry", 2),
            Map.entry("snapshot", 3),
            Map.entry("http", 4),
            Map.entry("outbound", 4),
            Map.entry("store", 4),
            Map.entry("control", 5),
            Map.entry("admin", 6),
            Map.entry("", 7),
            Map.entry("demo", 8),
            Map.entry("cli", 9));

    /** Decisions count what they do: the one acquaintance among siblings. */
    private static final Set<String> MAY_USE_TELEMETRY = Set.of("policy", "route", "upstream");

    private static final String[] DATA_PATH = {
        HOUSE + ".http..",
        HOUSE + ".exchange..",
        HOUSE + ".upstream..",
        HOUSE + ".route..",
        HOUSE + ".policy..",
        HOUSE + ".injection.."
    };

    /** Classes of the data path that work for the control plane, on its thread: they bind and close sockets. */
    private static final Set<String> ON_THE_CONTROL_THREAD =
            Set.of(HOUSE + ".http.Binder", HOUSE + ".http.HttpDataPath", HOUSE + ".http.ListenerSockets");

    /** What waits, by the class that declares it. */
    private static final Map<String, Set<String>> BLOCKING = Map.ofEntries(
            Map.entry("java.lang.Object", Set.of("wait")),
            Map.entry("java.lang.Thread", Set.of("sleep", "join", "onSpinWait")),
            Map.entry("java.lang.Process", Set.of("waitFor")),
            Map.entry("java.net.InetAddress", Set.of("getByName", "getAllByName", "getLocalHost", "isReachable")),
            Map.entry("java.util.concurrent.Future", Set.of("get", "resultNow")),
            Map.entry("java.util.concurrent.CompletableFuture", Set.of("get", "join")),
            Map.entry("java.util.concurrent.CountDownLatch", Set.of("await")),
            Map.entry("java.util.concurrent.Semaphore", Set.of("acquire", "acquireUninterruptibly")),
            Map.entry("java.util.concurrent.BlockingQueue", Set.of("take", "put")),
            Map.entry("java.util.concurrent.ExecutorService", Set.of("invokeAll", "invokeAny", "awaitTermination")),
            Map.entry(
                    "io.netty.util.concurrent.Future",
                    Set.of("sync", "syncUninterruptibly", "await", "awaitUninterruptibly", "get")));

    @ArchTest
    static final ArchRule imports_point_to_lower_storeys_only = classes()
            .should(new ArchCondition<JavaClass>("know only lower storeys") {
                @Override
                public void check(JavaClass knower, ConditionEvents events) {
                    knower.getDirectDependenciesFromSelf().stream()
                            .filter(d -> inHouse(d.getTargetClass()) && !mayKnow(knower, d.getTargetClass()))
                            .forEach(d -> events.add(SimpleConditionEvent.violated(knower, d.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule packages_form_no_cycle =
            slices().matching(HOUSE + ".(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule names_say_the_thing_and_not_the_pattern =
            noClasses().should().haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)(\\$.*)?");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses()
            .should()
            .callMethod(Thread.class, "sleep", long.class)
            .orShould()
            .callMethod(Thread.class, "sleep", Duration.class)
            .orShould()
            .callMethod(Thread.class, "sleep", long.class, int.class);

    @ArchTest
    static final ArchRule there_is_one_way_to_log =
            noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..");

    @ArchTest
    static final ArchRule there_is_no_state_beside_objects = fields().that()
            .areStatic()
            .and(describe(
                    "are written in the source", (JavaField f) -> !f.getName().contains("$")))
            .should()
            .haveModifier(FINAL)
            .because("several gateways run in one JVM");

    @ArchTest
    static final ArchRule the_data_path_takes_no_lock = methods()
            .that()
            .areDeclaredInClassesThat()
            .resideInAnyPackage(DATA_PATH)
            .and()
            .doNotHaveName("fillInStackTrace") // Throwable's own is synchronized; ours does nothing
            .should()
            .notHaveModifier(SYNCHRONIZED);

    @ArchTest
    static final ArchRule the_data_path_knows_no_lock = noClasses()
            .that()
            .resideInAnyPackage(DATA_PATH)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent.locks..");

    @ArchTest
    static final ArchRule the_data_path_never_waits = noClasses()
            .that()
            .resideInAnyPackage(DATA_PATH)
            .and(describe("work on an event loop", (JavaClass c) -> !ON_THE_CONTROL_THREAD.contains(outermost(c))))
            .should()
            .callMethodWhere(describe(
                    "it blocks",
                    (JavaMethodCall call) -> BLOCKING.entrySet().stream()
                            .anyMatch(
                                    e -> e.getValue().contains(call.getTarget().getName())
                                            && call.getTargetOwner().isAssignableTo(e.getKey()))))
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java\\.io\\.(File.*|RandomAccessFile)|java\\.nio\\.file\\.Files|java\\.net\\.(Server)?Socket|java\\.sql\\..*");

    @ArchTest
    static final ArchRule every_package_introduces_itself = classes()
            .should(new ArchCondition<JavaClass>("live in a package with a @NullMarked package-info") {
                @Override
                public void check(JavaClass one, ConditionEvents events) {
                    boolean marked = one.getPackage()
                            .tryGetPackageInfo()
                            .map(info -> info.isAnnotatedWith(NullMarked.class))
                            .orElse(false);
                    if (!marked) {
                        events.add(SimpleConditionEvent.violated(one, one.getPackageName() + " does not"));
                    }
                }
            });

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        Set<String> tooLong = new TreeSet<>();
        for (Path file : sources()) {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() > MOST_LINES) {
                tooLong.add(file.getFileName() + " has " + lines.size());
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** In the byte code a synchronized block is an instruction, which no import shows. */
    @Test
    void the_data_path_has_no_synchronized_block() throws IOException {
        Set<String> locking = new TreeSet<>();
        for (Path file : sources()) {
            boolean dataPath = file.toString()
                    .replace('\\', '/')
                    .matches(".*/src/main/.*/(http|exchange|upstream|route|policy|injection)/.*");
            if (dataPath && Files.readString(file).contains("synchronized (")) {
                locking.add(file.getFileName().toString());
            }
        }
        assertThat(locking).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        Path module = Path.of(System.getProperty("gatehouse.root", "..")).resolve("gateway-engine");
        try (Stream<Path> files = Files.walk(module.resolve("src"))) {
            List<Path> sources =
                    files.filter(f -> f.toString().endsWith(".java")).toList();
            assertThat(sources).as("the sources").hasSizeGreaterThan(100);
            return sources;
        }
    }

    private static boolean inHouse(JavaClass other) {
        return other.getPackageName().equals(HOUSE) || other.getPackageName().startsWith(HOUSE + ".");
    }

    private static boolean mayKnow(JavaClass knower, JavaClass known) {
        String from = part(knower);
        String to = part(known);
        return from.equals(to)
                || storey(to) < storey(from)
                || MAY_USE_TELEMETRY.contains(from) && to.equals("telemetry");
    }

    /** The first name below the house. */
    private static String part(JavaClass one) {
        String name = one.getPackageName();
        return name.equals(HOUSE) ? "" : name.substring(HOUSE.length() + 1).split("\\.", 2)[0];
    }

    private static int storey(String part) {
        return Objects.requireNonNull(STOREYS.get(part), () -> "give the package " + part + " a storey");
    }

    private static String outermost(JavaClass one) {
        return one.getName().split("\\$", 2)[0];
    }
}
