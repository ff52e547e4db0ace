package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline of examples/gitlab, job by job, with two of the three vendors. */
final class GitlabIT {
    private static final Path EXAMPLE = Path.of("..", "examples", "gitlab").toAbsolutePath();
    private static final String SCHEDULE = "CI_PIPELINE_SOURCE=schedule";

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();

    @Test
    void productionAReviewAppAndItsEnd() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.02))) {
            GitlabProject project =
                    GitlabProject.make(folder, EXAMPLE, sandbox, database, ".gitlab-ci.yml", "templates");
            Path file = project.folder().resolve(".gitlab-ci.yml");
            Files.writeString(file, Files.readString(file).replace("zuora, marketo]", "zuora]"));
            project.push("main");

            Run production = project.pipeline("--variable", SCHEDULE);

            assertThat(production.exit()).as(production.stdout()).isZero();
            assertThat(production.stdout() + production.stderr()).doesNotContain(sandbox.clientSecret());
            assertThat(project.folder().resolve("public/index.html")).isNotEmptyFile();
            assertThat(project.folder().resolve("results/zuora/run.json"))
                    .content()
                    .contains("\"status\" : \"done\"");
            assertThat(project.folder().resolve("results/data-tests.xml"))
                    .content()
                    .contains("<testcase ");
            assertThat(rows("SELECT state_id FROM bizops.state ORDER BY 1")).containsExactly("salesforce", "zuora");
            assertThat(schemas("review")).isEmpty();

            Files.writeString(
                    project.folder().resolve("seeds/campaign_channel.csv"),
                    "Content Syndication,Content\n",
                    StandardOpenOption.APPEND);
            project.push("Fix/Channels_1");
            Run review = project.pipeline();

            assertThat(review.exit()).as(review.stdout()).isZero();
            assertThat(review.stdout()).doesNotContain("WARN  differences").contains("review/fix-channels-1");
            assertThat(schemas("review")).contains("review_fix_channels_1_marts");
            assertThat(rows("SELECT DISTINCT channel FROM review_fix_channels_1_core.campaign"))
                    .contains("Content");
            assertThat(rows("SELECT DISTINCT channel FROM core.campaign")).doesNotContain("Content");
            assertThat(project.folder().resolve("differences.md")).content().contains("| Content |");

            rows(
                    "DO $$BEGIN EXECUTE format('CREATE SCHEMA review_gone_marts; COMMENT ON SCHEMA review_gone_marts IS %L',"
                            + " obj_description('review_fix_channels_1_marts'::regnamespace)); END$$");
            project.push("main");
            Run sweep = project.pipeline("--variable", SCHEDULE, "--variable", "BIZOPS_SWEEP=true");

            assertThat(sweep.exit()).as(sweep.stdout()).isZero();
            assertThat(sweep.stdout()).contains("dropped review_gone\n").doesNotContain("extract");
            assertThat(schemas("review"))
                    .contains("review_fix_channels_1_marts")
                    .doesNotContain("review_gone_marts");

            project.push("Fix/Channels_1");
            Run stop = project.pipeline("stop-review");

            assertThat(stop.exit()).as(stop.stdout()).isZero();
            assertThat(schemas("review")).isEmpty();
            assertThat(schemas("marts")).containsExactly("marts");
        }
    }

    private List<String> schemas(String beginning) throws Exception {
        return rows("SELECT nspname FROM pg_namespace WHERE starts_with(nspname, '" + beginning + "') ORDER BY 1");
    }

    private List<String> rows(String sql) throws Exception {
        List<String> found = new ArrayList<>();
        try (Connection open = database.connect();
                Statement statement = open.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(String.valueOf(rows.getString(1)));
                    }
                }
            }
        }
        return found;
    }
}
