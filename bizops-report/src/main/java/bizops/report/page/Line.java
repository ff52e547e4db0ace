package bizops.report.page;

import java.util.Comparator;
import java.util.List;

/** A row before it is formatted: exact, so that it can be sorted. Immutable. */
record Line(String key, List<String> labels, List<Figure> figures) {
    /** Greatest first, gaps last; equal ones by label and then key, in code point order. */
    static Comparator<Line> greatestFirst(int figure) {
        return Comparator.<Line, Boolean>comparing(
                        line -> line.figures().get(figure).gap() != null)
                .thenComparing(line -> line.figures().get(figure).approximately(), Comparator.reverseOrder())
                .thenComparing(line -> line.labels().get(0))
                .thenComparing(Line::key);
    }
}
