package dev.gatehouse.engine.route;

import dev.gatehouse.engine.model.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rule of precedence, written naively: all routes that match, sorted, the first one. */
record Oracle(List<Entry> entries) {
    record Entry(String name, Match match, int priority) {}

    record Answer(@Nullable String route, @Nullable String allow) {}

    private record Matching(Entry entry, int host, List<Integer> path) {}

    Answer answer(TestHead head) {
        List<Matching> all = new ArrayList<>();
        TreeSet<String> allow = new TreeSet<>();
        for (Entry entry : entries) {
            Match match = entry.match();
            int host = host(match, head.host());
            List<Integer> path = path(match.path(), head.path());
            if (host < 0 || path == null || !listener(match, head) || !pairs(match, head)) {
                continue;
            }
            if (match.methods().isEmpty() || match.methods().contains(head.method())) {
                all.add(new Matching(entry, host, path));
            } else {
                allow.addAll(match.methods());
            }
        }
        Comparator<Matching> order = Comparator.<Matching>comparingInt(m -> -m.host())
                .thenComparing(Matching::path, Oracle::compare)
                .thenComparingInt(m -> -m.entry().priority())
                .thenComparing(m -> m.entry().match().methods().isEmpty())
                .thenComparingInt(m -> -m.entry().match().headers().size())
                .thenComparingInt(m -> -m.entry().match().query().size())
                .thenComparing(m -> m.entry().name());
        String route = all.stream().min(order).map(m -> m.entry().name()).orElse(null);
        return new Answer(route, route != null || allow.isEmpty() ? null : String.join(", ", allow));
    }

    private static boolean listener(Match match, TestHead head) {
        return match.listeners().isEmpty()
                ? head.listener().equals("public")
                : match.listeners().contains(head.listener());
    }

    private static boolean pairs(Match match, TestHead head) {
        return match.headers().entrySet().stream()
                        .allMatch(e -> head.headers().getAll(e.getKey()).contains(e.getValue()))
                && match.query().entrySet().stream()
                        .allMatch(
                                e -> Arrays.asList(head.query().split("&")).contains(e.getKey() + "=" + e.getValue()));
    }

    /** How narrow the narrowest matching host is: 0 for any host, -1 for no match. */
    private static int host(Match match, String host) {
        if (match.hosts().isEmpty()) {
            return 0;
        }
        int best = -1;
        for (String pattern : match.hosts()) {
            if (pattern.equals(host)) {
                return Integer.MAX_VALUE;
            }
            if (pattern.startsWith("*.") && host.endsWith(pattern.substring(1))) {
                best = Math.max(best, pattern.length());
            }
        }
        return best;
    }

    /** For each segment how it was matched (0 static, 1 parameter, 2 rest), or null if the path does not match. */
    private static @Nullable List<Integer> path(String pattern, String path) {
        boolean rest = pattern.endsWith("/**");
        String body = rest ? pattern.substring(0, pattern.length() - 3) : pattern;
        List<String> wanted =
                body.isEmpty() ? List.of() : List.of(body.substring(1).split("/", -1));
        List<String> seen = List.of(path.substring(1).split("/", -1));
        if (seen.size() < wanted.size() || !rest && seen.size() > wanted.size()) {
            return null;
        }
        List<Integer> how = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            if (wanted.get(i).startsWith("{") && !seen.get(i).isEmpty()) {
                how.add(1);
            } else if (wanted.get(i).equals(seen.get(i))) {
                how.add(0);
            } else {
                return null;
            }
        }
        if (rest) {
            how.add(2);
        }
        return how;
    }

    private static int compare(List<Integer> a, List<Integer> b) {
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i) - b.get(i);
            }
        }
        return a.size() - b.size();
    }
}
