package bizops.report.metabase;

import java.util.List;

/**
 * A dashboard as its file tells it. Immutable.
 *
 * @param rows names of the questions beside each other, from top to bottom
 */
record Board(String name, String title, String about, List<List<String>> rows) {
    List<String> questions() {
        return rows.stream().flatMap(List::stream).distinct().toList();
    }
}
