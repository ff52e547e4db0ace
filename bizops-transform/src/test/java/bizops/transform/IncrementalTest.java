package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build that changes what is published, instead of putting something else in its place. */
final class IncrementalTest {
    private static final Path SEEDS = Warehouse.fixture("seeds");
    private static final String MODES = "select mode, status from bizops.build order by build_id";
    private static final String LEADS =
            "select leads::int from marts.campaign_performance where model = 'first' and campaign_name = '(unattributed)'";

    @Test
    void changesTheRowsThatDifferAndEqualsAFullBuild() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        String untouched = "select xmin, ctid, user_id from core.\"user\" order by 3";
        List<String> before = warehouse.rows(untouched);
        warehouse.execute("insert into raw_salesforce.lead (id, " + columnsBehindId(warehouse, "lead")
                + ") select '00Q000000000009EAA', " + columnsBehindId(warehouse, "lead")
                + " from raw_salesforce.lead where id = '00Q000000000007EAA'");
        warehouse.execute("update raw_salesforce.lead set email = 'new@fjord.example' where id = '00Q000000000009EAA'");

        Warehouse.Outcome outcome = warehouse.build(SEEDS);

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(MODES)).containsExactly("full|published", "incremental|published");
        assertThat(warehouse.rows(LEADS)).containsExactly("2");
        assertThat(warehouse.rows(untouched)).isEqualTo(before);
        assertThat(warehouse.rows("select dirty from bizops.build_model where build_id = 2 and relation in"
                        + " ('core.lead', 'core.user') order by relation"))
                .containsExactly("1", "0");
        assertThat(warehouse.rows("select nspname from pg_namespace where nspname like '%\\_\\_next'"
                        + " or nspname like '%\\_\\_change'"))
                .isEmpty();
        assertThat(warehouse.run("verify", "--seeds", SEEDS.toString()).stdout())
                .contains(" 0 different");
    }

    @Test
    void leavesOutTestsOfTablesThatAreAsTheyWereAndNotesWhichBuildRanThem() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        String tests =
                "select test, model from bizops.build_test where failing = 0 and test not in ('volume', 'freshness')"
                        + " and model <> 'core.lead' and build_id = ";
        warehouse.execute("update raw_salesforce.lead set status = 'Noted' where id = '00Q000000000007EAA'");
        warehouse.build(SEEDS);
        warehouse.build(SEEDS);

        assertThat(warehouse.rows("select build_id, min(run_in), max(run_in) from bizops.build_test"
                        + " where test = 'not_null(lead_id)' and model = 'core.lead' group by 1 order by 1"))
                .containsExactly("1|1|1", "2|2|2", "3|2|2");
        assertThat(warehouse.rows("select build_id, run_in from bizops.build_test"
                        + " where test = 'not_null(user_id)' and model = 'core.user' order by 1"))
                .containsExactly("1|1", "2|1", "3|1");
        assertThat(warehouse.rows(tests + "1 except " + tests + "3")).allMatch(test -> test.startsWith("unique("));
    }

    @Test
    void aReaderOfOneMomentSeesTheBuildBeforeUntilItsTransactionEnds() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        try (Connection reader = warehouse.connect()) {
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reader.setAutoCommit(false);
            String before = one(reader, LEADS);
            warehouse.execute("delete from raw_salesforce.lead where id = '00Q000000000007EAA'");

            Warehouse.Outcome outcome = warehouse.build(SEEDS);

            assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
            assertThat(one(reader, LEADS)).isEqualTo(before).isEqualTo("1");
            assertThat(one(reader, "select count(*) from core.lead")).isEqualTo("7");
            reader.commit();
            assertThat(one(reader, LEADS)).isEqualTo("0");
            assertThat(one(reader, "select count(*) from core.lead")).isEqualTo("6");
        }
    }

    @Test
    void leavesEverythingAsItWasWhenATestFails() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        List<String> before = warehouse.rows("select * from marts.campaign_performance order by 1, 2");
        warehouse.execute("update raw_salesforce.opportunity set currencyisocode = 'XAU'");

        Warehouse.Outcome outcome = warehouse.build(SEEDS);

        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.stderr()).contains("rate_missing", "nothing is published");
        assertThat(warehouse.rows(MODES)).containsExactly("full|published", "incremental|failed");
        assertThat(warehouse.rows("select * from marts.campaign_performance order by 1, 2"))
                .isEqualTo(before);
    }

    @Test
    void aChangedSettingMakesEverythingAnewAndAnotherDayDoesNot(@TempDir Path folder) throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        Path seeds = Warehouse.seeds(folder, "", "");
        Path settings = seeds.resolve("settings.json");
        Files.writeString(settings, Files.readString(settings).replace("2020-08-31", "2020-09-01"));
        warehouse.build(seeds);
        assertThat(warehouse.run("verify", "--seeds", seeds.toString()).stdout())
                .contains(" 0 different");
        Files.writeString(settings, Files.readString(settings).replace("\"0.75\"", "\"0.5\""));
        warehouse.build(seeds);
        warehouse.build(seeds, "--full");

        assertThat(warehouse.rows(MODES))
                .containsExactly("full|published", "incremental|published", "full|published", "full|published");
    }

    @Test
    void puttingOtherTablesInTheirPlaceIsCheaperWhereMostRowsDiffer() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        warehouse.execute("insert into raw_salesforce.campaignmember (id, "
                + columnsBehindId(warehouse, "campaignmember") + ") select m.id || n, "
                + columnsBehindId(warehouse, "campaignmember")
                + " from raw_salesforce.campaignmember m cross join generate_series(1, 300) n");

        Warehouse.Outcome outcome = warehouse.build(SEEDS);

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(warehouse.rows(MODES)).containsExactly("full|published", "full|published");
    }

    @Test
    void takesEachCommitOfALoaderOnceThatABuildHasPublished() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("create schema bizops");
        warehouse.execute("create table bizops.checkpoint (checkpoint_id bigint, schema_name text, table_name text,"
                + " least_sequence bigint, greatest_sequence bigint, is_rewrite boolean, run_id text,"
                + " committed_at timestamptz default now())");
        warehouse.execute("insert into bizops.checkpoint (checkpoint_id) values (3), (5)");
        warehouse.build(SEEDS);
        warehouse.execute("insert into bizops.checkpoint (checkpoint_id) values (4)");
        warehouse.execute("alter table raw_salesforce.opportunity rename currencyisocode to kept");
        warehouse.execute("alter table raw_salesforce.opportunity add currencyisocode text default 'XAU'");
        warehouse.build(SEEDS);
        warehouse.execute("alter table raw_salesforce.opportunity drop currencyisocode");
        warehouse.execute("alter table raw_salesforce.opportunity rename kept to currencyisocode");
        warehouse.build(SEEDS);

        assertThat(warehouse.rows("select b.build_id, b.status, c.checkpoint_id from bizops.build b"
                        + " left join bizops.build_checkpoint c on c.build_id = b.build_id order by 1, 3"))
                .containsExactly("1|published|3", "1|published|5", "2|failed|", "3|published|4");
    }

    @Test
    void readsTheRowsThatCheckpointsHaveWrittenAloneUntilRowsAreGoneOrWrittenAnew() throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        warehouse.execute("create unique index on raw_salesforce.lead (id)");
        warehouse.execute("update raw_salesforce.lead set _sdc_sequence = 1");
        warehouse.execute("create schema bizops");
        warehouse.execute("create table bizops.checkpoint (checkpoint_id bigint generated always as identity,"
                + " schema_name text, table_name text, least_sequence bigint, greatest_sequence bigint,"
                + " is_rewrite boolean, run_id text, committed_at timestamptz default now())");
        String statuses = "select string_agg(status, ' ' order by lead_id) from core.lead where lead_id in"
                + " ('00Q000000000006EAA', '00Q000000000007EAA')";
        checkpoint(warehouse, 1, false);
        warehouse.build(SEEDS);
        warehouse.execute("update raw_salesforce.lead set status = 'Noted', _sdc_sequence = 2"
                + " where id = '00Q000000000007EAA'");
        warehouse.execute("update raw_salesforce.lead set status = 'Unnoted' where id = '00Q000000000006EAA'");
        String before = warehouse.rows(statuses).get(0).split(" ", 2)[0];
        checkpoint(warehouse, 2, false);
        warehouse.build(SEEDS);
        assertThat(warehouse.rows(statuses)).containsExactly(before + " Noted");

        warehouse.execute("delete from raw_salesforce.lead where id = '00Q000000000008EAA'");
        warehouse.build(SEEDS);
        assertThat(warehouse.rows(statuses)).containsExactly("Unnoted Noted");

        warehouse.execute("update raw_salesforce.lead set status = 'Rewritten' where id = '00Q000000000006EAA'");
        checkpoint(warehouse, 2, true);
        warehouse.build(SEEDS);
        assertThat(warehouse.rows(statuses)).containsExactly("Rewritten Noted");
        assertThat(warehouse.rows("select distinct mode from bizops.build where build_id > 1"))
                .containsExactly("incremental");
        assertThat(warehouse.run("verify", "--seeds", SEEDS.toString()).stdout())
                .contains(" 0 different");
    }

    @Test
    void aModelInPlaceOfOneThatIsNarrowedIsMadeAnewAsAWhole(@TempDir Path folder) throws Exception {
        Warehouse warehouse = Warehouse.ofAllVendors();
        Path seeds = Warehouse.seeds(folder, "", "");
        Files.createDirectories(seeds.resolve("models/core"));
        Files.writeString(seeds.resolve("models/core/touch.sql"), """
                select t.*, o.name as activity_name, row_number() over (partition by t.person_key order by t.touch_id) as touch_seq
                from (
                    select m.touch_id, m.person_key, m.campaign_id, m.touch_date, m.touch_at, 'campaign_member' as source
                    from core.campaign_member_touch m
                    where m.drop_reason is null
                    union all
                    select a.touch_id, a.person_key, a.campaign_id, a.touch_date, a.touch_at, 'marketo_activity'
                    from core.marketo_touch a
                    where a.drop_reason is null
                ) t
                cross join (select max(n.name) as name from core.organization n) o
                """);
        warehouse.build(seeds);
        warehouse.execute("update raw_salesforce.account set name = 'Zenith' where name = 'Tarn'");

        warehouse.build(seeds);

        assertThat(warehouse.rows("select distinct activity_name from core.touch"))
                .containsExactly("Zenith");
        assertThat(warehouse.rows(MODES)).containsExactly("full|published", "incremental|published");
    }

    private static void checkpoint(Warehouse warehouse, int sequence, boolean isRewrite) throws SQLException {
        warehouse.execute("insert into bizops.checkpoint (schema_name, table_name, least_sequence, greatest_sequence,"
                + " is_rewrite) values ('raw_salesforce', 'lead', " + sequence + ", " + sequence + ", " + isRewrite
                + ")");
    }

    private static String columnsBehindId(Warehouse warehouse, String table) throws SQLException {
        return String.join(
                ", ",
                warehouse.rows("select quote_ident(attname) from pg_attribute where attrelid = 'raw_salesforce." + table
                        + "'::regclass and attnum > 0 and attname <> 'id' order by attnum"));
    }

    private static String one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }
}
