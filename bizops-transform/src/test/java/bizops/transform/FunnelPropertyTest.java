package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;

/** Funnel and lead sources in SQL against a loop over the leads of an invented Salesforce. */
final class FunnelPropertyTest {
    private static final Warehouse WAREHOUSE = new Warehouse();

    /** A lead and the days on which it reached the steps after its creation; null for a step it did not reach. */
    private record Walk(
            World.Lead lead,
            String source,
            @Nullable LocalDate mql,
            @Nullable LocalDate converted,
            @Nullable LocalDate opportunity,
            @Nullable LocalDate sao,
            @Nullable LocalDate won) {

        @Nullable
        Long daysTo(@Nullable LocalDate end) {
            return end == null ? null : end.toEpochDay() - lead.created().toEpochDay();
        }
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void sqlGivesTheFunnelOfTheSimpleWay(@ForAll long seed) throws Exception {
        World world = new World(seed, 2);
        try (Connection connection = WAREHOUSE.connect()) {
            WorldLoad.load(connection, world);
        }
        addSteps(world);
        Path seeds = Files.createTempDirectory("seeds");
        Files.writeString(
                seeds.resolve("settings.json"), "{\"as_of\": \"" + World.AS_OF + "\", \"sao_types\": [null]}");

        Warehouse.Outcome outcome = WAREHOUSE.build(seeds);

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        List<Walk> walks = walks(world);
        assertThat(WAREHOUSE.rows(
                        "select group_name || '|' || period_start, leads, mql, converted, with_opportunity, sao,"
                                + " won, skipped_steps, lead_to_won_days from marts.funnel_period where basis = 'cohort'"
                                + " and dimension = 'source' and period_type = 'month'"))
                .containsExactlyInAnyOrderElementsOf(funnel(walks));
        assertThat(WAREHOUSE.rows(
                        "select lead_source_label, leads, won, median_days, negative_days, won_within_30_days,"
                                + " amount::int from marts.lead_source_summary"))
                .containsExactlyInAnyOrderElementsOf(sources(world, walks));
        assertThat(
                        WAREHOUSE.rows(
                                "select sum(mql), sum(converted), sum(with_opportunity), sum(sao), sum(won)"
                                        + " from marts.funnel_period where basis = 'calendar' and dimension = 'all' and period_type = 'day'"))
                .isEqualTo(WAREHOUSE.rows("select mql, converted, with_opportunity, sao, won from marts.funnel"
                        + " where dimension = 'all'"));
    }

    private static void addSteps(World world) throws SQLException {
        WAREHOUSE.execute("alter table raw_salesforce.lead add leadsource text, add mql_date__c text");
        WAREHOUSE.execute(
                "alter table raw_salesforce.opportunity add column if not exists sales_accepted_date__c text");
        for (World.Lead lead : world.leads) {
            WAREHOUSE.execute("update raw_salesforce.lead set leadsource = " + literal(source(lead))
                    + ", mql_date__c = " + literal(mql(lead)) + " where id = '" + lead.id() + "'");
        }
        for (World.Opportunity one : world.opportunities) {
            WAREHOUSE.execute("update raw_salesforce.opportunity set sales_accepted_date__c = " + literal(sao(one))
                    + " where id = '" + one.id() + "'");
        }
    }

    private static String literal(@Nullable Object value) {
        return value == null ? "null" : "'" + value + "'";
    }

    /** A blank source is none. */
    private static String source(World.Lead lead) {
        return List.of("Search", "Event", "").get(number(lead.id()) % 3);
    }

    private static @Nullable LocalDate mql(World.Lead lead) {
        return number(lead.id()) % 2 == 0 ? null : LocalDate.of(2020, 4, 1);
    }

    private static @Nullable LocalDate sao(World.Opportunity one) {
        return number(one.id()) % 3 == 0 ? null : LocalDate.of(2020, 4, 20);
    }

    private static int number(String id) {
        return id.charAt(id.length() - 1) - '0';
    }

    private static List<Walk> walks(World world) {
        List<Walk> walks = new ArrayList<>();
        for (World.Lead lead : world.leads) {
            if (!lead.isDeleted()) {
                World.Opportunity one = world.opportunities.stream()
                        .filter(other -> !other.isDeleted() && other.id().equals(lead.opportunity()))
                        .findFirst()
                        .orElse(null);
                String source = source(lead);
                walks.add(new Walk(
                        lead,
                        source.isEmpty() ? "Unknown" : source,
                        mql(lead),
                        lead.converted(),
                        one == null ? null : one.created(),
                        one == null || one.iacv() == null ? null : sao(one),
                        one == null || !one.isWonToDate() ? null : one.close()));
            }
        }
        return walks;
    }

    private static List<String> funnel(List<Walk> walks) {
        Map<String, List<Walk>> groups = new TreeMap<>();
        walks.forEach(walk -> groups.computeIfAbsent(
                        walk.source() + "|" + walk.lead().created().withDayOfMonth(1), key -> new ArrayList<>())
                .add(walk));
        List<String> rows = new ArrayList<>();
        groups.forEach((key, group) -> rows.add(String.join(
                "|",
                key,
                String.valueOf(group.size()),
                count(group.stream().map(Walk::mql)),
                count(group.stream().map(Walk::converted)),
                count(group.stream().map(Walk::opportunity)),
                count(group.stream().map(Walk::sao)),
                count(group.stream().map(Walk::won)),
                String.valueOf(
                        group.stream().mapToInt(FunnelPropertyTest::skipped).sum()),
                median(group.stream().map(walk -> walk.daysTo(walk.won()))))));
        return rows;
    }

    private static List<String> sources(World world, List<Walk> walks) {
        Map<String, List<Walk>> groups = new TreeMap<>();
        walks.forEach(walk ->
                groups.computeIfAbsent(walk.source(), key -> new ArrayList<>()).add(walk));
        List<String> rows = new ArrayList<>();
        groups.forEach((key, group) -> {
            List<Long> days = group.stream()
                    .map(walk -> walk.daysTo(walk.won()))
                    .filter(Objects::nonNull)
                    .toList();
            rows.add(String.join(
                    "|",
                    key,
                    String.valueOf(group.size()),
                    String.valueOf(days.size()),
                    median(days.stream()),
                    String.valueOf(days.stream().filter(day -> day < 0).count()),
                    String.valueOf(
                            days.stream().filter(day -> day >= 0 && day <= 30).count()),
                    String.valueOf(group.stream()
                            .filter(walk -> walk.won() != null)
                            .mapToInt(walk -> amount(world, walk.lead()))
                            .sum())));
        });
        return rows;
    }

    private static int amount(World world, World.Lead lead) {
        return world.opportunities.stream()
                .filter(one -> one.id().equals(lead.opportunity()))
                .mapToInt(one -> one.iacv() == null ? 0 : one.iacv())
                .sum();
    }

    private static int skipped(Walk walk) {
        List<@Nullable LocalDate> steps = new ArrayList<>();
        Collections.addAll(steps, walk.mql(), walk.converted(), walk.opportunity(), walk.sao(), walk.won());
        int skipped = 0;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i) == null
                    && steps.subList(i + 1, steps.size()).stream().anyMatch(Objects::nonNull)) {
                skipped++;
            }
        }
        return skipped;
    }

    private static String count(Stream<? extends @Nullable Object> values) {
        return String.valueOf(values.filter(Objects::nonNull).count());
    }

    /** The median with one decimal; empty without a value of 0 or more. */
    private static String median(Stream<@Nullable Long> values) {
        List<Long> sorted = values.filter(Objects::nonNull)
                .filter(value -> value >= 0)
                .sorted()
                .toList();
        if (sorted.isEmpty()) {
            return "";
        }
        long twice = sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2);
        return twice / 2 + (twice % 2 == 0 ? ".0" : ".5");
    }
}
