package bizops.singer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogJsonTest {
    @Test
    void readsAStreamWithAllItsParts() {
        StreamEntry entry = one("""
                {"tap_stream_id":"db-a","stream":"a","schema":{"type":"object","properties":{"id":{"type":"integer"}}},
                 "key_properties":["id"],"replication_key":"at","replication_method":"INCREMENTAL","row_count":3,
                 "metadata":[{"breadcrumb":[],"metadata":{"selected":true}},
                             {"breadcrumb":["properties","id"],"metadata":{"inclusion":"automatic"}}]}""");

        assertThat(entry.id()).isEqualTo("db-a");
        assertThat(entry.name()).isEqualTo("a");
        assertThat(entry.keyProperties()).containsExactly("id");
        assertThat(entry.replicationKey()).isEqualTo("at");
        assertThat(entry.replicationMethod()).isEqualTo("INCREMENTAL");
        assertThat(entry.metadata(Breadcrumb.ROOT, "selected")).contains(true);
        assertThat(entry.metadata(Breadcrumb.field("id"), "inclusion")).contains("automatic");
        assertThat(entry.others()).containsOnlyKeys("row_count");
    }

    @Test
    void takesTheNameForAnIdAndTheIdForAName() {
        assertThat(one("{\"stream\":\"a\"}").id()).isEqualTo("a");
        assertThat(one("{\"tap_stream_id\":\"a\"}").name()).isEqualTo("a");
        assertThat(one("{\"stream\":\"a\",\"stream_alias\":\"b\"}").name()).isEqualTo("b");
    }

    @Test
    void takesAFileThatBeginsWithAByteOrderMark(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("catalog.json"), "\uFEFF{\"streams\":[{\"stream\":\"a\"}]}");

        assertThat(CatalogJson.read(file).streams()).hasSize(1);
    }

    @Test
    void takesABareNameForAListOfKeys() {
        assertThat(one("{\"stream\":\"a\",\"key_properties\":\"id\"}").keyProperties())
                .containsExactly("id");
    }

    @Test
    void movesSelectionInsideASchemaToTheMetadata() {
        StreamEntry entry = one("""
                {"stream":"a","schema":{"selected":true,"properties":{
                   "selected":{"type":"string","selected":false},
                   "list":{"items":{"properties":{"x":{"inclusion":"automatic"}}}}}},
                 "metadata":[{"breadcrumb":["properties","selected"],"metadata":{"selected":"true"}}]}""");

        assertThat(entry.metadata(Breadcrumb.ROOT, "selected")).contains(true);
        assertThat(entry.metadata(Breadcrumb.field("selected"), "selected"))
                .as("metadata wins")
                .contains("true");
        assertThat(entry.metadata(Breadcrumb.field("list").items().property("x"), "inclusion"))
                .contains("automatic");
        assertThat(entry.schema().toString()).doesNotContain("selected=false").doesNotContain("inclusion");
        assertThat(SchemaOverlap.names(entry.schema())).containsExactly("selected", "list");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[1]|no JSON object: expected a JSON object, got ArrayList",
                "{\"streams\":{}}|'streams' must be an array, got an object",
                "{\"streams\":[{\"schema\":{}}]}|stream 1 has neither 'tap_stream_id' nor 'stream'",
                "{\"streams\":[{\"stream\":\"a\"},{\"stream\":\"a\"}]}|stream \"a\" is listed twice; remove one",
                "{\"streams\":[{\"stream\":\"a\",\"key_properties\":7}]}|stream \"a\" 'key_properties' must be an array, got \"7\"",
                "{\"streams\":[{\"stream\":\"a\",\"metadata\":[{\"breadcrumb\":[\"id\"],\"metadata\":{}}]}]}"
                        + "|stream \"a\" has the breadcrumb [\"id\"]; it must alternate a keyword and a name, such as"
                        + " [\"properties\", \"id\"]"
            })
    void saysWhereACatalogIsWrong(String json, String message) {
        assertThatThrownBy(() -> CatalogJson.parse(json))
                .isInstanceOf(ConfigException.class)
                .hasMessage(message);
    }

    @Test
    void namesAFileThatCannotBeRead() {
        assertThatThrownBy(() -> CatalogJson.read(Path.of("no-such-catalog.json")))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("catalog no-such-catalog.json cannot be read");
    }

    @Test
    void writesADiscoveredStreamThatItReadsBackTheSame() {
        Catalog catalog = new Catalog(List.of(discovery().entry()));

        assertThat(CatalogJson.parse(CatalogJson.write(catalog))).isEqualTo(catalog);
    }

    @Test
    void describesEveryFieldOfADiscoveredStream() {
        StreamEntry entry = discovery().entry();

        assertThat(entry.metadata(Breadcrumb.ROOT))
                .isEqualTo(Map.of(
                        "inclusion",
                        "available",
                        "table-key-properties",
                        List.of("id"),
                        "valid-replication-keys",
                        List.of("at"),
                        "forced-replication-method",
                        "INCREMENTAL"));
        assertThat(entry.metadata(Breadcrumb.field("id"), "inclusion")).contains("automatic");
        assertThat(entry.metadata(Breadcrumb.field("at"), "inclusion")).contains("automatic");
        assertThat(entry.metadata(Breadcrumb.field("blob"), "inclusion")).contains("unsupported");
        assertThat(entry.metadata(Breadcrumb.field("note"), "selected-by-default"))
                .contains(false);
        assertThat(entry.metadata(Breadcrumb.field("address").property("city"), "inclusion"))
                .contains("available");
        assertThat(entry.metadata(Breadcrumb.field("lines").items().property("text"), "inclusion"))
                .contains("available");
        assertThat(CatalogJson.write(new Catalog(List.of(entry)))).doesNotContain("\"selected\"");
        assertThat(entry.schema().toString())
                .contains("id={type=integer}")
                .contains("at={type=string, format=date-time}")
                .contains("note={type=[null, string]}");
    }

    @Test
    void aReplicationKeyThatSomeRowsLackMayBeNullAndTheKeyMayNot() {
        StreamEntry entry = discovery().entryWithGaps();

        assertThat(entry.metadata(Breadcrumb.field("at"), "inclusion")).contains("automatic");
        assertThat(entry.schema().toString())
                .contains("id={type=integer}")
                .contains("at={type=[null, string], format=date-time}");
    }

    private static Discovery discovery() {
        return new Discovery(
                "a",
                StreamSchema.of("id", PropertySchema.integer())
                        .field("at", PropertySchema.dateTime())
                        .field("note", PropertySchema.string().selectedByDefault(false))
                        .field("blob", PropertySchema.string().unsupported())
                        .field("address", PropertySchema.object(StreamSchema.of("city", PropertySchema.string())))
                        .field(
                                "lines",
                                PropertySchema.array(
                                        PropertySchema.object(StreamSchema.of("text", PropertySchema.string())))),
                List.of("id"),
                List.of("at"),
                List.of(ReplicationMethod.INCREMENTAL),
                Map.of());
    }

    private static StreamEntry one(String stream) {
        return CatalogJson.parse("{\"streams\":[" + stream + "]}").streams().get(0);
    }
}
