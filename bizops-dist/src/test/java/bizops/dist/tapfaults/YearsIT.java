package bizops.dist.tapfaults;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.dist.faults.Place;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Hourly loads of all three vendors into one database and a build a day, through faults, locks, kills, late commits, fields
 * that come, go and change, and jumps of the clock; then everything is held against the sources. Some hours by default;
 * {@code -Dbizops.years.hours=2160} for ninety days, {@code -Dbizops.years.seed=...} for others.
 *
 * <p>Taps, target and transform run in this process, but for a load a day that is killed as processes and one by {@code
 * bizops run}. The vendors' loads run side by side; those that faults strike run before, one by one, as faults strike
 * whoever asks.
 */
final class YearsIT {
    private static final int HOURS = Integer.getInteger("bizops.years.hours", 8);
    private static final long SEED = Long.getLong("bizops.years.seed", 20260630L);
    private static final int DAY = 24;
    /** Hours of a day in which something else than the usual load happens. */
    private static final int KILL_HOUR = 3;

    private static final int PROGRAM_HOUR = 5;
    private static final int BUILD_HOUR = 6;
    /** Every so many hours administrators change fields. */
    private static final int FIELDS_HOURS = 3;

    private static final double SCALE = 0.016;
    private static final Duration SETTLED = Duration.ofMinutes(15);
    private static final int MOST_TOLD = 5;
    /** A long form compares everything so often. */
    private static final int AUDIT_DAYS = 10;

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(SEED);
    private final List<Feed> feeds = new ArrayList<>();

    @Test
    void afterAllTheseHoursEveryTableIsAsItsSource() throws Exception {
        TestDatabase database = SharedPostgres.freshDatabase();
        Place place = new Place(() -> database).prepare(false);
        try (Sandbox sandbox =
                Sandbox.start(SandboxOptions.defaults().scale(SCALE).seed(SEED))) {
            Path seeds = folder.resolve("seeds");
            sandbox.writeSeeds(Files.createDirectories(seeds));
            for (Vendor vendor : Vendors.ALL) {
                Path files = Files.createDirectories(folder.resolve(vendor.tap()));
                Path catalog = files.resolve("catalog.json");
                Setting setting = new Setting(files, place, catalog, catalog);
                feeds.add(new Feed(vendor, sandbox, setting, new Random(random.nextLong())));
            }
            AtOnce.each(feeds, Feed::discover);
            Marts marts = new Marts(database, folder, seeds);

            for (int hour = 0; hour < HOURS; hour++) {
                hour(hour, sandbox, marts);
                if ((hour + 1) % (AUDIT_DAYS * DAY) == 0 && hour + 1 < HOURS) {
                    audit(sandbox, marts);
                    System.out.println("day " + (hour + 1) / DAY + ": no difference");
                }
            }
            audit(sandbox, marts);
            assertThat(open(database)).isZero();
            System.out.println(HOURS + " hours (" + HOURS / DAY + " days): " + told() + "; " + marts.counts()
                    + "; differences: 0");
        }
    }

    private void hour(int hour, Sandbox sandbox, Marts marts) throws Exception {
        advance(sandbox, random.nextInt(100) == 0 ? Duration.ofHours(24 + random.nextInt(48)) : Duration.ofHours(1));
        if (hour % FIELDS_HOURS == FIELDS_HOURS - 1) {
            AtOnce.each(feeds, Feed::administer);
        }
        Feed chosen = feeds.get(random.nextInt(feeds.size()));
        boolean isKilled = hour % DAY == KILL_HOUR;
        boolean isProgram = hour % DAY == PROGRAM_HOUR;
        List<Feed> calm = new ArrayList<>();
        for (Feed feed : feeds) {
            if (random.nextBoolean()) {
                feed.change();
            }
            if (!feed.isStruckNext() || (feed == chosen && (isKilled || isProgram))) {
                calm.add(feed);
            } else {
                feed.load();
            }
        }
        boolean programEnds = random.nextBoolean();
        AtOnce.each(calm, feed -> {
            if (feed == chosen && isKilled) {
                feed.killed();
            } else if (feed == chosen && isProgram) {
                feed.program(programEnds);
            } else {
                feed.load();
            }
        });
        if (hour % DAY == BUILD_HOUR) {
            assertThat(marts.build()).isEmpty();
        }
        if (hour % DAY == DAY - 1) {
            System.out.println("day " + (hour / DAY + 1) + ": " + told() + "; " + marts.counts());
        }
    }

    /**
     * A last load that nothing disturbs, one by {@code bizops run}, which also ends what was killed in the log of runs; then
     * every row, every version and all marts are compared.
     */
    private void audit(Sandbox sandbox, Marts marts) throws Exception {
        settle(sandbox);
        Feed chosen = feeds.get(random.nextInt(feeds.size()));
        AtOnce.each(feeds, feed -> {
            feed.discover();
            if (feed == chosen || feed.wasKilled()) {
                feed.program(false);
            } else {
                feed.calm();
            }
            assertThat(first(feed.differences())).as(feed.counts()).isEmpty();
        });
        assertThat(marts.build()).isEmpty();
        assertThat(marts.verify()).isEmpty();
    }

    private void advance(Sandbox sandbox, Duration by) throws Exception {
        sandbox.advance(by);
        AtOnce.each(feeds, feed -> feed.history().observe());
    }

    /** Waits until no late commit is under way and nothing is as new as what a tap leaves for the next time. */
    private void settle(Sandbox sandbox) throws Exception {
        for (Vendor vendor : Vendors.ALL) {
            advance(sandbox, vendor.latest());
        }
        do {
            advance(sandbox, SETTLED);
        } while (!Vendors.ALL.stream().allMatch(vendor -> vendor.isCommitted(sandbox))
                || !feeds.stream().allMatch(feed -> feed.history().isQuietFor(SETTLED.minusMinutes(1))));
    }

    private String told() {
        return String.join("; ", feeds.stream().map(Feed::counts).toList());
    }

    private static List<String> first(List<String> found) {
        return found.subList(0, Math.min(MOST_TOLD, found.size()));
    }

    private static long open(TestDatabase database) throws Exception {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM bizops.run WHERE ended_at IS NULL")) {
            row.next();
            return row.getLong(1);
        }
    }
}
