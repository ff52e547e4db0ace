package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** What a reader may do. */
final class GrantsCommandTest {
    private static final Path SEEDS = Warehouse.fixture("seeds");
    private static final String ROLE = "Board \"reader\"";

    @Test
    void letsARoleReadCoreAndMartsOfEveryLaterBuildAndNothingElse() throws Exception {
        Warehouse warehouse = PublishedExample.ofSalesforce();
        warehouse.execute("do $$ begin create role \"Board \"\"reader\"\"\";"
                + " exception when duplicate_object then null; end $$");

        Warehouse.Outcome granted = warehouse.run("grants", "--reader", ROLE);
        warehouse.build(SEEDS);

        assertThat(granted.exit()).as(granted.stderr()).isEqualTo(ExitCode.OK);
        assertThat(granted.stdout()).contains("may read core\n", "may read marts\n");
        try (Connection connection = warehouse.connect();
                Statement reader = connection.createStatement()) {
            reader.execute("set role \"Board \"\"reader\"\"\"");
            assertThat(reader.execute("select * from marts.sao, core.lead")).isTrue();
            assertThat(reader.execute("select * from marts.campaign_performance_period"))
                    .isTrue();
            refused(reader, "select * from staging.salesforce_lead");
            refused(reader, "select * from bizops.build");
            refused(reader, "delete from marts.sao");
            refused(reader, "create table marts.own (a int)");
        }
    }

    private static void refused(Statement reader, String sql) {
        assertThatThrownBy(() -> reader.execute(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void namesWhatIsMissing() throws Exception {
        Warehouse.Outcome outcome = PublishedExample.ofSalesforce().run("grants", "--reader", "no_such_role");

        assertThat(new Warehouse().run("grants", "--reader", "nobody").stderr()).contains("no build is published");

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr())
                .contains("there is no role \"no_such_role\"")
                .hasLineCount(1);
    }
}
