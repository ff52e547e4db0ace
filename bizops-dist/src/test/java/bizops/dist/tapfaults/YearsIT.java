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
 * Hourly loads of all three vendors into one database and a build a day, through faults, locks, kills, late commits, new
 * and changed fields and jumps of the clock; then everything is held against the sources. Some hours by default;
 * {@code -Dbizops.years.hours=2160} for ninety days, {@code -Dbizops.years.seed=...} for others.
 *
 * <p>Taps, target and transform run in this process, but for a load a day that is killed as processes and one by {@code
 * bizops run}.
 */
final class YearsIT {
    private static final int HOURS = Integer.getInteger("bizops.years.hours", 8);
    private static final long SEED = Long.getLong("bizops.years.seed", 20260630L);
    private static final int DAY = 24;
    /** Hours of a day in which something else than the usual load happens. */
    private static final int KILL_HOUR = 3;

    private static final int PROGRAM_HOUR = 5;
    private static final int BUILD_HOUR = 6;
    private static final int FIELDS_HOUR = 2;
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
                Feed feed = new Feed(vendor, sandbox, new Setting(files, place, catalog, catalog), random);
                feeds.add(feed);
                feed.discover();
            }
            Marts marts = new Marts(database, folder, seeds);
            Fields fields = new Fields(sandbox, random);

            for (int hour = 0; hour < HOURS; hour++) {
                hour(hour, sandbox, fields, marts);
                if ((hour + 1) % (AUDIT_DAYS * DAY) == 0 && hour + 1 < HOURS) {
                    audit(sandbox, marts);
                    System.out.println("day " + (hour + 1) / DAY + ": no difference");
                }
            }
            audit(sandbox, marts);
            assertThat(open(database)).isZero();
            System.out.println(HOURS + " hours (" + HOURS / DAY + " days): " + told() + "; " + fields.made()
                    + " fields made; " + marts.counts() + "; differences: 0");
        }
    }

    private void hour(int hour, Sandbox sandbox, Fields fields, Marts marts) throws Exception {
        advance(sandbox, random.nextInt(100) == 0 ? Duration.ofHours(24 + random.nextInt(48)) : Duration.ofHours(1));
        if (hour % DAY == FIELDS_HOUR) {
            fields.change();
            feeds.get(feeds.size() - 1).discover();
        }
        Feed chosen = feeds.get(random.nextInt(feeds.size()));
        for (Feed feed : feeds) {
            if (random.nextBoolean()) {
                feed.change();
            }
            if (feed == chosen && hour % DAY == KILL_HOUR) {
                feed.killed();
            } else if (feed == chosen && hour % DAY == PROGRAM_HOUR) {
                feed.program(random.nextBoolean());
            } else {
                feed.load();
            }
        }
        if (hour % DAY == BUILD_HOUR) {
            assertThat(marts.build()).isEmpty();
        }
        if (hour % DAY == DAY - 1) {
            System.out.println("day " + (hour / DAY + 1) + ": " + told() + "; " + marts.counts());
        }
    }

    /** A last load that nothing disturbs, by {@code bizops run}; then every row, every version and all marts are compared. */
    private void audit(Sandbox sandbox, Marts marts) throws Exception {
        settle(sandbox);
        for (Feed feed : feeds) {
            feed.discover();
            feed.program(false);
            assertThat(first(feed.differences())).as(feed.counts()).isEmpty();
        }
        assertThat(marts.build()).isEmpty();
        assertThat(marts.verify()).isEmpty();
    }

    private void advance(Sandbox sandbox, Duration by) {
        sandbox.advance(by);
        feeds.forEach(feed -> feed.history().observe());
    }

    /** Waits until no late commit is under way and nothing is as new as what a tap leaves for the next time. */
    private void settle(Sandbox sandbox) {
        for (Vendor vendor : Vendors.ALL) {
            advance(sandbox, vendor.latest());
        }
        do {
            advance(sandbox, SETTLED);
        } while (!feeds.stream().allMatch(feed -> feed.history().isQuietFor(SETTLED.minusMinutes(1))));
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
