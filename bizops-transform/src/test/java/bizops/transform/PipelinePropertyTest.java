package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, flow, slips, pushes and stays of hundreds of random histories against a replay of each. */
final class PipelinePropertyTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void agreesWithAReplayOfEveryDeal(long seed, @TempDir Path folder) throws Exception {
        PipelineWorld world = new PipelineWorld(seed, 150);
        Warehouse warehouse = new Warehouse().withSalesforce(RawShape.TEXT);
        try (var connection = warehouse.connect()) {
            world.load(connection);
        }

        Warehouse.Outcome outcome = warehouse.build(world.seeds(folder));

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        SimplePipeline simple = new SimplePipeline(world);
        days(warehouse, simple);
        months(warehouse, simple);
        assertThat(warehouse.rows("select opportunity_id, push_count, days_pushed from marts.opportunity_push"))
                .containsExactlyInAnyOrderElementsOf(simple.pushes());
        assertThat(warehouse.rows("select opportunity_id, stage, round(days * 86400)::bigint from marts.days_in_stage"
                        + " where days is not null"))
                .containsExactlyInAnyOrderElementsOf(simple.stays());
    }

    private static void days(Warehouse warehouse, SimplePipeline simple) throws Exception {
        List<String> wanted = new ArrayList<>();
        for (LocalDate day = LocalDate.of(2020, 2, 1); !day.isAfter(PipelineWorld.AS_OF); day = day.plusDays(1)) {
            wanted.add(day + "|" + simple.open(day));
        }
        String found =
                "select d.date_day, coalesce(sum(amount), 0)::numeric(24, 6), %s, %s from core.date d left join %s"
                        + " where d.date_day between '2020-02-01' and '" + PipelineWorld.AS_OF
                        + "' group by 1 order by 1";
        assertThat(warehouse.rows(found.formatted(
                        "count(opportunity_id)",
                        "count(*) filter (where is_past_due)",
                        "lateral (select * from core.opportunity_on(d.date_day) where is_open) o on true")))
                .isEqualTo(wanted);
        assertThat(warehouse.rows(found.formatted(
                        "coalesce(sum(opportunities), 0)",
                        "coalesce(sum(past_due), 0)",
                        "marts.pipeline_day p on p.day = d.date_day")))
                .isEqualTo(wanted);
    }

    private static void months(Warehouse warehouse, SimplePipeline simple) throws Exception {
        List<String> flows = new ArrayList<>();
        List<String> slips = new ArrayList<>();
        for (LocalDate month = LocalDate.of(2020, 2, 1);
                month.isBefore(PipelineWorld.AS_OF);
                month = month.plusMonths(1)) {
            LocalDate end = month.plusMonths(1).minusDays(1);
            boolean isPartial = end.isAfter(PipelineWorld.AS_OF);
            flows.add(month + "|" + simple.flow(month, isPartial ? PipelineWorld.AS_OF : end));
            if (!isPartial) {
                slips.add(month + "|" + simple.slipped(month, end));
            }
        }
        assertThat(warehouse.rows("select period_start, created::numeric(24, 6), increase::numeric(24, 6),"
                        + " decrease::numeric(24, 6), reopened::numeric(24, 6), won::numeric(24, 6), lost::numeric(24, 6),"
                        + " created_count, reopened_count, won_count, lost_count from marts.pipeline_flow"
                        + " where period_type = 'month' and period_start >= '2020-02-01' order by 1"))
                .isEqualTo(flows);
        assertThat(warehouse.rows("select period_start, baseline, baseline_amount::numeric(24, 6), slipped,"
                        + " slipped_amount::numeric(24, 6) from marts.pipeline_slipped where period_type = 'month'"
                        + " and not is_partial and period_start >= '2020-02-01' order by 1"))
                .isEqualTo(slips);
    }
}
