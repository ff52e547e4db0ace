package bizops.report.metabase;

import java.util.List;
import java.util.Map;

/**
 * A question as its file tells it. Immutable.
 *
 * @param display Metabase's word: table, line, bar or area
 * @param x columns of the horizontal axis; empty for a table
 * @param y columns that are drawn
 * @param filters column of a mart, as {@code table.column}, by the name of a filter
 * @param sql over the schema {@code marts}; a filter is an optional clause, <code>[[where {{channel}}]]</code>
 */
record Question(
        String name,
        String title,
        String about,
        String display,
        List<String> x,
        List<String> y,
        Map<String, String> filters,
        String sql) {}
