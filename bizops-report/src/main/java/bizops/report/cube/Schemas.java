package bizops.report.cube;

import java.util.Map;

/**
 * Where an environment's tables are. Immutable.
 *
 * @param prefix empty, or the name of the environment that its schemas begin with
 */
public record Schemas(String prefix) {
    /** The schema of the marts, which queries name plainly. */
    public String marts() {
        return of("marts");
    }

    /** A query with schemas in place of their words in braces. */
    String fill(String sql) {
        String filled = sql;
        for (Map.Entry<String, String> schema : byWord().entrySet()) {
            filled = filled.replace("{" + schema.getKey() + "}", quoted(schema.getValue()));
        }
        return filled;
    }

    private Map<String, String> byWord() {
        return Map.of(
                "core", of("core"),
                "staging", of("staging"),
                "history", of("history"),
                "bizops", of("bizops"),
                "loads", "bizops");
    }

    private String of(String layer) {
        return prefix.isEmpty() ? layer : prefix + "_" + layer;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
