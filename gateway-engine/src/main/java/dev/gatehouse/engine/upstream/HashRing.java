package dev.gatehouse.engine.upstream;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A ring of hashes with the points of each target on it, as many as its weight says. A key belongs to the first point at or
 * after its hash whose target may be used: when a target goes, only its own keys move, and when it comes back they return.
 * Laid out once for a configuration; who may be used is asked at each choice.
 */
final class HashRing {
    private static final int POINTS = 128;

    private record Point(long hash, Member member) {}

    private final long[] hashes;
    private final Member[] owners;

    HashRing(List<Member> members) {
        List<Member> taking = members.stream().filter(m -> !m.isDrained()).toList();
        long sum = taking.stream().mapToLong(Member::weight).sum();
        List<Point> points = new ArrayList<>();
        for (Member member : taking) {
            long count = Math.max(1, (long) member.weight() * POINTS * taking.size() / sum);
            for (int i = 0; i < count; i++) {
                points.add(new Point(Hash.of(member.target().address(), i + 1), member));
            }
        }
        points.sort(Comparator.comparingLong(Point::hash));
        hashes = points.stream().mapToLong(Point::hash).toArray();
        owners = points.stream().map(Point::member).toArray(Member[]::new);
    }

    /** The owner of a key among those that may be used; null if there is none. */
    @Nullable
    Member owner(String key, Predicate<Member> mayBeUsed) {
        long hash = Hash.of(key);
        int low = 0;
        int high = hashes.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (hashes[middle] < hash) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = 0; i < owners.length; i++) {
            Member owner = owners[(low + i) % owners.length];
            if (mayBeUsed.test(owner)) {
                return owner;
            }
        }
        return null;
    }
}
