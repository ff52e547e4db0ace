package bizops.sandbox.company;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;

/** The company's luck: the same numbers from the same seed on every machine. */
final class Chance {
    private static final int UNIFORMS = 12;

    private final long seed;
    private final SplittableRandom random;

    Chance(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
    }

    /** Luck of its own for a part of the company, so that it changes nothing of the others'. */
    Chance apart(String part) {
        return new Chance(seed * 31 + part.hashCode());
    }

    boolean yes(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Around the median, skewed to the right, as prices and delays are. */
    double skewed(double median, double spread) {
        double bell = -UNIFORMS / 2.0;
        for (int i = 0; i < UNIFORMS; i++) {
            bell += random.nextDouble();
        }
        return median * StrictMath.exp(bell * spread);
    }

    /** A skewed number of whole days, 1 at least. */
    int days(double median) {
        return (int) Math.max(1, Math.min(median * 6, skewed(median, 0.6) + 0.5));
    }

    /** Money with cents now and then, else rounded to fifty. */
    BigDecimal money(double median, double spread) {
        double amount = skewed(median, spread);
        return yes(0.2)
                ? BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP)
                : BigDecimal.valueOf(50).multiply(new BigDecimal(Math.round(amount / 50)));
    }

    /** How many of something that happens at this rate: the whole part for sure, the rest by chance. */
    int count(double rate) {
        int sure = (int) rate;
        return sure + (yes(rate - sure) ? 1 : 0);
    }
}
