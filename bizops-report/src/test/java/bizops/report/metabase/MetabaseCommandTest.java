package bizops.report.metabase;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.cli.MetabaseCommand;
import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import bizops.singer.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bizops-report metabase} over HTTP, to a server that answers in Metabase's shapes. */
final class MetabaseCommandTest {
    private static final int QUESTIONS = 12;

    @TempDir
    private Path folder = Path.of("");

    private final FakeMetabase metabase = start();

    private record Outcome(ExitCode exit, String stdout, String stderr) {}

    private static FakeMetabase start() {
        try {
            return new FakeMetabase();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void writeKey() throws IOException {
        Files.writeString(folder.resolve("key"), FakeMetabase.KEY + "\n");
    }

    @AfterEach
    void stop() {
        metabase.close();
    }

    @Test
    void makesOneCollectionWithAllQuestionsAndDashboardsAndThenNothingMore() throws Exception {
        Outcome first = upload();
        List<String> made = List.copyOf(metabase.writes);
        metabase.writes.clear();
        Outcome second = upload();

        assertThat(first.exit()).as(first.stderr()).isEqualTo(ExitCode.OK);
        assertThat(metabase.count("collection")).isEqualTo(1);
        assertThat(metabase.count("card")).isEqualTo(QUESTIONS);
        assertThat(metabase.count("dashboard")).isEqualTo(3);
        assertThat(made).hasSize(1 + QUESTIONS + 2 * 3);
        assertThat(first.stdout().lines()).hasSize(1 + QUESTIONS + 3).allMatch(line -> line.startsWith("create "));
        assertThat(metabase.writes).isEmpty();
        assertThat(second.stdout().lines()).hasSize(1 + QUESTIONS + 3).allMatch(line -> line.startsWith("unchanged "));
    }

    @Test
    void aQuestionIsSqlWithAFieldFilterAndADashboardGivesItsFilterToAll() throws Exception {
        upload();

        Map<String, Object> card = as(metabase.described("card", "[bizops:question/channel_acquisition "));
        assertThat(Json.write(card))
                .contains("from marts.channel_performance\\n", "[[where {{channel}}]]")
                .contains("\"dimension\":[\"field\",104,null],\"widget-type\":\"string/=\"");
        Map<String, Object> board = as(metabase.described("dashboard", "[bizops:dashboard/acquisition "));
        assertThat((List<?>) board.get("dashcards")).hasSize(7);
        assertThat((List<?>) board.get("parameters")).hasSize(2);
        assertThat(Json.write(board))
                .contains("\"card_id\":" + card.get("id") + ",\"row\":0,\"col\":0,\"size_x\":12")
                .contains("\"target\":[\"dimension\",[\"template-tag\",\"channel\"]]")
                .contains("\"type\":\"date/all-options\",\"sectionId\":\"date\"");
    }

    @Test
    void aDryRunPrintsTheStepsAndWritesNothing() throws Exception {
        Outcome outcome = upload("--dry-run");

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(outcome.stdout())
                .startsWith("create collection: BizOps\n")
                .contains("create question/notes: What is known and what is missing\n")
                .contains("create dashboard/pipeline: Pipeline\n");
        assertThat(metabase.writes).isEmpty();
    }

    @Test
    void bringsUpToDateWhatItMadeAndLeavesAloneWhatItDidNot() throws Exception {
        upload();
        Map<String, Object> card = as(metabase.described("card", "[bizops:question/funnel "));
        card.put("description", "Of an earlier version\n\n[bizops:question/funnel 000000000000]");
        Map<String, Object> halfMade = as(metabase.described("dashboard", "[bizops:dashboard/revenue "));
        halfMade.put("description", "Begun\n\n[bizops:dashboard/revenue]");
        halfMade.remove("dashcards");
        Map<String, Object> own = as(metabase.described("card", "[bizops:question/notes "));
        own.put("description", "Mine");
        as(metabase.described("card", "[bizops:question/cohorts ")).put("name", "Called otherwise");
        metabase.kept.put(
                "/api/card/500",
                Body.of("id", 500, "collection_id", 1, "description", "Old\n\n[bizops:question/gone 0123456789ab]"));
        metabase.writes.clear();

        Outcome outcome = upload();

        assertThat(outcome.stdout())
                .contains("update question/funnel: ", "update dashboard/revenue: ", "create question/notes: ")
                .contains("unchanged question/cohorts: ", "left alone question/gone: ");
        assertThat(metabase.writes)
                .contains("PUT /api/card/" + card.get("id"), "POST /api/card")
                .doesNotContain("PUT /api/card/" + own.get("id"), "POST /api/dashboard");
        assertThat((List<?>) halfMade.get("dashcards")).hasSize(3);
        assertThat(own).containsEntry("description", "Mine");
    }

    @Test
    void anEnvironmentHasItsOwnSchemaAndCollection() throws Exception {
        Path config = Files.writeString(
                folder.resolve("warehouse.json"),
                "{\"user\": \"u\", \"database\": \"d\", \"schema_prefix\": \"acme\"}");
        metabase.schema = "acme_marts";

        Outcome outcome = upload("--config", config.toString());

        assertThat(outcome.stdout()).startsWith("create collection/acme: BizOps acme\n");
        assertThat(Json.write(metabase.described("card", "[bizops:question/notes ")))
                .contains("from acme_marts.note\\n");
    }

    @Test
    void saysInOneLineWhatIsWrong() throws Exception {
        metabase.databases = List.of("A", "B");
        assertThat(failed()).contains("2 databases of PostgreSQL", "--database", "\"A\", \"B\"");
        assertThat(failed("--database", "C")).contains("no database \"C\"", "\"Sample Database\"");
        metabase.databases = List.of("A");
        metabase.schema = "elsewhere";
        assertThat(failed()).contains("knows no column marts.", "Sync database schema now");
        Files.writeString(folder.resolve("key"), "mb_wrong_key");
        assertThat(failed()).contains("HTTP 401", "check the credentials").doesNotContain("mb_wrong_key");
        Files.writeString(folder.resolve("key"), " ");
        assertThat(failed()).contains("--api-key-file", "must hold an API key");
        assertThat(metabase.writes).isEmpty();
    }

    private String failed(String... more) throws IOException {
        Outcome outcome = upload(more);
        assertThat(outcome.exit()).isNotEqualTo(ExitCode.OK);
        assertThat(outcome.stderr()).hasLineCount(1);
        return outcome.stderr();
    }

    private Outcome upload(String... more) throws IOException {
        ByteArrayOutputStream stdout = new ByteArrayOutputStream();
        ByteArrayOutputStream stderr = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), stdout, new PrintStream(stderr, true, StandardCharsets.UTF_8), Map.of());
        List<String> arguments = new ArrayList<>(List.of(
                "metabase",
                "--url",
                metabase.url(),
                "--api-key-file",
                folder.resolve("key").toString()));
        arguments.addAll(List.of(more));
        Program program = Program.named("bizops-report", "As in Main.").with("metabase", new MetabaseCommand());
        ExitCode exit = Launcher.run(program, terminal, arguments);
        return new Outcome(exit, stdout.toString(StandardCharsets.UTF_8), stderr.toString(StandardCharsets.UTF_8));
    }

    /** An object none of whose values a test asks for is null. */
    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> as(Map<String, ?> object) {
        return (Map<String, Object>) object;
    }
}
