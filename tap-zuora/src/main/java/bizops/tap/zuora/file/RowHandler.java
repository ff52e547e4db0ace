package bizops.tap.zuora.file;

import java.util.List;

/** Takes the rows of a file one by one. */
public interface RowHandler {
    /** The names of the columns; comes first, also in a file without rows. */
    void header(List<String> names);

    /** The values of one row, as many as there are columns; empty for null. */
    void row(String[] values);
}
