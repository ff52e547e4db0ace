package bizops.transform.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a query stands in a file of the user's own. Immutable.
 *
 * @param file from the project folder on
 * @param firstLine line of its first character, from 1
 */
public record SqlPlace(String file, int firstLine) {
    private static final Pattern AT_LINE = Pattern.compile("line (\\d+), column (\\d+)");

    /** Names a line of the query, counted from 1. */
    public String line(int line) {
        return file + ", line " + (firstLine + line - 1);
    }

    /** One line of what the parser has to say, its place counted in the file. */
    String parserSays(String message) {
        String first = message.lines().findFirst().orElse(message);
        Matcher at = AT_LINE.matcher(message);
        return at.find()
                ? line(Integer.parseInt(at.group(1))) + ", column " + at.group(2) + ": not understood as a query: "
                        + first
                : file + ": not understood as a query: " + first;
    }
}
