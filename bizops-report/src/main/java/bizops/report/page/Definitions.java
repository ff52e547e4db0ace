package bizops.report.page;

import bizops.report.cube.Marts;
import bizops.report.source.Measure;
import bizops.report.source.SiteFiles;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What measures mean, in words: their own, or the comment of a column of the marts. Immutable. */
final class Definitions {
    private static final Pattern COLUMN = Pattern.compile("[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*");

    private final Map<String, String> comments;

    Definitions(Marts marts) {
        this.comments = marts.comments();
    }

    /** One sentence or more; empty where the column has no comment. */
    String of(Measure measure) {
        String text = measure.definition();
        return COLUMN.matcher(text).matches() ? comments.getOrDefault(text, "") : text;
    }

    /** A line for each measure whose column says nothing. */
    List<String> missing(SiteFiles files) {
        return files.measures().values().stream()
                .filter(measure -> of(measure).isEmpty())
                .filter(measure -> !measure.definition().isEmpty())
                .map(measure ->
                        measure.place() + ": definition of \"" + measure.name() + "\": the marts have no column "
                                + measure.definition() + " with a comment; its page shows the formula alone")
                .toList();
    }
}
