package bizops.report.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of the default selection, ready to print. Immutable.
 *
 * @param rows in the order shown
 * @param total the row below them; null where a total says nothing
 */
record TableView(TableSpec spec, List<Row> rows, @Nullable Row total) {
    TableView {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param key names the row within the table
     * @param labels as many as the table has labels
     * @param cells as many as the table has measures
     */
    record Row(String key, List<String> labels, List<Cell> cells) {
        Row {
            labels = List.copyOf(labels);
            cells = List.copyOf(cells);
        }
    }
}
