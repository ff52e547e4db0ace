package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.TestDatabase;
import bizops.singer.error.ExitCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One URL says where the database is, and never shows. */
final class ConnectionUrlTest {
    private static final String SCHEMA =
            "{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"properties\":{\"id\":{\"type\":\"integer\"}}}}";

    private final Loading loading = new Loading();

    @Test
    void everythingCanStandInTheUrl() {
        onlyUrl(url("p%40ss%2F%C3%BC%25", "") + "?sslmode=disable&application_name=from+url");
        loading.execute("CREATE ROLE \"odd user\" LOGIN SUPERUSER PASSWORD 'p@ss/ü%'");
        loading.with(
                "before_run_sql", "\"CREATE TABLE who AS SELECT current_user, current_setting('application_name')\"");

        loading.loads(SCHEMA);

        assertThat(loading.rows("SELECT * FROM who").toString()).isEqualTo("[[odd user, from url]]");
        assertThat(loading.rows("SELECT id FROM s")).isEmpty();
        loading.execute("DROP OWNED BY \"odd user\"; DROP ROLE \"odd user\"");
    }

    @Test
    void whatTheUrlLeavesOutComesFromTheOtherSettings() {
        TestDatabase database = loading.database();
        loading.without("host")
                .without("database")
                .with("sqlalchemy_url", "\"postgresql://" + database.host() + "/" + database.name() + "\"");

        loading.loads(SCHEMA);

        assertThat(loading.rows("SELECT id FROM s")).isEmpty();
    }

    @Test
    void theSameTwiceIsFineAndAnythingElseIsNot() {
        TestDatabase database = loading.database();
        String url = "postgresql+psycopg2://%s:s3cret@%s:%d/other"
                .formatted(database.user(), database.host(), database.port());
        loading.with("sqlalchemy_url", "\"" + url + "\"").without("password");

        Loading.Outcome outcome = loading.load(SCHEMA);

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .startsWith("CRITICAL target-postgres: 'database' (")
                .contains(") is not what 'sqlalchemy_url' (", "says: keep one")
                .hasLineCount(1);
    }

    @Test
    void aWrongPasswordIsNotShown() {
        onlyUrl(url("wr%6fng-s3cret", "other"));

        String shown = loading.load(SCHEMA).errors();

        assertThat(shown)
                .contains("refuses user \"odd user\"")
                .doesNotContain("s3cret")
                .hasLineCount(1);
    }

    @Test
    void anUnknownOptionIsNamedAlone() {
        onlyUrl(url("s3cret", "") + "?options=-csearch_path%3Ds3cret");

        assertThat(loading.load(SCHEMA).errors())
                .contains("'sqlalchemy_url' has the option 'options', which is not known here")
                .doesNotContain("s3cret", "search_path")
                .hasLineCount(1);
    }

    @Test
    void aUrlWithoutDatabaseMissesIt() {
        onlyUrl("postgresql://u:s3cret@h");

        assertThat(loading.load(SCHEMA).errors())
                .contains("'database' is required")
                .doesNotContain("s3cret")
                .hasLineCount(1);
    }

    private String url(String password, String suffix) {
        TestDatabase database = loading.database();
        return "postgresql+psycopg2://odd%20user:" + password + "@" + database.host() + ":" + database.port() + "/"
                + URLEncoder.encode(database.name(), StandardCharsets.UTF_8) + suffix;
    }

    private void onlyUrl(String url) {
        Set.of("host", "port", "user", "password", "database").forEach(loading::without);
        loading.with("sqlalchemy_url", "\"" + url + "\"");
    }
}
