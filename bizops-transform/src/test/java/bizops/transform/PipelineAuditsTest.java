package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each audit of the pipeline and of the history sees the violation that it is there for. */
final class PipelineAuditsTest {
    private static final Warehouse WAREHOUSE = PublishedExample.ofSalesforce();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pipeline_flow_closes                      | update marts.pipeline_flow set won = won + 1 where won > 0
            pipeline_flow_closes                      | update marts.pipeline_flow set deleted_count = 1 where won > 0
            pipeline_snapshot_is_the_balance          | update marts.pipeline_snapshot set opportunities = 9
            pipeline_snapshot_is_the_balance          | update marts.pipeline_balance set closing = closing + 1
            opportunity_change_without_gap            | delete from core.opportunity_change where stage = '1-Discovery'
            opportunity_change_without_gap            | delete from core.opportunity_change where valid_to = 'infinity'
            opportunity_change_without_gap            | update core.opportunity_change set valid_to = valid_from
            opportunity_change_ends_with_the_record   | update core.opportunity_change set amount_local = 1
            opportunity_change_ends_with_the_record   | update core.opportunity set is_closed = not is_closed
            probability_in_range                      | update core.opportunity_change set probability = 1.5
            stage_reached_at_most_all                 | update marts.stage_conversion set reached_next = reached + 1
            rate_missing_then                         | update core.opportunity_change set is_rate_missing = true
            quota_rate_missing                        | insert into staging.seed_quota values ('', '2020-01-01', 1, 'XYZ')
            history_without_gap                       | update staging.user_version set valid_to = '2021-01-01'
            history_without_gap                       | update staging.opportunity_version set valid_from = '2010-01-01' where stage = 'Closed Won'
            history_ends_with_the_record              | update staging.salesforce_campaign set is_deleted = true
            history_ends_with_the_record              | delete from staging.lead_version where valid_to = 'infinity'
            """)
    void findsWhatIsPlanted(String audit, String violation) throws Exception {
        assertThat(PlantedViolation.found(
                        WAREHOUSE,
                        audit,
                        "alter table staging.opportunity_version drop constraint if exists opportunity_version_pkey",
                        violation))
                .isNotEmpty();
    }
}
