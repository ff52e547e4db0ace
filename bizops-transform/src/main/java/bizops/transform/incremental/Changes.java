package bizops.transform.incremental;

import bizops.transform.build.Schedule;
import bizops.transform.build.Schemas;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.connect.Workers;
import bizops.transform.model.Relation;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** All rows by which what is published differs from what a build has made aside. Immutable. */
public final class Changes {
    private static final String COLUMNS = """
            select c.relname::text as relation, c.relkind::text || ' ' || coalesce(string_agg(
                a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum), '') as shape
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = ? and c.relkind in ('r', 'p', 'v')
            group by c.oid
            """;

    private final List<Change> changes;

    private Changes(List<Change> changes) {
        this.changes = changes;
    }

    /**
     * Compares, several tables at a time.
     *
     * @param keys columns that name a row and are never null, of those tables that have such
     * @return empty when the two have not the same tables and columns, so that rows cannot go from one into the other
     */
    public static Optional<Changes> find(
            DSLContext statements, Workers workers, Environment environment, Map<Relation, List<String>> keys) {
        new Schemas(statements, environment).prepareChange();
        Set<Relation> tables = new TreeSet<>(Comparator.comparing(Relation::toString));
        for (Layer layer : Layer.values()) {
            Map<String, String> live = shapes(statements, environment.live(layer));
            if (!live.equals(shapes(statements, environment.next(layer)))) {
                return Optional.empty();
            }
            live.forEach((relation, shape) -> {
                if (!shape.startsWith("v")) {
                    tables.add(new Relation(layer, relation));
                }
            });
        }
        ConcurrentLinkedQueue<Change> found = new ConcurrentLinkedQueue<>();
        List<CompletableFuture<Void>> tasks = new ArrayList<>();
        for (Relation relation : tables) {
            tasks.add(workers.submit(connection -> {
                try {
                    found.add(new Differences(Database.statements(connection), environment)
                            .of(relation, keys.getOrDefault(relation, List.of())));
                } catch (DataAccessException failure) {
                    throw SqlFailure.of("differences of " + relation, failure);
                }
            }));
        }
        Schedule.await(tasks);
        return Optional.of(new Changes(found.stream()
                .sorted(Comparator.comparing(change -> change.relation().toString()))
                .toList()));
    }

    private static Map<String, String> shapes(DSLContext statements, String schema) {
        return statements
                .resultQuery(COLUMNS, schema)
                .fetchMap(row -> row.get(0, String.class), row -> row.get(1, String.class));
    }

    List<Change> all() {
        return changes;
    }

    /** Rows of each table that are to be taken out or put in. */
    public Map<Relation, Long> dirty() {
        return changes.stream().collect(java.util.stream.Collectors.toMap(Change::relation, Change::dirty));
    }

    /** Of all rows, as many in a hundred as differ; one counts once, though it is both taken out and put in. */
    public long percent() {
        long rows = changes.stream().mapToLong(Change::rows).sum();
        long dirty = changes.stream()
                .mapToLong(change -> Math.max(change.gone(), change.came()))
                .sum();
        return rows == 0 ? 0 : dirty * 100 / rows;
    }
}
