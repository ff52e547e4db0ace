package bizops.singer.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import bizops.singer.json.Json;
import bizops.singer.json.RowLayout;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectionTest {
    private static final String SCHEMA = """
            {"type":"object","required":["id","a"],"properties":{
              "id":{"type":"integer"},"a":{"type":"string"},"free":{"type":"object"},
              "o":{"type":"object","required":["x"],"properties":{"x":{},"y":{}}},
              "l":{"type":"array","items":{"type":"object","properties":{"x":{},"y":{}}}}}}""";

    @Test
    void rowsOfALayoutAreFilteredAsMapsAre() {
        RowLayout ordered = RowLayout.of(List.of("id", "a"));
        RowLayout mixed = RowLayout.of(List.of("a", "b", "id"));
        RowLayout deep = RowLayout.of(List.of("id", "o"));
        Selection flat = select(
                said("", "\"selected\":true"),
                said("\"properties\",\"o\"", "\"selected\":false"),
                said("\"properties\",\"l\"", "\"selected\":false"));
        for (Selection selection : List.of(flat, select(""))) {
            for (int i = 0; i < 2; i++) {
                assertFilteredAsMap(selection, ordered.row(new Object[] {1, "x"}));
                assertFilteredAsMap(selection, mixed.row(new Object[] {"x", "unknown", 1}));
                assertFilteredAsMap(selection, deep.row(new Object[] {1, Map.of("x", 1, "z", 2)}));
                assertFilteredAsMap(selection, deep.row(new Object[] {1, Map.of("x", 1)}));
            }
        }
        Map<String, @Nullable Object> row = ordered.row(new Object[] {1, "x"});
        assertThat(flat.filter(row)).isSameAs(row);
    }

    private static void assertFilteredAsMap(Selection selection, Map<String, @Nullable Object> row) {
        Map<String, @Nullable Object> expected = selection.filter(new LinkedHashMap<>(row));

        assertThat(Json.write(selection.filter(row))).isEqualTo(Json.write(expected));
    }

    @Test
    void selectsAnEntryWithoutAnyMetadata() {
        assertThat(select("").names()).containsExactly("id", "a", "free", "o", "l");
    }

    @Test
    void doesNotSelectAStreamThatTheUserSaidNothingOf() {
        assertThat(select(said("", "\"inclusion\":\"available\"")).isSelected()).isFalse();
    }

    @Test
    void readsTextsAsFlags() {
        assertThat(select(said("", "\"selected\":\"TRUE\"")).isSelected()).isTrue();
        assertThat(select(said("", "\"selected\":\"false\"")).isSelected()).isFalse();
    }

    @Test
    void refusesOtherValuesOfAFlag() {
        assertThatThrownBy(() -> select(said("", "\"selected\":\"yes\"")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("catalog: stream \"s\", 'selected' of the stream must be true or false, got \"yes\"");
    }

    @Test
    void neverSelectsBelowWhatIsNotSelected() {
        Selection selection =
                select(said("", "\"selected\":false"), said("\"properties\",\"id\"", "\"inclusion\":\"automatic\""));

        assertThat(selection.isSelected("id")).isFalse();
        assertThat(selection.names()).isEmpty();
    }

    @Test
    void keepsAutomaticAndLeavesUnsupportedWhateverTheUserSays() {
        Selection selection = select(
                said("", "\"selected\":true"),
                said("\"properties\",\"id\"", "\"inclusion\":\"automatic\",\"selected\":false"),
                said("\"properties\",\"a\"", "\"inclusion\":\"unsupported\",\"selected\":true"));

        assertThat(selection.isSelected("id")).isTrue();
        assertThat(selection.isSelected("a")).isFalse();
    }

    @Test
    void selectsTheAncestorsOfAFieldThatIsAskedFor() {
        Selection selection = select(said("\"properties\",\"o\",\"properties\",\"x\"", "\"selected\":true"));

        assertThat(selection.isSelected()).isTrue();
        assertThat(selection.isSelected("o", "x")).isTrue();
    }

    @Test
    void takesTheUsersWordBeforeTheTapsDefault() {
        Selection selection = select(
                said("", "\"selected\":true"),
                said("\"properties\",\"a\"", "\"selected-by-default\":false"),
                said("\"properties\",\"o\"", "\"selected-by-default\":false,\"selected\":true"));

        assertThat(selection.isSelected("a")).isFalse();
        assertThat(selection.isSelected("o")).isTrue();
    }

    @Test
    void prunesSchemaAndRowsAlikeAtEveryDepth() throws IOException {
        Selection selection = select(
                said("", "\"selected\":true"),
                said("\"properties\",\"a\"", "\"selected\":false"),
                said("\"properties\",\"o\",\"properties\",\"x\"", "\"selected\":false"),
                said("\"properties\",\"l\",\"items\",\"properties\",\"y\"", "\"selected\":false"));

        assertThat(Json.write(selection.prune(Json.parseObject(SCHEMA))))
                .isEqualTo("{\"type\":\"object\",\"required\":[\"id\"],\"properties\":{\"id\":{\"type\":\"integer\"},"
                        + "\"free\":{\"type\":\"object\"},\"o\":{\"type\":\"object\",\"properties\":{\"y\":{}}},"
                        + "\"l\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"x\":{}}}}}}");
        assertThat(
                        Json.write(
                                selection.filter(
                                        Json.parseObject(
                                                "{\"id\":1,\"a\":2,\"z\":3,\"free\":{\"q\":1},\"o\":{\"x\":1,\"y\":null},\"l\":[{\"x\":1,\"y\":2},null]}"))))
                .isEqualTo("{\"id\":1,\"free\":{\"q\":1},\"o\":{\"y\":null},\"l\":[{\"x\":1},null]}");
    }

    @Test
    void keepsAnObjectOfWhichNothingIsSelected() throws IOException {
        Selection selection = select(
                said("", "\"selected\":true"),
                said("\"properties\",\"o\",\"properties\",\"x\"", "\"selected\":false"),
                said("\"properties\",\"o\",\"properties\",\"y\"", "\"selected\":false"));

        assertThat(selection.filter(Map.of("o", Map.of("x", 1)))).isEqualTo(Map.of("o", Map.of()));
        assertThat(Json.write(selection.prune(Json.parseObject(SCHEMA))))
                .contains("\"o\":{\"type\":\"object\",\"properties\":{}}");
    }

    @Test
    void copiesNoRowThatIsAsItIsSent() throws IOException {
        Selection selection = select(said("", "\"selected\":true"), said("\"properties\",\"a\"", "\"selected\":false"));
        Map<String, @Nullable Object> row =
                Json.parseObject("{\"id\":1,\"free\":{\"q\":1},\"o\":{\"x\":1},\"l\":null}");

        assertThat(selection.filter(row)).isSameAs(row);
    }

    @Test
    void putsFieldsInTheSchemasOrderAtEveryDepth() throws IOException {
        Selection selection = select(said("", "\"selected\":true"));

        assertThat(Json.write(selection.filter(Json.parseObject("{\"o\":{\"y\":1,\"x\":2},\"a\":3,\"id\":4}"))))
                .isEqualTo("{\"id\":4,\"a\":3,\"o\":{\"x\":2,\"y\":1}}");
    }

    private static String said(String breadcrumb, String metadata) {
        return "{\"breadcrumb\":[" + breadcrumb + "],\"metadata\":{" + metadata + "}}";
    }

    private static Selection select(String... metadata) {
        String json = "{\"streams\":[{\"stream\":\"s\",\"schema\":" + SCHEMA + ",\"metadata\":["
                + String.join(",", metadata) + "]}]}";
        @Nullable StreamEntry entry = CatalogJson.parse(json).streams().get(0);
        return new SelectionRules(entry, Set.of()).decide();
    }
}
