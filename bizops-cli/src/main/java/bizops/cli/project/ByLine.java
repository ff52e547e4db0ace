package bizops.cli.project;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Orders messages by the line that they name, as one reads the file. */
final class ByLine implements Comparator<String> {
    private static final Pattern LINE = Pattern.compile(", line (\\d+)");

    @Override
    public int compare(String one, String other) {
        int byLine = Integer.compare(line(one), line(other));
        return byLine != 0 ? byLine : one.compareTo(other);
    }

    private static int line(String message) {
        Matcher at = LINE.matcher(message);
        return at.find() ? Integer.parseInt(at.group(1)) : 0;
    }
}
