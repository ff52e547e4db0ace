package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.target.Loading.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that come in files: bare, one a line, in the order of the manifest. */
final class BatchMessagesTest {
    private static final String SCHEMA = """
            {"type":"SCHEMA","stream":"s","schema":{"properties":{"id":{"type":"integer"},"a":{"type":["null","string"]}}},"key_properties":["id"]}""";

    @TempDir
    private Path folder = Path.of("");

    private final Loading loading = new Loading();

    @Test
    void filesAreReadInTheirOrderBetweenTheRecordsAround() throws IOException {
        Path plain = write("one", "{\"id\":1,\"a\":\"file one\"}\n\n{\"id\":2,\"a\":\"é\"}");
        Path zipped = gzip("two.gz", "{\"id\":2,\"a\":\"file two\"}\r\n{\"id\":3}\n");

        Outcome outcome = loading.load(
                SCHEMA,
                record(1, "before"),
                batch("gzip", zipped.toUri().toString()),
                batch("none", plain.toUri().toString()),
                record(3, "after"),
                "{\"type\":\"STATE\",\"value\":{\"n\":1}}");

        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.states()).containsExactly("{\"n\":1}");
        assertThat(loading.rows("SELECT id, a FROM s ORDER BY id"))
                .containsExactly(List.of("1", "file one"), List.of("2", "é"), List.of("3", "after"));
        assertThat(loading.value("SELECT count(*) FROM s WHERE _sdc_extracted_at IS NOT NULL"))
                .isEqualTo("0");
        assertThat(plain).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"part 1", "part#1", "part?1", "100%", "a%20b", "é"})
    void aFileUrlIsTakenWithEscapesAndWithout(String name) throws IOException {
        Path file = write(name, "{\"id\":1,\"a\":\"x\"}");

        loading.loads(
                SCHEMA, batch(null, "file://" + file), batch(null, file.toUri().toString()));
        loading.loads(SCHEMA, batch(null, "file://localhost" + file), batch(null, "file:" + file));

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    @Test
    void aFileUrlMeansTheFileWithoutEscapesFirst() throws IOException {
        write("a b", "{\"id\":1,\"a\":\"by the URL\"}");
        Path literal = write("a%20b", "{\"id\":1,\"a\":\"by the letter\"}");

        loading.loads(SCHEMA, batch(null, "file://" + literal));

        assertThat(loading.value("SELECT a FROM s")).isEqualTo("by the URL");
    }

    @Test
    void aNameWithoutFolderLiesUnderTheRoot() throws IOException {
        write("part 1", "{\"id\":1}");
        loading.with("batch_config", "{\"storage\":{\"root\":\"" + folder.toUri() + "\"}}")
                .loads(SCHEMA, batch(null, "part 1"));

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("1");
    }

    @Test
    void streamMapsHoldForItsRecordsToo() throws IOException {
        Path file = write("one", "{\"id\":1,\"a\":\"x\"}");
        loading.with("stream_maps", "{\"s\":{\"__alias__\":\"t\",\"b\":\"a\",\"a\":null}}")
                .loads(SCHEMA, batch(null, file.toUri().toString()));
        assertThat(loading.rows("SELECT id, b FROM t")).containsExactly(List.of("1", "x"));

        loading.with("stream_maps", "{\"s\":null}").loads(SCHEMA, batch(null, file.toUri() + ".missing"));
    }

    @Test
    void itsRecordsAreOfItsVersion() throws IOException {
        Path file = write("one", "{\"id\":2}");
        loading.loads(SCHEMA, record(1, "old"));
        loading.loads(
                SCHEMA,
                batch(null, file.toUri().toString()).replace("\"manifest\"", "\"version\":7,\"manifest\""),
                "{\"type\":\"ACTIVATE_VERSION\",\"stream\":\"s\",\"version\":7}");

        assertThat(loading.rows("SELECT id, _sdc_table_version FROM s WHERE _sdc_deleted_at IS NULL"))
                .containsExactly(List.of("2", "7"));
    }

    @Test
    void aLargeFileIsMoreThanOneBatch() throws IOException {
        StringBuilder records = new StringBuilder();
        for (int id = 0; id < 5_000; id++) {
            records.append("{\"id\":").append(id).append(",\"a\":\"x\"}\n");
        }
        Path file = gzip("many", records.toString());
        loading.with("batch_size_rows", "700")
                .loads(SCHEMA, batch("gzip", file.toUri().toString()));

        assertThat(loading.value("SELECT count(*) FROM s")).isEqualTo("5000");
        assertThat(loading.value("SELECT count(DISTINCT _sdc_batched_at) > 3 FROM s"))
                .isEqualTo("t");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            parquet | gzip   | file:///x    | line 2, stream "s": a BATCH of format "parquet" (file:///x) cannot be read; let the tap write jsonl
            jsonl   | zstd   | file:///x    | a BATCH in compression "zstd" (file:///x) cannot be read; let the tap use gzip or none
            jsonl   | gzip   | s3://b/x     | a BATCH names s3://b/x, and only files of this machine (file://…) can be read
            jsonl   | gzip   | file://h/x   | a BATCH names file://h/x, and only files of this machine
            jsonl   | none   | x            | set batch_config.storage.root to the folder
            jsonl   | none   | file:///no/x | line 2, stream "s", file /no/x cannot be read: there is no such file
            """)
    void whatCannotBeReadIsNamed(String format, String compression, String url, String error) {
        Outcome outcome = loading.load(SCHEMA, batch(compression, url).replace("jsonl", format));

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors()).contains(error).hasLineCount(1);
    }

    @Test
    void aBrokenFileKeepsWhatCameBeforeAndPrintsNoState() throws IOException {
        Path file = gzip("cut", "{\"id\":1}\n{\"id\":2}\n");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) - 9));

        Outcome outcome = loading.load(
                SCHEMA,
                record(9, "x"),
                "{\"type\":\"STATE\",\"value\":1}",
                batch("gzip", file.toUri().toString()),
                "{\"type\":\"STATE\",\"value\":2}");

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.states()).containsExactly("1");
        assertThat(outcome.errors()).contains("line 4, stream \"s\", file " + file + " cannot be read: ");
        assertThat(loading.value("SELECT count(*) FROM s WHERE id = 9")).isEqualTo("1");
    }

    @Test
    void aWrongRecordIsNamedByItsLineInTheFile() throws IOException {
        Path file = write("one", "{\"id\":1}\n{\"id\":\"x\"}\n");

        assertThat(loading.load(SCHEMA, batch(null, file.toUri().toString())).errors())
                .contains("line 2, stream \"s\", file " + file + ": line 2, stream \"s\", field \"id\": ");
    }

    @Test
    void aBatchBeforeItsSchemaIsRefused() {
        assertThat(loading.load(batch(null, "file:///x")).errors()).contains("BATCH for stream \"s\" came before");
    }

    @Test
    void aRootElsewhereIsRefusedAtTheStart() {
        loading.with("batch_config", "{\"storage\":{\"root\":\"s3://bucket\"}}");

        assertThat(loading.load(SCHEMA).errors())
                .contains(
                        "'batch_config': storage.root must be a folder of this machine (file://…), got \"s3://bucket\"");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path gzip(String name, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(folder.resolve(name), bytes.toByteArray());
    }

    private static String record(int id, String a) {
        return "{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"id\":" + id + ",\"a\":\"" + a + "\"}}";
    }

    private static String batch(@Nullable String compression, String url) {
        String how = compression == null ? "" : ",\"compression\":\"" + compression + '"';
        return "{\"type\":\"BATCH\",\"stream\":\"s\",\"encoding\":{\"format\":\"jsonl\"" + how + "},\"manifest\":[\""
                + url + "\"]}";
    }
}
