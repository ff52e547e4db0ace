package bizops.tap.marketo.bulk;

import org.jspecify.annotations.Nullable;

/** Takes the rows of a file. */
@FunctionalInterface
public interface RowSink {
    /** One row: a cell for each column of the file; null where Marketo has no value. */
    void row(@Nullable String[] cells) throws Exception;
}
