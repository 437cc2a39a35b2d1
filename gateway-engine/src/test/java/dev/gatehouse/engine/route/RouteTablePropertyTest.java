package dev.gatehouse.engine.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.engine.model.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holds the table against {@link Oracle}, which states the rule of precedence as directly as it can be said. */
class RouteTablePropertyTest {
    private static final int TABLES = 12_000;
    private static final int REQUESTS = 12;
    private static final List<String> SEGMENTS = List.of("a", "b", "", "{x}", "c");
    private static final List<String> HOSTS = List.of("h.d.e", "*.d.e", "*.e", "k.e");

    private final SplittableRandom random = new SplittableRandom(20_261_101);

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(List<T> of, int chances) {
        return of.stream().filter(_ -> random.nextInt(chances) == 0).toList();
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        int depth = random.nextInt(4);
        for (int i = 0; i < depth; i++) {
            String segment = one(SEGMENTS);
            boolean last = i == depth - 1;
            path.append('/').append(segment.isEmpty() && !last ? "b" : segment.replace("x", "x" + i));
        }
        if (path.isEmpty() || random.nextInt(4) == 0 && !path.toString().endsWith("/")) {
            path.append("/**");
        }
        return path.toString();
    }

    private Map<String, String> pairs() {
        Map<String, String> pairs = new TreeMap<>();
        some(List.of("p", "q"), 5).forEach(name -> pairs.put(name, one(List.of("1", "2"))));
        return pairs;
    }

    private Oracle.Entry entry(int number) {
        Match match = new Match(
                some(List.of("public", "inside"), 4),
                some(HOSTS, 5),
                path(),
                some(List.of("GET", "PUT", "POST"), 4),
                pairs(),
                pairs(),
                null);
        return new Oracle.Entry("r" + number, match, random.nextInt(3));
    }

    private TestHead request() {
        StringBuilder path = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            path.append('/').append(one(List.of("a", "b", "c", "d")));
        }
        if (path.isEmpty() || random.nextInt(6) == 0) {
            path.append('/');
        }
        TestHead head = TestHead.get(path.toString())
                .host(one(List.of("h.d.e", "x.d.e", "k.e", "z.e", "other")))
                .method(one(List.of("GET", "PUT", "POST")))
                .listener(one(List.of("public", "inside")))
                .query(one(List.of("", "p=1", "p=2&q=1", "q=2")));
        for (String name : some(List.of("p", "q"), 2)) {
            head = head.header(name, one(List.of("1", "2")));
        }
        return head;
    }

    @Test
    void the_table_finds_what_the_rule_says_and_hides_no_route_that_can_match() {
        int found = 0;
        int notAllowed = 0;
        for (int t = 0; t < TABLES; t++) {
            List<Oracle.Entry> entries = new ArrayList<>();
            RouteTable.Builder<String> builder =
                    new RouteTable.Builder<>(List.of("public", "inside"), List.of("public"));
            for (int i = 1 + random.nextInt(9); i > 0; i--) {
                Oracle.Entry entry = entry(i);
                entries.add(entry);
                builder.add(entry.name(), entry.match(), entry.priority(), null, entry.name());
            }
            RouteTable<String> table = builder.build();
            List<String> unreachable = table.conflicts().stream()
                    .filter(c -> c.kind() == Conflict.Kind.UNREACHABLE)
                    .map(Conflict::route)
                    .toList();
            Oracle oracle = new Oracle(entries);
            Routing<String> routing = new Routing<>();
            for (int r = 0; r < REQUESTS; r++) {
                TestHead head = request();
                table.find(head, routing);
                Oracle.Answer expected = oracle.answer(head);
                assertThat(routing.value()).as("%s in %s", head, entries).isEqualTo(expected.route());
                assertThat(routing.allow())
                        .as("Allow for %s in %s", head, entries)
                        .isEqualTo(expected.allow());
                if (expected.route() != null) {
                    assertThat(unreachable).as("%s in %s", head, entries).doesNotContain(expected.route());
                    found++;
                } else {
                    assertThat(table.misses(head, 3))
                            .allSatisfy(miss -> assertThat(miss.route())
                                    .isIn(entries.stream()
                                            .map(Oracle.Entry::name)
                                            .toList()));
                }
                notAllowed += expected.allow() == null ? 0 : 1;
            }
        }
        assertThat(found).isGreaterThan(TABLES);
        assertThat(notAllowed).isGreaterThan(TABLES / 10);
    }
}
