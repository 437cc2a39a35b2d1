package dev.gatehouse.app.screen.routes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Weights of a split while a part of it grows: whole numbers out of 100, or of 1,000 where a small part would be lost. */
final class Weights {
    private Weights() {}

    /**
     * The weights once one of the parts is so large; the others keep their proportions.
     *
     * @param now the weights as they are
     * @param index of the part that is given
     * @param share what it gets, 0 to 1
     */
    static List<Integer> with(List<Integer> now, int index, double share) {
        double others = now.stream().mapToInt(Integer::intValue).sum() - now.get(index);
        double given = others == 0 ? 1 : Math.clamp(share, 0, 1);
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            shares.add(i == index ? given : others == 0 ? 0 : now.get(i) / others * (1 - given));
        }
        List<Integer> hundred = whole(shares, 100);
        boolean lost = IntStream.range(0, now.size()).anyMatch(i -> shares.get(i) > 0 && hundred.get(i) == 0);
        return lost ? whole(shares, 1000) : hundred;
    }

    /** Rounded so that they come to the sum: what is left over goes to those that lost most. */
    private static List<Integer> whole(List<Double> shares, int sum) {
        List<Integer> whole = new ArrayList<>();
        shares.forEach(share -> whole.add((int) Math.floor(share * sum + 1e-9)));
        int left = sum - whole.stream().mapToInt(Integer::intValue).sum();
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> whole.get(i) - shares.get(i) * sum))
                .limit(left)
                .forEach(i -> whole.set(i, whole.get(i) + 1));
        return whole;
    }
}
