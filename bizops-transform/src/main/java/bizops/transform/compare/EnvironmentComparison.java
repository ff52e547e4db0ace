package bizops.transform.compare;

import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.publish.PublishLock;
import bizops.transform.schema.Environment;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;

/** Compares the metrics of two environments of one database, each of one build. Owned by one thread. */
public final class EnvironmentComparison {
    private static final EnvironmentReader.Row NONE = new EnvironmentReader.Row("", Map.of());

    private final WarehouseConfig config;
    private final Environment other;

    public EnvironmentComparison(WarehouseConfig config, Environment other) {
        this.config = config;
        this.other = other;
    }

    /** The metrics that differ, by dimension, group and model. */
    public List<MetricDifference> run(List<Dimension> dimensions) throws SQLException {
        try (Connection connection = new Database(config).open()) {
            DSLContext statements = Database.statements(connection);
            PublishLock.share(statements, config.environment());
            PublishLock.share(statements, other);
            return compare(
                    new EnvironmentReader(statements, config.environment()).read(dimensions),
                    new EnvironmentReader(statements, other).read(dimensions));
        } catch (DataAccessException failure) {
            throw SqlFailure.of("diff", failure);
        }
    }

    private static List<MetricDifference> compare(
            Map<EnvironmentReader.Key, EnvironmentReader.Row> here,
            Map<EnvironmentReader.Key, EnvironmentReader.Row> there) {
        Set<EnvironmentReader.Key> keys = new TreeSet<>(here.keySet());
        keys.addAll(there.keySet());
        List<MetricDifference> differences = new ArrayList<>();
        for (EnvironmentReader.Key key : keys) {
            EnvironmentReader.Row own = here.getOrDefault(key, NONE);
            EnvironmentReader.Row others = there.getOrDefault(key, NONE);
            Set<String> metrics = new LinkedHashSet<>(own.metrics().keySet());
            metrics.addAll(others.metrics().keySet());
            for (String metric : metrics) {
                MetricDifference difference = new MetricDifference(
                        key.dimension(),
                        key.group(),
                        own.name().isEmpty() ? others.name() : own.name(),
                        key.model(),
                        metric,
                        of(own, metric),
                        of(others, metric));
                if (difference.isDifferent()) {
                    differences.add(difference);
                }
            }
        }
        return differences;
    }

    private static Optional<BigDecimal> of(EnvironmentReader.Row row, String metric) {
        @Nullable BigDecimal value = row.metrics().get(metric);
        return Optional.ofNullable(value);
    }
}
