package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL around a load: before anything, and after everything that went well. */
final class UserSqlTest {
    private static final String SCHEMA = "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"key_properties\":[\"id\"],"
            + "\"schema\":{\"properties\":{\"id\":{\"type\":\"integer\"}}}}";
    private static final String ROW = "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":1}}";
    private static final String STATE = "{\"type\":\"STATE\",\"value\":1}";

    @TempDir
    private Path folder = Path.of("");

    private final Loading loading = new Loading();

    @Test
    void bothRunWithAllTheirStatements() {
        loading.with("before_run_sql", "\"CREATE TABLE log (t text); INSERT INTO log VALUES ('a;?{d}'), ($$b;$$)\"")
                .with("after_run_sql", "\"INSERT INTO log SELECT 'after ' || count(*) FROM s;\"");

        loading.loads(SCHEMA, ROW, STATE);

        assertThat(loading.rows("SELECT t FROM log").toString()).isEqualTo("[[a;?{d}], [b;], [after 1]]");
    }

    @Test
    void theyComeFromFilesToo() throws Exception {
        Path before = Files.writeString(folder.resolve("before.sql"), "CREATE TABLE \"größer\" ()");
        Path after = Files.writeString(folder.resolve("after.sql"), "ALTER TABLE \"größer\" ADD c int;\n");
        loading.with("before_run_sql_file", "\"" + before + "\"").with("after_run_sql_file", "\"" + after + "\"");

        loading.loads(SCHEMA);

        assertThat(loading.rows("SELECT c FROM \"größer\"")).isEmpty();
    }

    @Test
    void whatTheTextSetsOrLeavesOpenDoesNotReachTheLoad() {
        loading.with(
                "before_run_sql",
                "\"CREATE SCHEMA x; SET search_path = x; SET default_transaction_read_only = on; BEGIN READ WRITE; CREATE"
                        + " TABLE t ()\"");

        loading.loads(SCHEMA, ROW);

        assertThat(loading.rows("SELECT FROM x.t")).isEmpty();
        assertThat(loading.value("SELECT count(*) FROM public.s")).isEqualTo("1");
    }

    @Test
    void vacuumRuns() {
        loading.with("after_run_sql", "\"VACUUM s\"").loads(SCHEMA, ROW);
    }

    @Test
    void anEmptyTextAsksForNothing() {
        loading.with("before_run_sql", "\" \"").with("after_run_sql", "\"\"").loads(SCHEMA, ROW);
    }

    @Test
    void aFailureBeforeKeepsEverythingOut() {
        loading.with("before_run_sql", "\"CREATE TABLE t (); SELECT nothing FROM t\"");

        Loading.Outcome outcome = loading.load(SCHEMA, ROW, STATE);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .startsWith(
                        "CRITICAL target-postgres: 'before_run_sql' failed: ERROR: column \"nothing\" does not exist")
                .contains("[42703]; nothing was loaded")
                .hasLineCount(1);
        assertThat(outcome.states()).isEmpty();
        assertThat(loading.value("SELECT to_regclass('s')")).isNull();
        assertThat(loading.value("SELECT to_regclass('t')")).isNull();
    }

    @Test
    void aFailureAfterLeavesRowsAndState() throws Exception {
        Path after = Files.writeString(folder.resolve("after.sql"), "SELECT 1/0");
        loading.with("after_run_sql_file", "\"" + after + "\"");

        Loading.Outcome outcome = loading.load(SCHEMA, ROW, STATE);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .isEqualToIgnoringNewLines("CRITICAL target-postgres: 'after_run_sql_file' failed: ERROR: division by"
                        + " zero [22012]; everything is loaded and stays");
        assertThat(outcome.states()).containsExactly("1");
        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    @Test
    void afterAFailedLoadTheSecondTextDoesNotRun() {
        loading.with("after_run_sql", "\"CREATE TABLE t ()\"");

        Loading.Outcome outcome = loading.load(SCHEMA, ROW, "no message");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(loading.value("SELECT to_regclass('t')")).isNull();
    }

    @Test
    void anInputThatIsCutIsNoGoodEnd() {
        loading.with("after_run_sql", "\"CREATE TABLE t ()\"");

        Loading.Outcome outcome = loading.load(
                new ByteArrayInputStream((SCHEMA + "\n" + ROW.substring(0, 20)).getBytes(StandardCharsets.UTF_8)));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(loading.value("SELECT to_regclass('t')")).isNull();
    }

    @Test
    void anOverwriteIsInPlaceWhenTheSecondTextRuns() {
        loading.loads(SCHEMA, ROW.replace("1", "5"));
        loading.with("load_method", "\"overwrite\"").with("after_run_sql", "\"CREATE TABLE t AS SELECT id FROM s\"");

        loading.loads(SCHEMA, ROW);

        assertThat(loading.rows("SELECT id FROM t").toString()).isEqualTo("[[1]]");
    }

    @Test
    void textAndFileTogetherAreRefusedAndAMissingFileIsNamed() {
        loading.with("before_run_sql", "\"SELECT 1\"")
                .with("before_run_sql_file", "\"x.sql\"")
                .with("after_run_sql_file", "\"/nowhere/y.sql\"");

        Loading.Outcome outcome = loading.load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors().lines())
                .containsExactly(
                        "CRITICAL target-postgres: 'before_run_sql' and 'before_run_sql_file' are both given: keep one",
                        "CRITICAL target-postgres: 'after_run_sql_file': file /nowhere/y.sql cannot be read; name a file"
                                + " with SQL in UTF-8");
    }
}
