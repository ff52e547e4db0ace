package bizops.target.table;

import java.util.Locale;
import java.util.regex.Pattern;

/** How names of the tap become names in the database: the setting {@code identifier_case}. */
public enum NameCase {
    LOWER,
    PRESERVE,
    SNAKE;

    private static final Pattern WORD_START =
            Pattern.compile("(?<=[\\p{Ll}\\p{Nd}])(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{Nd}_]+");

    /** The column for a property, before collisions are settled. */
    String column(String property) {
        String name = switch (this) {
            case LOWER -> property.toLowerCase(Locale.ROOT);
            case PRESERVE -> property;
            case SNAKE ->
                NO_WORD.matcher(WORD_START.matcher(property).replaceAll("_"))
                        .replaceAll("_")
                        .toLowerCase(Locale.ROOT);
        };
        return Identifier.legal(name, property);
    }

    /** The table for a stream; a dot or dash would have to be quoted for ever, so it becomes an underscore. */
    public String table(String stream) {
        String name = switch (this) {
            case LOWER -> stream.toLowerCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            case PRESERVE -> stream;
            case SNAKE -> column(stream);
        };
        return Identifier.legal(name, stream);
    }
}
