package bizops.transform.explain;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.table;

import bizops.singer.error.ConfigException;
import bizops.singer.error.Suggestion;
import bizops.transform.compare.Dimension;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.publish.PublishLock;
import bizops.transform.publish.Published;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.exception.DataAccessException;

/** Explains a number of the published build. Owned by one thread. */
public final class Explainer {
    private static final List<String> OF_THE_BUILD =
            List.of("gross_margin", "average_retention_months", "median_conversion_days");

    private final WarehouseConfig config;
    private final Environment environment;

    public Explainer(WarehouseConfig config) {
        this.config = config;
        this.environment = config.environment();
    }

    /**
     * Explains a metric.
     *
     * @param model the attribution model; empty for the build's default one
     * @param limit most rows of each metric
     */
    public Explanation explain(String metric, Scope scope, Optional<String> model, int limit) throws SQLException {
        try (Connection connection = new Database(config).open()) {
            DSLContext statements = Database.statements(connection);
            new Published(statements, environment).require();
            PublishLock.share(statements, environment);
            return explain(statements, metric, scope, model, limit);
        } catch (DataAccessException failure) {
            throw SqlFailure.of("explain", failure);
        }
    }

    private Explanation explain(DSLContext statements, String metric, Scope scope, Optional<String> wanted, int limit) {
        ColumnComments comments = new ColumnComments(statements);
        Record build = statements.selectFrom(mart("build_info")).fetchSingle();
        String model = wanted.orElseGet(() -> build.get("default_model", String.class));
        Record row = row(statements, scope, model);
        Map<String, Explanation.Value> known = new LinkedHashMap<>();
        Map<String, String> said =
                comments.of(environment.live(Layer.MARTS), scope.dimension().table());
        for (Field<?> column : row.fields()) {
            if (Number.class.isAssignableFrom(column.getType())) {
                put(known, column.getName(), said, row);
            }
        }
        if (!known.containsKey(metric)) {
            throw new ConfigException("there is no metric \"" + metric + "\"" + Suggestion.hint(metric, known.keySet())
                    + "; it is one of " + String.join(", ", known.keySet()));
        }
        Map<String, String> saidOfBuild = comments.of(environment.live(Layer.MARTS), "build_info");
        OF_THE_BUILD.forEach(column -> put(known, column, saidOfBuild, build));
        Set<String> inputs = inputs(metric, known);
        List<Explanation.Rows> rows = new ArrayList<>();
        FactRows facts = new FactRows(statements, environment, scope, model, limit);
        Set<String> all = new LinkedHashSet<>(List.of(metric));
        all.addAll(inputs);
        all.stream()
                .filter(one -> one.equals(metric) || !OF_THE_BUILD.contains(one))
                .forEach(one -> Fact.of(one).ifPresent(fact -> rows.add(facts.of(one, fact))));
        return new Explanation(
                scope.toString(),
                model,
                value(known, metric),
                inputs.stream().map(one -> value(known, one)).toList(),
                List.copyOf(rows));
    }

    /** What the metric is made of, and what that is made of, down to sums over rows. */
    private static Set<String> inputs(String metric, Map<String, Explanation.Value> known) {
        Set<String> inputs = new LinkedHashSet<>();
        List<String> open = new ArrayList<>(List.of(metric));
        while (!open.isEmpty()) {
            String one = open.remove(0);
            Optional<Fact> fact = Fact.of(one);
            List<String> named = fact.isPresent()
                    ? fact.get().within().stream().filter(known::containsKey).toList()
                    : Formula.inputs(one, value(known, one).comment(), known.keySet());
            named.stream()
                    .filter(input -> !OF_THE_BUILD.contains(one) && !input.equals(metric) && inputs.add(input))
                    .forEach(open::add);
        }
        return inputs;
    }

    private Record row(DSLContext statements, Scope scope, String model) {
        String key = scope.dimension().key();
        return statements
                .selectFrom(mart(scope.dimension().table()))
                .where(field(name("model"), String.class).eq(model))
                .and(
                        scope.dimension() == Dimension.TOTAL
                                ? noCondition()
                                : field(name(key), String.class).eq(scope.group()))
                .fetchOptional()
                .orElseThrow(() -> new ConfigException("the published build has no row of " + scope + " in model \""
                        + model + "\" in " + environment.live(Layer.MARTS) + "."
                        + scope.dimension().table()));
    }

    private org.jooq.Table<Record> mart(String table) {
        return table(name(environment.live(Layer.MARTS), table));
    }

    private static void put(Map<String, Explanation.Value> known, String column, Map<String, String> said, Record row) {
        known.put(
                column,
                new Explanation.Value(
                        column, said.getOrDefault(column, ""), Numbers.text(row.get(column, BigDecimal.class))));
    }

    private static Explanation.Value value(Map<String, Explanation.Value> known, String column) {
        return known.getOrDefault(column, new Explanation.Value(column, "", ""));
    }
}
