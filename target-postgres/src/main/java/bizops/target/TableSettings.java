package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.target.table.NameCase;
import bizops.target.table.Readers;
import bizops.target.table.StreamTables;
import bizops.target.table.TableName;
import bizops.target.table.TableRules;
import bizops.target.table.WantedIndexes;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** The settings that say where streams go and what is done with their tables. Immutable. */
record TableSettings(StreamTables streams, TableRules rules) {
    private static final String MAPPING = "schema_mapping";

    static TableSettings of(Config config, Problems problems) {
        NameCase nameCase = NameCase.valueOf(config.string("identifier_case").toUpperCase(Locale.ROOT));
        JsonNode mapping = JsonSetting.of(config, MAPPING);
        boolean splits = config.optionalString("stream_name_split")
                .orElse(mapping.isEmpty() ? "none" : "auto")
                .equals("auto");
        if (!splits && !mapping.isEmpty()) {
            problems.add("'" + MAPPING + "' is by the schema in a stream's name: set 'stream_name_split' to auto");
        }
        Map<String, String> targets = new HashMap<>();
        Map<String, List<String>> roles = new HashMap<>();
        Map<TableName, List<List<String>>> indexes = new HashMap<>();
        mapping.properties().forEach(source -> {
            JsonNode target = source.getValue();
            String schema = target.path("target_schema").asText();
            targets.put(source.getKey(), schema);
            JsonNode permissions = target.path("target_schema_select_permissions");
            if (!permissions.isMissingNode()) {
                roles.computeIfAbsent(schema, none -> new ArrayList<>()).addAll(texts(permissions));
            }
            columns(target.path("indices"))
                    .forEach((table, columns) -> indexes.computeIfAbsent(
                                    new TableName(schema, nameCase.table(table)), none -> new ArrayList<>())
                            .addAll(columns));
        });
        return new TableSettings(
                new StreamTables(nameCase, splits, targets, config.optionalString("default_target_schema")),
                new TableRules(
                        nameCase,
                        config.string("schema_change").equals("freeze"),
                        config.has("max_rewrite_bytes")
                                ? OptionalLong.of(config.longInteger("max_rewrite_bytes"))
                                : OptionalLong.empty(),
                        config.string("key_change").equals("migrate"),
                        new Readers(
                                config.strings("default_target_schema_select_permissions").stream()
                                        .filter(role -> !role.isEmpty())
                                        .toList(),
                                roles),
                        new WantedIndexes(columns(JsonSetting.of(config, "indices")), indexes)));
    }

    private static List<String> texts(JsonNode oneOrMore) {
        List<String> texts = new ArrayList<>();
        if (oneOrMore.isArray()) {
            oneOrMore.forEach(one -> texts.add(one.asText()));
        } else if (!oneOrMore.asText().isEmpty()) {
            texts.add(oneOrMore.asText());
        }
        return texts;
    }

    /** For each member the columns of each index, written as {@code "a"} or {@code "a,b"}. */
    private static Map<String, List<List<String>>> columns(JsonNode lists) {
        Map<String, List<List<String>>> columns = new HashMap<>();
        lists.properties()
                .forEach(member -> columns.put(
                        member.getKey(),
                        texts(member.getValue()).stream()
                                .map(index -> List.of(index.trim().split("\\s*,\\s*", -1)))
                                .toList()));
        return columns;
    }
}
