package bizops.transform.compute;

import java.util.List;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a computed table.
 *
 * @param values one for each row; of a column of arrays, each as PostgreSQL writes it: {@code {1,2}}
 */
public record Column(String name, DataType<?> type, List<? extends @Nullable Object> values) {}
