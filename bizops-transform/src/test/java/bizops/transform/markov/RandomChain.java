package bizops.transform.markov;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Invented transitions: every channel leads to an end at last, some channels are never reached. */
final class RandomChain {
    private RandomChain() {}

    static Transitions of(long seed, int most) {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(most);
        int density = 1 + random.nextInt(4);
        int greatest = random.nextBoolean() ? 3 : 100_000;
        List<Long> starts = new ArrayList<>();
        List<Long> conversions = new ArrayList<>();
        List<Long> losses = new ArrayList<>();
        List<Transitions.Step> steps = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            starts.add(i == size / 2 ? 1L : some(random, density, greatest));
            conversions.add(i == 0 ? 1L : some(random, 4, greatest));
            losses.add(some(random, 4, greatest));
            int exit = i == 0 ? -1 : random.nextInt(i);
            for (int j = 0; j < size; j++) {
                long n = some(random, density, greatest) + (j == exit ? 1 : 0);
                if (n > 0) {
                    steps.add(new Transitions.Step(i, j, n));
                }
            }
        }
        return new Transitions(starts, conversions, losses, steps);
    }

    private static long some(Random random, int density, int greatest) {
        return random.nextInt(density) > 0 ? 0 : random.nextInt(greatest);
    }
}
