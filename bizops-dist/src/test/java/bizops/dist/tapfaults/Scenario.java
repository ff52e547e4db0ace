package bizops.dist.tapfaults;

import bizops.sandbox.fault.FaultName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * One run; all follows from its number.
 *
 * @param fault which strikes; empty for a random mix of all
 * @param rate how likely a request fails in a mix
 * @param moving whether the source changes while it is read too, not only between two loads
 * @param pauses by which the clock moves behind each load
 */
record Scenario(
        long number,
        Optional<FaultName> fault,
        double rate,
        Kill kill,
        boolean moving,
        List<Duration> pauses,
        int stateEvery,
        int batchRows) {
    private static final int MOST_PAUSE_MINUTES = 2 * 24 * 60;
    private static final int PAUSES = 8;
    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * Draws it.
     *
     * @param only the fault that all runs are to have, or {@code mix}, or several with commas between, each in its turn;
     *     empty for all
     */
    static Scenario of(Vendor vendor, long number, String only) {
        Random random = new Random(number);
        List<FaultName> faults = vendor.faults();
        int turn = (int) Math.floorMod(number, (long) faults.size() + 1);
        Optional<FaultName> fault = turn < faults.size() ? Optional.of(faults.get(turn)) : Optional.empty();
        if (!only.isEmpty()) {
            List<String> names = List.of(COMMA.split(only));
            String name = names.get((int) Math.floorMod(number, (long) names.size()));
            fault = name.equals("mix") ? Optional.empty() : Optional.of(named(faults, name));
        }
        return new Scenario(
                number,
                fault,
                0.02 + random.nextDouble() * 0.1,
                Kill.drawn(random),
                random.nextBoolean(),
                random.ints(PAUSES, 1, MOST_PAUSE_MINUTES)
                        .mapToObj(Duration::ofMinutes)
                        .toList(),
                20 + random.nextInt(80),
                30 + random.nextInt(50));
    }

    private static FaultName named(List<FaultName> faults, String text) {
        return faults.stream()
                .filter(fault -> fault.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no fault \"" + text + "\"; there are mix, "
                        + String.join(", ", faults.stream().map(FaultName::text).toList())));
    }

    String faultText() {
        return fault.map(FaultName::text).orElse("mix");
    }
}
