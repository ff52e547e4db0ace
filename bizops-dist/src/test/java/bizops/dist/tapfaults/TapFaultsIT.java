package bizops.dist.tapfaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Taps struck by their vendor's faults, killed in mid-load and gone on with while rows change, go and are merged. A few
 * runs a tap by default; {@code -Dbizops.tapfault.runs=100} for the long form, {@code -Dbizops.tapfault.tap=salesforce}
 * for one tap, {@code -Dbizops.tapfault.fault=stall} or {@code stall,mix} for some faults, {@code -Dbizops.tapfault.seed=...}
 * for other runs.
 */
final class TapFaultsIT {
    private static final int RUNS = Integer.getInteger("bizops.tapfault.runs", 2);
    private static final long SEED = Long.getLong("bizops.tapfault.seed", 20260630L);
    private static final String TAP = System.getProperty("bizops.tapfault.tap", "");
    private static final String FAULT = System.getProperty("bizops.tapfault.fault", "");
    private static final int MANY = 100;
    private static final double SHARE_OF_MANY = 0.8;
    private static final int MOST_FAILURES = 20;
    /** After so many runs the long form says how far it is. */
    private static final int AT_A_TIME = 20;

    @TempDir
    private static Path directory = Path.of("");

    static List<Vendor> vendors() {
        return Vendors.ALL;
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void whateverStrikesTheTablesEndAsTheirSource(Vendor vendor) throws Exception {
        Assumptions.assumeTrue(vendor.tap().endsWith(TAP), "not asked for");
        Tally tally = new Tally(vendor.tap());
        Setting setting = Setting.prepare(directory, vendor);
        for (int run = 0; run < RUNS && tally.failures().size() < MOST_FAILURES; run++) {
            Scenario scenario = Scenario.of(vendor, SEED + run, FAULT);
            try {
                tally.add(scenario, TapRun.of(vendor, scenario, setting));
            } catch (Exception | AssertionError failed) {
                String what = repeat(vendor, scenario) + " fails: " + scenario + ": " + failed;
                System.out.println(what);
                tally.fail(what);
            }
            if ((run + 1) % AT_A_TIME == 0) {
                System.out.println(tally);
            }
        }

        System.out.println(tally);
        assertThat(tally.failures()).as(tally.toString()).isEmpty();
        assertThat(tally.share()).as(tally.toString()).isGreaterThanOrEqualTo(RUNS < MANY ? 0.01 : SHARE_OF_MANY);
    }

    private static String repeat(Vendor vendor, Scenario scenario) {
        return "-Dbizops.tapfault.runs=1 -Dbizops.tapfault.tap=" + vendor.tap().substring("tap-".length())
                + " -Dbizops.tapfault.seed=" + scenario.number() + " -Dbizops.tapfault.fault=" + scenario.faultText();
    }
}
