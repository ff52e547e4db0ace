package bizops.tap.zuora.count;

import bizops.tap.zuora.file.RowHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The rows of a short answer, by the names of columns in lower case; empty texts stand for null. */
final class Answer implements RowHandler {
    private final List<Map<String, String>> rows = new ArrayList<>();
    private List<String> columns = List.of();

    @Override
    public void header(List<String> names) {
        columns = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }

    @Override
    public void row(String[] values) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values[i]);
        }
        rows.add(row);
    }

    List<Map<String, String>> rows() {
        return rows;
    }
}
