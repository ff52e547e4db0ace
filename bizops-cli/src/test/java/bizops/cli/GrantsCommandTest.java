package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ExitCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bizops grants}, and what logins may do afterwards. */
final class GrantsCommandTest {
    private static final String ALL = """
              loader: {name: "@loader", members: ["@etl"]}
              transformer: {name: "@transformer", members: ["@dbt"]}
              reader: {name: "@reader", members: ["@bi"], statement_timeout: 7s, connection_limit: 3}
              auditor: {name: "@auditor", members: ["@audit"]}
            """;
    private static final String SHOP = "\"Shop \"\"raw\"\"\"";

    @TempDir
    private Path directory = Path.of("");

    private GrantsFolder folder = new GrantsFolder(directory);

    @BeforeEach
    void makeProject() throws Exception {
        folder = new GrantsFolder(directory).logins("etl", "dbt", "bi", "audit").project(ALL);
    }

    @Test
    void planTellsWhatApplyRunsAndNothingOnceAllStands() {
        Cli.Outcome before = folder.grants("plan", "--check", "-e", "prod");
        Cli.Outcome applied = folder.grants("apply", "-e", "prod");
        Cli.Outcome after = folder.grants("plan", "--check", "-e", "prod");

        assertThat(before.code()).as(before.errors()).isEqualTo(ExitCode.USAGE);
        assertThat(before.errors()).startsWith("CRITICAL bizops: grants: missing statements: ");
        assertThat(applied.code()).as(applied.errors()).isEqualTo(ExitCode.OK);
        assertThat(applied.output())
                .isEqualTo(before.output())
                .contains("CREATE ROLE " + folder.quoted("loader") + " NOLOGIN;\n")
                .contains("CREATE SCHEMA " + SHOP + " AUTHORIZATION " + folder.quoted("owner") + ";\n")
                .contains("FROM PUBLIC;\n")
                .doesNotContainIgnoringCase("password");
        assertThat(after.output()).isEmpty();
        assertThat(after.code()).as(after.errors()).isEqualTo(ExitCode.OK);
    }

    @Test
    void eachLoginMayDoItsDutyAndNoMore() throws Exception {
        apply();
        folder.as("etl", "CREATE TABLE raw_crm.lead (id int)", "CREATE TABLE bizops.run (run_id text)");
        folder.as("dbt", "CREATE TABLE marts.sao AS SELECT * FROM raw_crm.lead", "CREATE TABLE history.lead (id int)");
        folder.as("dbt", "CREATE SCHEMA core", "CREATE TABLE core.person (email text)");

        may("etl", "ALTER TABLE raw_crm.lead ADD COLUMN name text");
        may(
                "dbt",
                "SELECT * FROM bizops.run",
                "ALTER SCHEMA marts RENAME TO marts__prev",
                "ALTER SCHEMA marts__prev" + " RENAME TO marts");
        may("bi", "SELECT * FROM marts.sao");
        may("audit", "SELECT * FROM bizops.run", "SELECT * FROM history.lead");

        mustNot("etl", "SELECT * FROM marts.sao", "SELECT * FROM core.person", "CREATE SCHEMA mine");
        mustNot("dbt", "INSERT INTO raw_crm.lead VALUES (1)", "DROP TABLE raw_crm.lead", "DELETE FROM bizops.run");
        mustNot("bi", "SELECT * FROM core.person", "SELECT * FROM raw_crm.lead", "SELECT * FROM bizops.run");
        mustNot("bi", "SET TRANSACTION READ WRITE; CREATE TABLE marts.mine (id int)");
        mustNot("bi", "SET TRANSACTION READ WRITE; DELETE FROM marts.sao");
        mustNot("bi", "SET TRANSACTION READ WRITE; CREATE TEMPORARY TABLE t (id int)");
        mustNot("audit", "SELECT * FROM marts.sao", "SELECT * FROM raw_crm.lead");
        assertThat(folder.grants("plan", "-e", "prod").output()).isEmpty();
    }

    @Test
    void whatALoginMakesBelongsToItsRoleAndReadersHaveLimits() throws Exception {
        apply();
        folder.as("etl", "CREATE TABLE raw_crm.lead (id int)");

        assertThat(ask("etl", "SELECT tableowner FROM pg_tables WHERE tablename = 'lead'"))
                .isEqualTo(folder.named("loader"));
        assertThat(ask("dbt", "SELECT current_user")).isEqualTo(folder.named("transformer"));
        assertThat(ask("bi", "SHOW statement_timeout")).isEqualTo("7s");
        assertThat(ask("bi", "SHOW default_transaction_read_only")).isEqualTo("on");
        assertThat(ask("audit", "SHOW statement_timeout")).isEqualTo("5min");
        assertThat(ask("bi", "SELECT rolconnlimit FROM pg_roles WHERE rolname = session_user"))
                .isEqualTo("3");
        assertThatThrownBy(() -> folder.as("etl", "SET ROLE " + folder.quoted("transformer")))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void doctorFindsTheRightsOfTheLoaderInOrder() throws Exception {
        apply();
        folder.as("etl", "CREATE TABLE raw_crm.lead (id int)", "CREATE TABLE bizops.state (id int)");
        folder.as(
                "dbt",
                "CREATE TABLE bizops.build (id int)",
                "COMMENT ON TABLE bizops.build IS 'Kept by bizops-transform: builds'");
        folder.cli().with("PG_USERNAME", folder.named("etl")).with("TARGET_POSTGRES_PASSWORD", GrantsFolder.PASSWORD);

        Cli.Outcome doctor = folder.call("doctor", "--quick", "-e", "prod");

        assertThat(doctor.output())
                .contains("OK    rights              schema bizops\n")
                .contains("OK    rights              schema raw_crm\n");
    }

    @Test
    void whatStandsAlreadyIsHandedOver() throws Exception {
        folder.admin(
                "CREATE SCHEMA raw_crm",
                "CREATE TABLE raw_crm.\"Lead\" (id serial)",
                "CREATE SCHEMA bizops",
                "CREATE TABLE bizops.state (id int)",
                "CREATE TABLE bizops.build (id int)",
                "COMMENT ON TABLE bizops.build IS 'Kept by bizops-transform: builds'",
                "CREATE SEQUENCE bizops.sdc_sequence",
                "CREATE SCHEMA marts",
                "CREATE TABLE marts.a (id int)",
                "CREATE TABLE marts.b (id int)",
                "CREATE VIEW marts.v AS SELECT * FROM marts.a",
                "GRANT ALL ON marts.a TO PUBLIC");

        Cli.Outcome applied = apply();

        assertThat(applied.output())
                .contains("ALTER VIEW \"marts\".\"v\" OWNER TO " + folder.quoted("transformer") + ";\n")
                .contains("GRANT SELECT ON ALL TABLES IN SCHEMA \"marts\" TO " + folder.quoted("reader") + ";\n");
        may("etl", "ALTER TABLE raw_crm.\"Lead\" ADD COLUMN name text", "SELECT nextval('bizops.sdc_sequence')");
        may("etl", "SELECT * FROM bizops.build");
        mustNot("etl", "DELETE FROM bizops.build");
        may("dbt", "SELECT * FROM raw_crm.\"Lead\"", "DELETE FROM bizops.build");
        may("bi", "SELECT * FROM marts.v");
        mustNot("audit", "SELECT * FROM marts.a");
        assertThat(folder.grants("plan", "-e", "prod").output()).isEmpty();
    }

    @Test
    void whatIsTooMuchIsTakenBack() throws Exception {
        folder.project(ALL.replace("connection_limit: 3", "connection_limit: 3, details: true"));
        apply();
        folder.as("dbt", "CREATE TABLE core.person (email text)");
        may("bi", "SELECT * FROM core.person");
        folder.admin("GRANT DELETE ON core.person TO " + folder.quoted("reader"));
        folder.admin("GRANT " + folder.quoted("reader") + " TO " + folder.quoted("etl"));

        folder.project(ALL.replace("members: [\"@dbt\"]", "members: []"));
        Cli.Outcome applied = apply();

        assertThat(applied.output())
                .contains("REVOKE DELETE, SELECT ON TABLE \"core\".\"person\" FROM " + folder.quoted("reader"))
                .contains("REVOKE " + folder.quoted("reader") + " FROM " + folder.quoted("etl"))
                .contains("REVOKE " + folder.quoted("transformer") + " FROM " + folder.quoted("dbt"));
        mustNot("bi", "SELECT * FROM core.person");
        assertThat(ask("etl", "SELECT current_user")).isEqualTo(folder.named("loader"));
        assertThatThrownBy(() -> folder.as("dbt", "SELECT 1"))
                .as("PUBLIC may not connect")
                .hasMessageContaining("permission denied for database");
        assertThat(folder.grants("plan", "-e", "prod").output()).isEmpty();
    }

    @Test
    void environmentsHaveRolesOfTheirOwnAndLeaveThoseOfOthersAlone() throws Exception {
        apply();
        folder.logins("dbt2", "etl3", "dbt3");
        String none = ALL.replace("[\"@bi\"]", "[]").replace("[\"@audit\"]", "[]");
        folder.project(none.replace("@dbt", "@dbt2"));
        Cli.Outcome dev = folder.grants("apply", "-e", "dev");
        folder.project(none.replace("@dbt", "@dbt3").replace("@etl", "@etl3"));
        Cli.Outcome apart = folder.grants("apply", "-e", "apart");

        assertThat(dev.code()).as(dev.errors()).isEqualTo(ExitCode.OK);
        assertThat(dev.output()).contains("CREATE ROLE \"dev_reader of ").doesNotContain("loader\" OWNER");
        assertThat(apart.code()).as(apart.errors()).isEqualTo(ExitCode.OK);
        folder.as("etl", "CREATE TABLE raw_crm.lead (id int)", "CREATE TABLE bizops.state (id int)");
        may(
                "dbt2",
                "SELECT * FROM raw_crm.lead",
                "CREATE TABLE dev_marts.sao (id int)",
                "CREATE TABLE dev_bizops.build ()");
        mustNot("dbt2", "CREATE TABLE marts.sao (id int)", "CREATE TABLE bizops.build ()");
        may("etl3", "CREATE TABLE apart_raw_crm.lead (id int)", "INSERT INTO bizops.state VALUES (1)");
        mustNot("etl3", "SELECT * FROM raw_crm.lead", "DROP TABLE bizops.state");
        may("dbt3", "SELECT * FROM apart_raw_crm.lead");
        mustNot("dbt3", "SELECT * FROM raw_crm.lead");
        assertThat(folder.grants("plan", "-e", "apart").output()).isEmpty();
        folder.project(none.replace("@dbt", "@dbt2"));
        assertThat(folder.grants("plan", "-e", "dev").output()).isEmpty();
        folder.project(ALL);
        assertThat(folder.grants("plan", "-e", "prod").output()).isEmpty();
    }

    @Test
    void theOwnerOfTheDatabaseNeedsNoSuperuser() throws Exception {
        folder.admin(
                "CREATE ROLE " + folder.quoted("boss") + " LOGIN CREATEROLE PASSWORD '" + GrantsFolder.PASSWORD + "'");
        folder.admin("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I OWNER TO %I', current_database(), $x$"
                + folder.named("boss") + "$x$); END $$");
        for (String login : new String[] {"etl", "dbt", "bi", "audit"}) {
            folder.admin("GRANT " + folder.quoted(login) + " TO " + folder.quoted("boss") + " WITH ADMIN OPTION");
        }
        folder.cli().with("PG_USERNAME", folder.named("boss")).with("TARGET_POSTGRES_PASSWORD", GrantsFolder.PASSWORD);

        apply();

        folder.as("etl", "CREATE TABLE raw_crm.lead (id int)");
        may("dbt", "SELECT * FROM raw_crm.lead");
        assertThat(folder.grants("plan", "-e", "prod").output()).isEmpty();
    }

    @Test
    void whatCannotBeGrantedIsNamedAndNothingChanges() throws Exception {
        apply();
        folder.project(ALL.replace("@bi", "@nobody").replace("\"@audit\"", "\"postgres\""));
        Cli.Outcome unknown = folder.grants("apply", "-e", "prod");
        folder.project(ALL.replace("@audit", "@etl"));
        Cli.Outcome twice = folder.grants("plan", "-e", "prod");
        folder.project(ALL);
        Cli.Outcome other = folder.grants("plan", "-e", "apart");

        assertThat(unknown.errors())
                .contains("grants.reader.members: the server has no login \"" + folder.named("nobody") + "\"")
                .contains("\"postgres\" is a superuser")
                .hasLineCount(2);
        assertThat(twice.errors())
                .contains("bizops.yml, line 13", "is a member of loader too")
                .hasLineCount(1);
        assertThat(other.errors())
                .contains("sessions of \"" + folder.named("dbt") + "\" begin as \"" + folder.named("transformer"));
        assertThat(folder.grants("plan", "--check").code()).isEqualTo(ExitCode.FAILURE);
        assertThat(folder.grants("apply", "--check", "-e", "prod").code()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.grants("plan", "-e", "prod").output()).isEmpty();
    }

    private Cli.Outcome apply() {
        Cli.Outcome outcome = folder.grants("apply", "-e", "prod");
        assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
        return outcome;
    }

    private void may(String login, String... statements) throws SQLException {
        folder.as(login, statements);
    }

    private void mustNot(String login, String... statements) {
        for (String statement : statements) {
            assertThatThrownBy(() -> folder.as(login, statement))
                    .as("%s: %s", login, statement)
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }

    private String ask(String login, String query) throws SQLException {
        try (Connection connection = folder.as(login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
