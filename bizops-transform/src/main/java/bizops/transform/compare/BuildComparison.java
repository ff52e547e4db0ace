package bizops.transform.compare;

import static org.jooq.impl.DSL.name;

import bizops.transform.build.Schedule;
import bizops.transform.connect.Database;
import bizops.transform.connect.Workers;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jooq.DSLContext;

/** Compares every table that is published with its like in the schemas aside. Owned by one thread. */
public final class BuildComparison {
    private static final String TABLES = """
            select c.relname::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind in ('r', 'p')
            """;

    private final Environment environment;
    private final ConcurrentLinkedQueue<TableDifference> compared = new ConcurrentLinkedQueue<>();

    public BuildComparison(Environment environment) {
        this.environment = environment;
    }

    /**
     * What was found.
     *
     * @param tables how many tables were compared
     * @param differences of those that differ, by name
     */
    public record Result(int tables, List<TableDifference> differences) {}

    /** Compares, several tables at a time. */
    public Result run(DSLContext statements, Workers workers) {
        List<CompletableFuture<Void>> tasks = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            Set<String> published = tables(statements, environment.live(layer));
            Set<String> full = tables(statements, environment.next(layer));
            Set<String> all = new TreeSet<>(published);
            all.addAll(full);
            for (String table : all) {
                String shown = layer.id() + "." + table;
                if (!full.contains(table)) {
                    compared.add(TableDifference.says(shown, "published, but no full build makes it"));
                } else if (!published.contains(table)) {
                    compared.add(TableDifference.says(shown, "made by a full build, but not published"));
                } else {
                    tasks.add(workers.submit(connection -> compared.add(new TableComparison(
                                    Database.statements(connection))
                            .of(shown, name(environment.live(layer), table), name(environment.next(layer), table)))));
                }
            }
        }
        Schedule.await(tasks);
        return new Result(
                compared.size(),
                compared.stream()
                        .filter(TableDifference::isDifferent)
                        .sorted(Comparator.comparing(TableDifference::table))
                        .toList());
    }

    private static Set<String> tables(DSLContext statements, String schema) {
        return new HashSet<>(statements.resultQuery(TABLES, schema).fetch(0, String.class));
    }
}
