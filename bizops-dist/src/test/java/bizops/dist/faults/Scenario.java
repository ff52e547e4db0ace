package bizops.dist.faults;

import java.util.List;
import java.util.Random;

/**
 * One run: how its tap and its target are set, and what strikes them one after the other.
 *
 * @param number of which everything follows
 * @param told whether {@code --tap-state} says where the tap begins, or its first STATE
 */
record Scenario(
        long number, Kind kind, List<Strike> strikes, boolean inclusive, boolean told, int stateEvery, int batchRows) {
    static Scenario of(long number) {
        Random random = new Random(number);
        Kind[] kinds = Kind.values();
        Kind kind = kinds[(int) Math.floorMod(number, (long) kinds.length)];
        Strike first = kind == Kind.TWO_TARGETS ? Strike.anywhere(random) : Strike.of(kind, random);
        return new Scenario(
                number,
                kind,
                List.of(first, Strike.anywhere(random)),
                random.nextBoolean(),
                random.nextBoolean(),
                30 + random.nextInt(220),
                120 + random.nextInt(140));
    }

    /** Where its tables are. */
    String schema() {
        return "run_" + Long.toString(number).replace('-', '_');
    }

    /** The same, and nothing strikes it. */
    Scenario calm() {
        return new Scenario(number, kind, List.of(), inclusive, told, stateEvery, batchRows);
    }
}
