package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever schema and record come, each column holds what stands at its path in the record. */
final class FlatteningPropertyTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final List<String> NAMES = List.of("a", "B", "c d", "é", "x\"y'", "type", "properties");
    private static final List<String> LEAVES = List.of(
            "{\"type\":\"integer\"}",
            "{\"type\":\"number\"}",
            "{\"type\":\"string\"}",
            "{\"type\":\"object\"}",
            "{\"type\":\"array\",\"items\":{\"type\":\"number\"}}");
    private static final List<String> VALUES = List.of(
            "123456789012345678",
            "123456789012345678.901234567890",
            "\"é \\\"\\\\ 😀\"",
            "{\"a\":{\"a\":[1.50,null]}}",
            "[0.10,100000000000000000001]");

    private static int count;

    private final Loading loading = new Loading();

    @Property(tries = 30)
    void everyColumnHoldsWhatStandsAtItsPath(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int depth)
            throws JsonProcessingException {
        Random random = new Random(seed);
        String table = "t" + ++count;
        ObjectNode schema = object(random, 0);
        ObjectNode record = record(schema, random);
        loading.with("flattening_enabled", "true")
                .with("flattening_max_depth", Integer.toString(depth))
                .with("identifier_case", "\"preserve\"")
                .loads(
                        "{\"type\":\"SCHEMA\",\"stream\":\"" + table + "\",\"key_properties\":[],\"schema\":" + schema
                                + "}",
                        "{\"type\":\"RECORD\",\"stream\":\"" + table + "\",\"record\":" + record + "}");

        JsonNode row = JSON.readTree(loading.value("SELECT to_jsonb(t) FROM " + table + " AS t"));
        List<List<String>> paths = new ArrayList<>();
        paths(schema, depth, List.of(), paths);
        assertThat(row.size()).as("columns of %s", schema).isEqualTo(paths.size() + 7);
        for (List<String> path : paths) {
            assertThat(row.path(String.join("__", path)))
                    .as("%s of %s", path, record)
                    .isEqualTo(at(record, path));
        }
    }

    private static ObjectNode object(Random random, int level) throws JsonProcessingException {
        ObjectNode schema = (ObjectNode) JSON.readTree("{\"type\":[\"object\",\"null\"],\"properties\":{}}");
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, random);
        for (String name : names.subList(0, 1 + random.nextInt(3))) {
            boolean deeper = level < 5 && random.nextInt(3) > 0;
            JsonNode member = deeper ? object(random, level + 1) : JSON.readTree(LEAVES.get(random.nextInt(5)));
            schema.withObject("/properties").set(name, member);
        }
        return schema;
    }

    private static ObjectNode record(ObjectNode schema, Random random) throws JsonProcessingException {
        ObjectNode record = JSON.createObjectNode();
        for (var member : schema.path("properties").properties()) {
            int choice = random.nextInt(8);
            if (member.getValue().has("properties")) {
                if (choice == 0) {
                    record.putNull(member.getKey());
                } else if (choice > 1) {
                    record.set(member.getKey(), record((ObjectNode) member.getValue(), random));
                }
            } else if (choice > 0) {
                record.set(
                        member.getKey(),
                        JSON.readTree(
                                VALUES.get(LEAVES.indexOf(member.getValue().toString()))));
            }
        }
        return record;
    }

    private static void paths(JsonNode schema, int depth, List<String> path, List<List<String>> paths) {
        schema.path("properties").properties().forEach(member -> {
            List<String> inner = new ArrayList<>(path);
            inner.add(member.getKey());
            if (member.getValue().has("properties") && depth > 0) {
                paths(member.getValue(), depth - 1, inner, paths);
            } else {
                paths.add(inner);
            }
        });
    }

    private static JsonNode at(JsonNode record, List<String> path) {
        JsonNode node = record;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isMissingNode() ? JSON.getNodeFactory().nullNode() : node;
    }
}
