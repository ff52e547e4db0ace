package bizops.dist.faults;

import bizops.dist.LoadedTables;
import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a load must leave, taken from one that nothing disturbed.
 *
 * @param tables every row of each table, as text
 * @param log the rows of the table without a key by their {@code n}
 */
record Expected(Map<String, List<String>> tables, Map<Integer, String> log) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_SHOWN = 3;

    static Expected of(TestDatabase database, String schema) throws SQLException, JsonProcessingException {
        Map<String, List<String>> tables = LoadedTables.rows(database, schema);
        Map<Integer, String> log = new HashMap<>();
        for (String row : tables.getOrDefault("log", List.of())) {
            log.put(JSON.readTree(row).path("n").asInt(), row);
        }
        return new Expected(tables, log);
    }

    /** The rows of both. */
    Expected and(Expected other) {
        Map<String, List<String>> both = new TreeMap<>();
        tables.forEach((table, rows) -> both.put(table, new ArrayList<>(rows)));
        other.tables.forEach((table, rows) ->
                both.computeIfAbsent(table, made -> new ArrayList<>()).addAll(rows));
        Map<Integer, String> logs = new HashMap<>(log);
        logs.putAll(other.log);
        return new Expected(both, logs);
    }

    /**
     * What is too much and too little in the tables, each row counted; empty if nothing.
     *
     * @param again rows of the table without a key that must be there once more
     */
    List<String> differences(Map<String, List<String>> found, List<Integer> again) {
        Map<String, Integer> missing = new TreeMap<>();
        tables.forEach((table, rows) -> rows.forEach(row -> missing.merge(table + " " + row, 1, Integer::sum)));
        again.forEach(n -> missing.merge("log " + log.get(n), 1, Integer::sum));
        found.forEach((table, rows) -> rows.forEach(row -> missing.merge(table + " " + row, -1, Integer::sum)));
        return missing.entrySet().stream()
                .filter(row -> row.getValue() != 0)
                .map(row -> (row.getValue() > 0 ? "missing " : "too many ") + Math.abs(row.getValue()) + ": "
                        + row.getKey().replaceAll("x{3,}", "x..."))
                .toList();
    }

    /** The first of them. */
    static String shown(List<String> differences) {
        return differences.size() + " rows differ, such as "
                + differences.stream().limit(MOST_SHOWN).toList();
    }
}
