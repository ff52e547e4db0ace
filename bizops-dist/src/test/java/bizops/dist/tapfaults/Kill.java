package bizops.dist.tapfaults;

import java.util.Random;

/**
 * A SIGKILL in the middle of a load.
 *
 * @param stage who is killed
 * @param commits after how many commits
 * @param millis and how long after the last of them
 */
record Kill(int stage, int commits, int millis) {
    private static final int MOST_COMMITS = 9;
    private static final int MOST_MILLIS = 40;

    static Kill drawn(Random random) {
        return new Kill(
                random.nextInt(3) == 0 ? Attempt.TARGET : Attempt.TAP,
                1 + random.nextInt(MOST_COMMITS),
                random.nextInt(MOST_MILLIS));
    }

    /** The same at the first commit: for a load that has less to do than the one that ended before it was killed. */
    Kill sooner() {
        return new Kill(stage, 1, 0);
    }
}
