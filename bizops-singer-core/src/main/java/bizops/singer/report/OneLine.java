package bizops.singer.report;

/**
 * Texts that quote input, made fit for one line of a terminal: names and values from outside may hold line ends, which
 * would look like lines of the program's own, and sequences that a terminal obeys. Stateless.
 */
public final class OneLine {
    private OneLine() {}

    /** The text with a space for every control character. */
    public static String of(String text) {
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
        return line.toString();
    }
}
