package bizops.transform.compute;

import java.util.List;
import org.jooq.DataType;
import org.jspecify.annotations.Nullable;

/**
 * A column of a computed table.
 *
 * @param values one for each row
 */
public record Column(String name, DataType<?> type, List<? extends @Nullable Object> values) {}
