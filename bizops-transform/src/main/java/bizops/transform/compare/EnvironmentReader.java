package bizops.transform.compare;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import bizops.transform.publish.Published;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Reads the performance of an environment: total, channels, campaigns. Immutable. */
record EnvironmentReader(DSLContext statements, Environment environment) {

    /**
     * Numbers of a group in a model; a metric that is not known is null.
     *
     * @param name to show
     */
    record Row(String name, Map<String, @Nullable BigDecimal> metrics) {}

    /** Which row. */
    record Key(Dimension dimension, String group, String model) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDimension = dimension.compareTo(other.dimension);
            int byGroup = byDimension == 0 ? group.compareTo(other.group) : byDimension;
            return byGroup == 0 ? model.compareTo(other.model) : byGroup;
        }
    }

    Map<Key, Row> read(List<Dimension> dimensions) {
        new Published(statements, environment).require();
        Map<Key, Row> rows = new TreeMap<>();
        for (Dimension dimension : dimensions) {
            statements
                    .select()
                    .from(table(name(environment.live(Layer.MARTS), dimension.table())))
                    .forEach(row -> {
                        Map<String, @Nullable BigDecimal> metrics = new LinkedHashMap<>();
                        for (Field<?> field : row.fields()) {
                            if (Number.class.isAssignableFrom(field.getType())) {
                                metrics.put(field.getName(), row.get(field, BigDecimal.class));
                            }
                        }
                        String group = dimension.key().isEmpty() ? "" : row.get(dimension.key(), String.class);
                        String shown = dimension.shown().isEmpty() ? "total" : row.get(dimension.shown(), String.class);
                        rows.put(new Key(dimension, group, row.get("model", String.class)), new Row(shown, metrics));
                    });
        }
        return rows;
    }
}
