package bizops.dist.faults;

import bizops.dist.faults.link.Phase;
import java.util.Random;

/**
 * A fault and when it strikes.
 *
 * @param share of the commits still to come, after which it strikes
 * @param patient whether the target tries again what may pass
 * @param handsOn whether the message at which it strikes arrives nevertheless, where that is open
 * @param millis how long what is stopped, stalled or away stays so
 */
record Strike(Kind kind, Phase phase, double share, boolean patient, boolean handsOn, int millis) {
    private static final int LEAST_MILLIS = 20;
    private static final int MOST_MILLIS = 400;

    static Strike of(Kind kind, Random random) {
        return new Strike(
                kind,
                kind.phases().get(random.nextInt(kind.phases().size())),
                random.nextDouble(),
                random.nextInt(3) > 0,
                random.nextBoolean(),
                LEAST_MILLIS + random.nextInt(MOST_MILLIS));
    }

    /** One that needs nothing but the two programs and their link. */
    static Strike anywhere(Random random) {
        return of(Kind.ANYWHERE.get(random.nextInt(Kind.ANYWHERE.size())), random);
    }
}
