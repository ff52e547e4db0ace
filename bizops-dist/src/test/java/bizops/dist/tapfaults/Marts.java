package bizops.dist.tapfaults;

import bizops.postgres.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds behind the loads, and what they keep of each version that they have seen. Owned by one thread. */
final class Marts {
    private static final List<String> ENTITIES = List.of("opportunity", "account", "user", "lead", "campaign");
    private static final String VERSIONS = "SELECT id || ' ' || valid_from, row_hash FROM history.\"%s\""
            + " WHERE NOT is_backfilled AND NOT is_deleted";
    /** Two versions of a record that overlap or leave a gap, and records without an open one. */
    private static final String BROKEN = "SELECT count(*) FROM (SELECT valid_to, lead(valid_from) OVER (PARTITION BY id"
            + " ORDER BY valid_from) AS next FROM history.\"%s\") AS v"
            + " WHERE valid_to <> coalesce(next, timestamptz 'infinity')";

    private final TestDatabase database;
    private final Path config;
    private final Path seeds;
    private final Map<String, Map<String, String>> seen = new TreeMap<>();
    private int builds;
    private int incremental;

    Marts(TestDatabase database, Path folder, Path seeds) throws Exception {
        this.database = database;
        this.config = folder.resolve("warehouse.json");
        this.seeds = seeds;
        new ObjectMapper().writeValue(Files.createFile(config).toFile(), database.settings());
    }

    /** Builds, and holds the versions to those of the builds before; answers what is amiss. */
    List<String> build() throws SQLException {
        InProcess.End end = InProcess.transform("build", "--config", config.toString(), "--seeds", seeds.toString());
        List<String> amiss = new ArrayList<>();
        if (end.exit() != 0) {
            amiss.add("build " + builds + " ends with " + end.exit() + ": "
                    + end.errors().strip());
            return amiss;
        }
        builds++;
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (String entity : ENTITIES) {
                Map<String, String> now = texts(statement, VERSIONS.formatted(entity));
                Map<String, String> before = seen.getOrDefault(entity, Map.of());
                before.forEach((version, hash) -> {
                    if (!hash.equals(now.get(version))) {
                        amiss.add("history." + entity + " has lost " + version);
                    }
                });
                seen.put(entity, now);
                texts(statement, "SELECT 'broken', (" + BROKEN.formatted(entity) + ")::text").values().stream()
                        .filter(count -> !count.equals("0"))
                        .forEach(count -> amiss.add("history." + entity + ": " + count + " gaps or overlaps"));
            }
            incremental = Integer.parseInt(texts(
                            statement,
                            "SELECT 'n', count(*)::text FROM bizops.build WHERE mode = 'incremental'"
                                    + " AND status = 'published'")
                    .getOrDefault("n", "0"));
        }
        return amiss;
    }

    /** Holds what is published to a build of everything. */
    List<String> verify() {
        InProcess.End end = InProcess.transform("verify", "--config", config.toString(), "--seeds", seeds.toString());
        return end.exit() == 0
                ? List.of()
                : List.of("verify: " + end.text() + end.errors().strip());
    }

    String counts() {
        return builds + " builds, " + incremental + " of them incremental, "
                + seen.values().stream().mapToInt(Map::size).sum() + " versions seen";
    }

    private static Map<String, String> texts(Statement statement, String query) throws SQLException {
        Map<String, String> texts = new TreeMap<>();
        try (ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                texts.put(row.getString(1), row.getString(2));
            }
        }
        return texts;
    }
}
