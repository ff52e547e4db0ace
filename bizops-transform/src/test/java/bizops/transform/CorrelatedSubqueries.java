package bizops.transform;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds subqueries that stand for a value, read a relation and use a column of the query around them: they are asked
 * once a row of it. What stands in {@code from}, {@code exists} or {@code in} is joined instead.
 */
final class CorrelatedSubqueries {
    private static final Pattern SUBQUERY = Pattern.compile("(\\S+)\\s*\\(\\s*select\\b");
    private static final Pattern RELATION = Pattern.compile("\\b(from|join)\\s+(staging|core|marts)\\.");
    private static final Pattern ALIAS = Pattern.compile(
            "\\b(?:from|join)\\s+[\\w.]+\\s+(?:as\\s+)?([a-z_]\\w*)" + "|\\)\\s+(?:as\\s+)?(?!from\\b)([a-z_]\\w*)");
    private static final Pattern QUALIFIED = Pattern.compile("\\b([a-z_]\\w*)\\.[a-z_]\\w*");
    private static final Set<String> JOINED = Set.of("from", "join", "as", "materialized", "lateral", "exists", "in");
    private static final Set<String> SCHEMAS = Set.of("staging", "core", "marts");

    private CorrelatedSubqueries() {}

    /** The texts of those in a statement in lower case, without comments. */
    static List<String> in(String statement) {
        String sql = statement.replaceAll("'[^']*'", "''");
        List<String> found = new ArrayList<>();
        Matcher subquery = SUBQUERY.matcher(sql);
        int from = 0;
        while (subquery.find(from)) {
            String text = parenthesis(sql, sql.indexOf('(', subquery.end(1)));
            if (!JOINED.contains(subquery.group(1)) && RELATION.matcher(text).find() && usesOuterColumn(text)) {
                found.add(text);
            }
            from = subquery.end();
        }
        return found;
    }

    private static boolean usesOuterColumn(String subquery) {
        Set<String> own = new HashSet<>(SCHEMAS);
        Matcher alias = ALIAS.matcher(subquery);
        while (alias.find()) {
            own.add(alias.group(1) == null ? alias.group(2) : alias.group(1));
        }
        return QUALIFIED.matcher(subquery).results().anyMatch(column -> !own.contains(column.group(1)));
    }

    /** From an opening parenthesis to its closing one. */
    static String parenthesis(String sql, int open) {
        int depth = 1;
        int end = open + 1;
        while (depth > 0 && end < sql.length()) {
            char c = sql.charAt(end++);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return sql.substring(open, end);
    }
}
