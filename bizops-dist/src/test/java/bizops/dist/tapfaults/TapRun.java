package bizops.dist.tapfaults;

import bizops.dist.ErrorLine;
import bizops.dist.TableRows;
import bizops.dist.faults.Stored;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import bizops.sandbox.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One scenario: two loads that are struck and more until one was killed, each from the stored state and from a source that
 * has changed; then one that nothing disturbs, behind which the tables must hold what the source holds.
 */
final class TapRun {
    private static final int STRUCK = 2;
    private static final int MOST_STRUCK = 5;
    /** Longer than any tap waits for stamps to be settled. */
    private static final Duration SETTLED = Duration.ofMinutes(15);
    /** Seconds between the last changes and a load: within the look-back of a tap, and beyond it. */
    private static final int SHORT_LAG = 100;

    private static final int LONG_LAG = 3000;

    private static final int KILLED = 137;
    private static final int NOBODY_READS = 1;
    private static final int FAILURE = 1;
    private static final int TRY_LATER = 75;

    private final Vendor vendor;
    private final Scenario scenario;
    private final Setting setting;
    private final Sandbox sandbox;
    private final History history;
    private final Random random;
    private final Set<String> lost = new HashSet<>();
    private boolean between;
    private int attempts;

    private TapRun(Vendor vendor, Scenario scenario, Setting setting, Sandbox sandbox) {
        this.vendor = vendor;
        this.scenario = scenario;
        this.setting = setting;
        this.sandbox = sandbox;
        this.history = new History(vendor, sandbox);
        this.random = new Random(~scenario.number());
    }

    /** Runs it; an error if the tables end otherwise than the source, or a program ends as it must not. */
    static Outcome of(Vendor vendor, Scenario scenario, Setting setting) throws Exception {
        SandboxOptions options = SandboxOptions.defaults().scale(vendor.scale()).seed(scenario.number());
        try (Sandbox sandbox = Sandbox.start(options)) {
            return new TapRun(vendor, scenario, setting, sandbox).run();
        } finally {
            setting.place().execute("DROP SCHEMA IF EXISTS " + schema(scenario) + " CASCADE");
        }
    }

    private Outcome run() throws Exception {
        scenario.fault().ifPresent(fault -> vendor.prepare(sandbox, fault));
        history.observe();
        boolean killed = false;
        for (int load = 0; load < STRUCK || (!killed && load < MOST_STRUCK); load++) {
            if (load < STRUCK) {
                arm();
            }
            change();
            advance(Duration.ofSeconds(1 + random.nextInt(random.nextBoolean() ? SHORT_LAG : LONG_LAG)));
            boolean toBeKilled = !killed;
            Kill kill = load == 0 ? scenario.kill() : scenario.kill().sooner();
            Attempt ended = struck(toBeKilled ? Optional.of(kill) : Optional.empty());
            killed |= ended.exit(kill.stage()) == KILLED;
            sandbox.clearFaults();
            advance(scenario.pauses().get(load));
        }
        boolean struck = sandbox.faultsFired() > 0;
        settle();
        Attempt calm = start(true);
        calm.await();
        require(calm.exit(Attempt.TAP) == 0 && calm.exit(Attempt.TARGET) == 0, "undisturbed, it fails", calm);
        return new Outcome(struck, between, compared());
    }

    private void arm() {
        if (scenario.fault().isPresent()) {
            for (Fault fault : vendor.drawn(scenario.fault().get(), random)) {
                if (fault.field() != null && vendor.hides(fault.name())) {
                    lost.add(fault.object() + "." + fault.field().toLowerCase(Locale.ROOT));
                }
                sandbox.fault(fault);
            }
        } else {
            sandbox.faultsAtRandom(random.nextLong(), scenario.rate(), Set.copyOf(vendor.faults()));
        }
    }

    private void change() {
        advance(Duration.ofSeconds(1 + random.nextInt(100)));
        vendor.change(sandbox, random);
        history.observe();
    }

    private void advance(Duration by) {
        sandbox.advance(by);
        history.observe();
    }

    /** Waits until no late commit is under way and nothing is as new as what a tap leaves for the next time. */
    private void settle() {
        advance(vendor.latest());
        do {
            advance(SETTLED);
        } while (!vendor.isCommitted(sandbox) || !history.isQuietFor(SETTLED.minusMinutes(1)));
    }

    private Attempt struck(Optional<Kill> kill) throws Exception {
        int fired = sandbox.faultsFired();
        Attempt attempt = start(false);
        int commits = 0;
        while (attempt.awaitCommits(commits)) {
            commits = attempt.commits();
            if (kill.isPresent() && commits >= kill.get().commits()) {
                attempt.kill(kill.get());
                break;
            }
            if (scenario.moving()) {
                change();
            }
        }
        attempt.await();
        boolean wasKilled = kill.isPresent() && attempt.exit(kill.get().stage()) == KILLED;
        between |= wasKilled && attempt.commits() > 0 && !attempt.isComplete();
        checkEnds(attempt, wasKilled ? kill : Optional.empty(), sandbox.faultsFired() > fired);
        return attempt;
    }

    private Attempt start(boolean calm) throws Exception {
        Path run = setting.directory().resolve(schema(scenario));
        Map<String, Object> tap = scenario.fault()
                .map(fault -> vendor.settings(sandbox, fault, run, new Random(scenario.number())))
                .orElseGet(() -> vendor.settings(sandbox, new Random(scenario.number())));
        tap.put("state_every_records", scenario.stateEvery());
        Map<String, Object> target = setting.place().database().settings();
        target.put("default_target_schema", schema(scenario));
        target.put("state_id", schema(scenario));
        target.put("batch_size_rows", scenario.batchRows());
        Path folder = run.resolve(Integer.toString(attempts++));
        Optional<String> state = Stored.read(setting.place(), schema(scenario)).value();
        boolean described = scenario.fault().filter(vendor::isOfDescriptions).isPresent();
        Path catalog = described ? setting.meagre() : setting.catalog();
        return Attempt.start(folder, setting, vendor, catalog, tap, target, state, calm);
    }

    private void checkEnds(Attempt ended, Optional<Kill> kill, boolean fired) throws IOException {
        Set<Integer> tap = new HashSet<>(Set.of(0));
        if (fired) {
            tap = new HashSet<>(scenario.fault().map(vendor::ends).orElse(Set.of(0, FAILURE, TRY_LATER)));
        }
        Set<Integer> target = new HashSet<>(Set.of(0));
        if (kill.isPresent() && kill.get().stage() == Attempt.TAP) {
            tap.add(KILLED);
            target.add(FAILURE); // the input may end in the middle of a line
        } else if (kill.isPresent()) {
            tap.add(NOBODY_READS);
            target.add(KILLED);
        }
        require(tap.contains(ended.exit(Attempt.TAP)), "the tap ends otherwise than with " + tap, ended);
        require(target.contains(ended.exit(Attempt.TARGET)), "the target ends otherwise than with " + target, ended);
        boolean readByTarget = kill.isEmpty() || kill.get().stage() == Attempt.TAP;
        if (readByTarget && Set.of(FAILURE, TRY_LATER).contains(ended.exit(Attempt.TAP))) {
            // What a warning of another try repeats of the platform is no trace.
            String ending = ended.tapLog()
                    .lines()
                    .filter(line -> !line.startsWith("WARNING"))
                    .collect(Collectors.joining("\n"));
            ErrorLine.of("CRITICAL", vendor.tap(), ending);
        }
        String log = ended.tapLog();
        require(vendor.secrets(sandbox).stream().noneMatch(log::contains), "its log tells a secret", ended);
    }

    private int compared() throws Exception {
        Map<String, Map<String, Map<String, @Nullable String>>> tables = new HashMap<>();
        for (String stream : vendor.streams()) {
            tables.put(
                    stream,
                    TableRows.read(
                            setting.place().database(),
                            schema(scenario),
                            stream.toLowerCase(Locale.ROOT),
                            vendor.key(stream)));
        }
        vendor.join(sandbox, tables);
        Differences differences = new Differences(vendor, lost);
        int rows = 0;
        for (String stream : vendor.streams()) {
            differences.compare(stream, history.of(stream), tables.getOrDefault(stream, Map.of()));
            rows += history.of(stream).size();
        }
        List<String> found = differences.found();
        if (!found.isEmpty()) {
            throw new IOException(found.size() + " rows differ, such as "
                    + String.join("; ", found.subList(0, Math.min(3, found.size()))) + "; at " + sandbox.now()
                    + ", files in " + setting.directory().resolve(schema(scenario)));
        }
        return rows;
    }

    private static String schema(Scenario scenario) {
        return "run_" + Long.toString(scenario.number()).replace('-', '_');
    }

    private static void require(boolean good, String what, Attempt ended) throws IOException {
        if (!good) {
            throw new IOException(what + "; " + ended.ends());
        }
    }
}
