package bizops.report.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows that a measure counts or adds up. Immutable.
 *
 * @param cube a cube of rows
 * @param column that tells them from the cube's other rows; null where all are meant
 * @param texts what they have there, as it is shown; empty where all are meant
 * @param place where the measure names the cube or, if it does, the texts
 */
public record RowsBehind(String cube, @Nullable String column, List<String> texts, Place place) {}
