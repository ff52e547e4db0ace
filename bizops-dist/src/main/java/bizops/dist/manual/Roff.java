package bizops.dist.manual;

/** Text in the form that man reads: the one place that escapes. */
final class Roff {
    private static final int ASCII = 0x7f;

    private final StringBuilder page = new StringBuilder();

    /** A request on a line of its own, such as {@code .SH}, with its arguments in quotes. */
    Roff request(String request, String... arguments) {
        page.append('.').append(request);
        for (String argument : arguments) {
            page.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
        }
        page.append('\n');
        return this;
    }

    /** A line of running text. */
    Roff text(String text) {
        page.append("\\&").append(escaped(text.strip())).append('\n');
        return this;
    }

    /** A tagged paragraph: what, what stands for its value, and the rest of the tag, then its meaning. */
    Roff tagged(String what, String value, String rest, String meaning) {
        page.append(".TP\n\\fB").append(escaped(what)).append("\\fR");
        if (!value.isEmpty()) {
            page.append(" \\fI").append(escaped(value)).append("\\fR");
        }
        page.append(escaped(rest)).append('\n');
        return text(meaning);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                case '\n' -> escaped.append(' ');
                default -> {
                    if (point > ASCII) {
                        escaped.append(String.format("\\[u%04X]", point));
                    } else {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
