package bizops.transform;

import bizops.transform.model.Model;
import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import bizops.transform.run.Provided;
import bizops.transform.schema.Layer;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The columns of the core tables that queries of others rely on: names, types, and which may be null. */
final class CoreColumnsTest {
    private static final Map<String, String> TYPES = Map.of(
            "t", "text",
            "d", "date",
            "ts", "timestamp with time zone",
            "b", "boolean",
            "i", "bigint",
            "n", "numeric(24,6)",
            "m", "numeric",
            "p", "numeric(5,4)",
            "r", "numeric(24,12)");

    @Test
    void coreTablesKeepTheirColumns() throws Exception {
        Warehouse warehouse = PublishedExample.ofAllVendors();
        Map<String, String> found = new HashMap<>();
        for (String row : warehouse.rows("select c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod)"
                + " from pg_attribute a join pg_class c on c.oid = a.attrelid"
                + " where c.relnamespace = 'core'::regnamespace and a.attnum > 0 and not a.attisdropped")) {
            found.put(row.substring(0, row.indexOf('|')), row.substring(row.indexOf('|') + 1));
        }

        SoftAssertions softly = new SoftAssertions();
        for (String line : contract()) {
            String table = line.substring(0, line.indexOf(':'));
            List<String> required = required(table);
            for (String column : line.substring(line.indexOf(':') + 2).split(", ", -1)) {
                String[] words = column.split(" ", 2);
                String place = table + "." + words[0];
                softly.assertThat(found.get(place)).as(place).isEqualTo(TYPES.get(words[1].replace("?", "")));
                softly.assertThat(required.contains(words[0]))
                        .as(place + " is never null")
                        .isEqualTo(!words[1].endsWith("?"));
            }
        }
        softly.assertAll();
    }

    private static List<String> required(String table) {
        return ModelLibrary.load(Provided.relations()).models().stream()
                .filter(model -> model.relation().equals(new Relation(Layer.CORE, table)))
                .map(Model::required)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> contract() throws Exception {
        try (InputStream file = Objects.requireNonNull(CoreColumnsTest.class.getResourceAsStream("core-columns.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
