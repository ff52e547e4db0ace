package bizops.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of both sides: those of the floor are made like those that the target makes. */
final class Tables {
    static final String FLOOR = "floor";
    static final String OURS = "ours";
    private static final String TEMPLATE = "template";
    private static final String FULL = "filled";

    private final Ground ground;
    private final Data data;

    Tables(Ground ground, Data data) {
        this.ground = ground;
        this.data = data;
    }

    /** Lets the target make its tables once, for the floor's to be made like them. */
    void takeTemplate(Data schemas) throws SQLException, IOException, InterruptedException {
        drop(TEMPLATE);
        Measured.run(ground.target(TEMPLATE, schemas.messages(), ""));
    }

    /** Fills tables from which both sides start. */
    void fill() throws SQLException, IOException, InterruptedException {
        like(TEMPLATE, FULL);
        Measured.run(ground.psql(copies(FULL)));
    }

    void drop(String schema) throws SQLException {
        ground.sql("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
    }

    void empty(String schema) throws SQLException {
        like(TEMPLATE, schema);
    }

    void full(String schema) throws SQLException {
        like(TEMPLATE, schema);
        for (String stream : data.streams()) {
            ground.sql("INSERT INTO " + schema + "." + stream + " SELECT * FROM " + FULL + "." + stream);
            ground.sql("VACUUM ANALYZE " + schema + "." + stream);
        }
    }

    /** psql's commands that copy each stream into its table. */
    String copies(String schema) {
        StringBuilder script = new StringBuilder();
        for (int i = 0; i < data.streams().size(); i++) {
            script.append("\\copy ")
                    .append(schema)
                    .append('.')
                    .append(data.streams().get(i));
            script.append(" FROM '").append(data.copies().get(i)).append("'\n");
        }
        return script.toString();
    }

    /** A temporary table, then one statement that replaces whatever is there. */
    String upserts() {
        List<String> columns =
                new ArrayList<>(data.fields().stream().map(Field::name).toList());
        for (String metadata : List.of(
                "extracted_at",
                "received_at",
                "deleted_at",
                "table_version",
                "batched_at",
                "sync_started_at",
                "sequence")) {
            columns.add("_sdc_" + metadata);
        }
        String sets = columns.stream()
                .filter(column -> !column.equals("id"))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        String table = FLOOR + "." + data.streams().get(0);
        return "BEGIN;\nCREATE TEMP TABLE arriving (LIKE " + table + ") ON COMMIT DROP;\n\\copy arriving FROM '"
                + data.copies().get(0) + "'\nINSERT INTO " + table
                + " SELECT * FROM arriving ON CONFLICT (id) DO UPDATE SET "
                + sets + ";\nCOMMIT;\n";
    }

    /** Both sides hold the same rows, or the comparison was none. */
    void compare() throws SQLException {
        String columns = data.fields().stream().map(Field::name).collect(Collectors.joining(", "));
        for (String stream : data.streams()) {
            String floor = ground.one(digest(FLOOR, stream, columns));
            String ours = ground.one(digest(OURS, stream, columns));
            if (!floor.equals(ours)) {
                throw new IllegalStateException(stream + ": floor has " + floor + ", ours " + ours);
            }
        }
    }

    private static String digest(String schema, String stream, String columns) {
        return "SELECT count(*) || ' rows, digest ' || coalesce(sum(hashtextextended(ROW(" + columns
                + ")::text, 0)::numeric), 0) FROM " + schema + "." + stream;
    }

    private void like(String pattern, String schema) throws SQLException {
        drop(schema);
        ground.sql("CREATE SCHEMA " + schema);
        for (String stream : data.streams()) {
            ground.sql(
                    "CREATE TABLE " + schema + "." + stream + " (LIKE " + pattern + "." + stream + " INCLUDING ALL)");
        }
    }
}
