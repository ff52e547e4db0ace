package bizops.transform.staging;

import bizops.transform.raw.RawColumn;
import java.util.List;
import java.util.Optional;

/**
 * A staging column and where it comes from in this warehouse. Immutable.
 *
 * @param sources the raw columns, one unless they are coalesced; none when the field is missing
 */
record StagingColumn(String name, ColumnType type, List<RawColumn> sources, Optional<Note> note) {}
