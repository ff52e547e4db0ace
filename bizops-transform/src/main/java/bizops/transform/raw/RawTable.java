package bizops.transform.raw;

import java.util.List;
import java.util.Set;

/**
 * A table of a raw schema. Immutable.
 *
 * @param uniqueKeys the column sets that an index holds unique
 */
public record RawTable(String schema, String name, List<RawColumn> columns, Set<Set<String>> uniqueKeys) {}
