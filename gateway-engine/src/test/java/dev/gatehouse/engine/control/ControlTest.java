package dev.gatehouse.engine.control;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.engine.control.ConfigWrite.Change;
import dev.gatehouse.engine.control.ConfigWrite.Target;
import dev.gatehouse.engine.control.Revision.State;
import dev.gatehouse.engine.destination.Destinations;
import dev.gatehouse.engine.route.Expressions;
import dev.gatehouse.engine.snapshot.SnapshotCompiler;
import dev.gatehouse.engine.spec.Catalogue;
import dev.gatehouse.engine.spec.Document;
import dev.gatehouse.engine.spec.Format;
import dev.gatehouse.engine.spec.Parsed;
import dev.gatehouse.engine.spec.Violation;
import dev.gatehouse.engine.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
    private static final String FIRST = """
        gatehouse: 1
        listeners:
          public: {port: 8080}
        routes:
          hello: {match: {path: /hello}, forward: {respond: {body: one}}}
        """;

    @TempDir
    private Path directory;

    private volatile Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final FakeDataPath dataPath = new FakeDataPath();
    private Store store;
    private Control control;

    @BeforeEach
    void start() throws Exception {
        open(null);
    }

    private void open(Control.@Nullable Given given) throws Exception {
        store = Store.open(directory);
        SecretResolver secrets = new SecretResolver(new Secrets(store, new MasterKey(new byte[32]), clock), _ -> null);
        Checker checker = new Checker(
                Catalogue.of(List.of(), Destinations.BUILT_IN),
                new SnapshotCompiler(new Expressions(), secrets),
                () -> Set.of("acme", "globex"),
                secrets);
        control = Control.start(new History(store, clock), checker, dataPath, given, parsed(FIRST));
    }

    @AfterEach
    void stop() {
        control.close();
        store.close();
    }

    @Test
    void an_empty_directory_begins_with_revision_1() {
        assertThat(control.active().number()).isEqualTo(1);
        assertThat(control.active().state()).isEqualTo(State.ACTIVE);
        assertThat(requireNonNull(dataPath.served).revision()).isEqualTo(1);
    }

    @Test
    void an_apply_is_served_and_is_there_after_a_restart() throws Exception {
        Applied applied = control.apply(replace(FIRST.replace("one", "two"), "1"));
        assertThat(applied.revision()).isEqualTo(2);
        assertThat(requireNonNull(dataPath.served).revision()).isEqualTo(2);
        assertThat(control.revision(1).state()).isEqualTo(State.SUPERSEDED);
        stop();
        open(null);
        assertThat(control.active().number()).isEqualTo(2);
        assertThat(control.document(2).toString()).contains("two");
        assertThat(control.document(1).toString()).contains("one");
    }

    @Test
    void a_write_without_a_base_or_on_a_stale_one_is_refused() {
        assertThatThrownBy(() -> control.apply(replace(FIRST, new String[0])))
                .isInstanceOf(Refused.Unconditional.class);
        assertThatThrownBy(() -> control.apply(replace(FIRST, "7")))
                .isInstanceOfSatisfying(
                        Refused.Stale.class, e -> assertThat(e.current()).isEqualTo("1"));
        assertThat(control.active().number()).isEqualTo(1);
    }

    @Test
    void what_is_invalid_or_cannot_be_served_changes_nothing() throws Exception {
        assertThatThrownBy(() -> control.apply(replace(FIRST.replace("path", "paht"), "*")))
                .isInstanceOf(Refused.Invalid.class);
        dataPath.failing = true;
        assertThatThrownBy(() -> control.apply(replace(FIRST.replace("one", "two"), "*")))
                .isInstanceOfSatisfying(
                        Refused.Invalid.class,
                        e -> assertThat(e.violations().getFirst().message()).isEqualTo("port 8080 is taken"));
        assertThat(control.active().number()).isEqualTo(1);
        assertThat(control.revision(2).state()).isEqualTo(State.FAILED);
        dataPath.failing = false;
        assertThat(control.apply(replace(FIRST.replace("one", "two"), "1")).revision())
                .isEqualTo(3);
    }

    @Test
    void the_same_document_makes_no_revision() throws Exception {
        String other = FIRST.replace("{respond: {body: one}}", "{respond: {status: 200, body: 'one'}}");
        assertThat(control.apply(replace(other, "1")).revision()).isEqualTo(1);
        assertThat(control.diff(parsed(other), null)).isEmpty();
    }

    @Test
    void a_dry_run_checks_and_changes_nothing() throws Exception {
        ConfigWrite write =
                write(Target.DOCUMENT, merge("{\"routes\": {\"hello\": {\"priority\": 5}}}"), true, null, "1");
        assertThat(control.apply(write).revision()).isEqualTo(2);
        assertThat(control.active().number()).isEqualTo(1);
        assertThat(control.revisions(null, 10)).hasSize(1);
    }

    @Test
    void an_object_is_created_changed_and_removed_by_its_own_hash() throws Exception {
        Target bye = new Target("routes", "bye");
        Change create =
                new Change.Replace(parsed("{match: {path: /bye}, forward: {respond: {status: 204}}}"), Format.YAML);
        assertThatThrownBy(() -> control.apply(write(bye, create, false, null, "*")))
                .isInstanceOf(Refused.Stale.class);
        assertThat(control.apply(write(bye, create, false, null, "")).revision())
                .isEqualTo(2);
        assertThatThrownBy(() -> control.apply(write(bye, create, false, null, "")))
                .isInstanceOf(Refused.Stale.class);
        control.apply(write(bye, merge("{\"title\": \"Bye\"}"), false, null, "*"));
        assertThat(control.document(3).at("/routes/bye/title").asText()).isEqualTo("Bye");
        control.apply(write(bye, new Change.Remove(), false, null, "*"));
        assertThat(control.document(4).at("/routes/bye").isMissingNode()).isTrue();
        assertThatThrownBy(() -> control.apply(write(bye, new Change.Remove(), false, null, "*")))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void a_violation_within_an_object_says_line_and_column_of_what_was_sent() {
        Change change = new Change.Replace(parsed("match:\n  paht: /bye\nforward: {respond: {}}\n"), Format.YAML);
        assertThatThrownBy(() -> control.apply(write(new Target("routes", "bye"), change, false, null, "")))
                .isInstanceOfSatisfying(Refused.Invalid.class, e -> {
                    assertThat(e.violations().getFirst().pointer()).isEqualTo("/routes/bye/match/paht");
                    assertThat(e.violations().getFirst().line()).isEqualTo(2);
                });
    }

    @Test
    void an_earlier_revision_is_restored_as_a_new_one() throws Exception {
        control.apply(replace(FIRST.replace("one", "two"), "1"));
        ConfigWrite how = write(Target.DOCUMENT, new Change.Remove(), false, null, "*");
        assertThat(control.restore(1, Set.of(), null, how).revision()).isEqualTo(3);
        assertThat(control.active().hash()).isEqualTo(control.revision(1).hash());
        assertThatThrownBy(() -> control.restore(99, Set.of(), null, how)).isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void one_object_of_an_earlier_revision_is_restored_and_the_others_stay() throws Exception {
        ConfigWrite how = write(Target.DOCUMENT, new Change.Remove(), false, null, "*");
        control.apply(write(
                Target.DOCUMENT,
                merge("{\"routes\": {\"hello\": {\"title\": \"New\"}, \"bye\": {\"match\": {\"path\": \"/bye\"},"
                        + " \"forward\": {\"respond\": {\"status\": 204}}}}}"),
                false,
                null,
                "1"));
        assertThat(control.restore(1, Set.of("routes/hello"), null, how).revision())
                .isEqualTo(3);
        assertThat(control.document(3).at("/routes/hello/title").isMissingNode())
                .isTrue();
        assertThat(control.document(3).at("/routes/bye").isObject()).isTrue();
        control.restore(1, Set.of("routes/bye"), null, how);
        assertThat(control.active().hash()).isEqualTo(control.revision(1).hash());
        assertThatThrownBy(() -> control.restore(1, Set.of("routes/none"), null, how))
                .isInstanceOf(Refused.NotFound.class);
    }

    @Test
    void a_provisional_revision_goes_back_by_itself() throws Exception {
        control.apply(provisional(FIRST.replace("one", "two"), Duration.ofSeconds(60)));
        assertThat(control.active().confirmBy()).isEqualTo("2026-11-22T12:01:00Z");
        now = now.plusSeconds(60);
        await(() -> control.active().number() == 3);
        assertThat(control.document(3).toString()).contains("one");
        assertThat(control.active().author()).isEqualTo("gatehouse");
    }

    @Test
    void a_confirmed_revision_stays() throws Exception {
        control.apply(provisional(FIRST.replace("one", "two"), Duration.ofHours(1)));
        assertThat(control.active().confirmBy()).isNotNull();
        control.confirm(2, "admin");
        assertThat(control.active().confirmBy()).isNull();
        assertThatThrownBy(() -> control.confirm(2, "admin")).isInstanceOf(Refused.Unfit.class);
        assertThatThrownBy(() -> control.confirm(1, "admin")).isInstanceOf(Refused.Unfit.class);
    }

    @Test
    void a_provisional_revision_goes_back_after_a_restart_in_between() throws Exception {
        control.apply(provisional(FIRST.replace("one", "two"), Duration.ofHours(1)));
        control.apply(provisional(FIRST.replace("one", "three"), Duration.ofMinutes(1)));
        stop();
        open(null);
        assertThat(control.active().number()).isEqualTo(3);
        now = now.plusSeconds(60);
        await(() -> control.active().confirmBy() == null);
        assertThat(control.document(control.active().number()).toString()).contains("one");
    }

    @Test
    void a_provisional_revision_that_cannot_be_served_any_more_goes_back_at_the_start() throws Exception {
        control.apply(provisional(FIRST.replace("8080", "8081"), Duration.ofHours(1)));
        stop();
        dataPath.refusedPort = 8081;
        open(null);
        assertThat(control.active().number()).isEqualTo(3);
        assertThat(control.document(3).toString()).contains("8080");
        assertThat(control.active().confirmBy()).isNull();
    }

    @Test
    void a_given_document_is_applied_to_a_used_directory_only_where_it_differs() throws Exception {
        stop();
        open(new Control.Given(parsed(FIRST), Format.YAML, "same"));
        assertThat(control.active().number()).isEqualTo(1);
        stop();
        open(new Control.Given(parsed(FIRST.replace("one", "two")), Format.YAML, "differs"));
        assertThat(control.active().number()).isEqualTo(2);
        assertThat(control.active().message()).isEqualTo("differs");
    }

    @Test
    void what_is_wanted_is_told_while_it_is_prepared_and_while_it_waits_for_its_confirmation() throws Exception {
        AtomicInteger wanted = new AtomicInteger();
        dataPath.preparing = () -> wanted.set(control.desired());
        control.apply(replace(FIRST.replace("one", "two"), "1"));
        assertThat(wanted).hasValue(2);
        assertThat(control.desired()).isEqualTo(2);
        control.apply(provisional(FIRST.replace("one", "three"), Duration.ofHours(1)));
        assertThat(control.active().number()).isEqualTo(3);
        assertThat(control.desired()).isEqualTo(2);
        control.confirm(3, "admin");
        assertThat(control.desired()).isEqualTo(3);
        dataPath.failing = true;
        assertThatThrownBy(() -> control.apply(replace(FIRST, "*"))).isInstanceOf(Refused.Invalid.class);
        assertThat(control.desired()).isEqualTo(3);
    }

    @Test
    void the_last_failed_change_is_told_until_one_comes_about() throws Exception {
        assertThat(control.lastFailure()).isNull();
        dataPath.failing = true;
        assertThatThrownBy(() -> control.apply(replace(FIRST.replace("one", "two"), "*")))
                .isInstanceOf(Refused.Invalid.class);
        Failure failure = requireNonNull(control.lastFailure());
        assertThat(failure.time()).isEqualTo(now);
        assertThat(failure.violations()).extracting(Violation::pointer).containsExactly("/listeners/public/port");
        dataPath.failing = false;
        control.apply(write(Target.DOCUMENT, merge("{\"routes\": {\"hello\": {\"priority\": 1}}}"), true, null, "*"));
        assertThat(control.lastFailure()).isEqualTo(failure);
        control.apply(replace(FIRST.replace("one", "two"), "*"));
        assertThat(control.lastFailure()).isNull();
    }

    @Test
    void who_only_tries_waits_for_no_writer_and_keeps_none_waiting() throws Exception {
        CountDownLatch preparing = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        dataPath.preparing = () -> {
            preparing.countDown();
            awaitQuietly(release);
        };
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Applied> applied = other.submit(() -> control.apply(replace(FIRST.replace("one", "two"), "1")));
            preparing.await();
            Change change = merge("{\"routes\": {\"hello\": {\"priority\": 1}}}");
            assertThat(control.validate(parsed(FIRST)).violations()).isEmpty();
            assertThat(control.diff(parsed(FIRST), null)).isEmpty();
            assertThat(control.draft(null, change).routes()).hasSize(1);
            control.apply(write(Target.DOCUMENT, change, true, null, "1"));
            assertThat(control.active().number()).isEqualTo(1);
            release.countDown();
            assertThat(applied.get().revision()).isEqualTo(2);
        }
    }

    @Test
    void a_control_that_is_closed_takes_no_more_writes_and_still_tells() {
        control.close();
        assertThatThrownBy(() -> control.apply(replace(FIRST.replace("one", "two"), "1")))
                .isInstanceOf(Refused.Stopping.class);
        assertThat(control.active().number()).isEqualTo(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Parsed parsed(String yaml) {
        return Document.parse(yaml, Format.YAML);
    }

    private static ConfigWrite replace(String yaml, String... ifMatch) {
        return write(Target.DOCUMENT, new Change.Replace(parsed(yaml), Format.YAML), false, null, ifMatch);
    }

    private static ConfigWrite provisional(String yaml, Duration confirm) {
        return write(Target.DOCUMENT, new Change.Replace(parsed(yaml), Format.YAML), false, confirm, "*");
    }

    private static Change merge(String json) throws Exception {
        return new Change.Merge(new JsonMapper().readTree(json));
    }

    private static ConfigWrite write(
            Target target, Change change, boolean dryRun, @Nullable Duration confirm, String... ifMatch) {
        return new ConfigWrite(target, change, Set.of(ifMatch), Principal.gateway("admin"), null, dryRun, confirm);
    }

    private static void await(BooleanSupplier condition) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
