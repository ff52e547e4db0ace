package bizops.transform.cli;

import bizops.singer.report.OneLine;
import java.util.ArrayList;
import java.util.List;

/** Cells as columns of equal width. */
final class Columns {
    private static final String GAP = "  ";

    private Columns() {}

    /** One line a row, the header first; none where there are no rows. */
    static List<String> aligned(List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<List<String>> all = new ArrayList<>(List.of(header));
        rows.forEach(row -> all.add(row.stream().map(OneLine::of).toList()));
        List<String> lines = new ArrayList<>();
        for (List<String> row : all) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                int column = i;
                int width = all.stream()
                        .mapToInt(one -> one.get(column).length())
                        .max()
                        .orElse(0);
                line.append(GAP)
                        .append(row.get(i))
                        .append(" ".repeat(width - row.get(i).length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
