package bizops.target.reshape.map;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a property is made of: what the setting can say without computing anything. */
sealed interface Expression {
    /** The value of a property of the record as it came. */
    record Reference(String property) implements Expression {}

    /** The same text in every record. */
    record Literal(String text) implements Expression {}

    /** A text without escapes, in quotes of either kind. */
    String QUOTED = "(?:'([^'\\\\]*)'|\"([^\"\\\\]*)\")";

    String NAME = "([\\p{L}_][\\p{L}\\p{Nd}_]*)";

    Pattern TEXT = Pattern.compile(QUOTED);
    Pattern BARE = Pattern.compile(NAME);
    Pattern MEMBER = Pattern.compile(
            "(?:record|_)(?:\\[\\s*" + QUOTED + "\\s*]|\\.get\\(\\s*" + QUOTED + "\\s*\\)|\\." + NAME + ")");

    /** Words that are no properties where this is written. */
    Set<String> WORDS = Set.of("None", "True", "False", "record", "_", "config", "fake", "Faker");

    /**
     * Reads it; empty if it is anything that would have to be computed.
     *
     * @param property that it is for, which may be called {@code self}
     */
    static Optional<Expression> of(String given, String property) {
        String expression = given.strip();
        Matcher text = TEXT.matcher(expression);
        if (text.matches()) {
            return Optional.of(new Literal(firstGroup(text)));
        }
        if (expression.equals("self")) {
            return Optional.of(new Reference(property));
        }
        if (BARE.matcher(expression).matches()) {
            return WORDS.contains(expression) ? Optional.empty() : Optional.of(new Reference(expression));
        }
        Matcher member = MEMBER.matcher(expression);
        return member.matches() ? Optional.of(new Reference(firstGroup(member))) : Optional.empty();
    }

    private static String firstGroup(Matcher matcher) {
        for (int group = 1; group <= matcher.groupCount(); group++) {
            String found = matcher.group(group);
            if (found != null) {
                return found;
            }
        }
        throw new IllegalStateException(matcher.toString());
    }
}
