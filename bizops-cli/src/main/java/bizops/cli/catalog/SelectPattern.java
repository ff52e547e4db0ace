package bizops.cli.catalog;

import java.util.regex.Pattern;

/**
 * One line of {@code select}: STREAM or STREAM.FIELD, {@code *} for any characters, {@code ?} for one; {@code !} before
 * it leaves out. A pattern that fits a stream fits all its fields. Immutable.
 */
final class SelectPattern {
    private final String text;
    private final boolean takes;
    private final Pattern pattern;

    SelectPattern(String text) {
        this.text = text;
        this.takes = !text.startsWith("!");
        StringBuilder regex = new StringBuilder();
        for (char c : (takes ? text : text.substring(1)).toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        this.pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** Whether what it fits is taken, or left out. */
    boolean takes() {
        return takes;
    }

    boolean fits(String stream) {
        return pattern.matcher(stream).matches();
    }

    boolean fits(String stream, String field) {
        return fits(stream) || pattern.matcher(stream + "." + field).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
