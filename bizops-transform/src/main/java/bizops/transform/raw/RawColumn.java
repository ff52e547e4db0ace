package bizops.transform.raw;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of a raw table. Immutable.
 *
 * @param name exactly as in the database
 * @param type PostgreSQL's name of the base type, such as {@code timestamptz}
 * @param replaces the column that takes no new values any more since this one does: {@code target-postgres} makes
 *     {@code amount__numeric} beside an {@code amount} that it cannot widen, and says so in its comment
 */
public record RawColumn(String name, String type, Optional<String> replaces) {
    private static final Pattern REPLACES = Pattern.compile("^singer:\\{.*\"replaces\":\"([^\"\\\\]+)\".*}$");

    static RawColumn of(String name, String type, @Nullable String comment) {
        Matcher replaces = REPLACES.matcher(comment == null ? "" : comment);
        return new RawColumn(name, type, replaces.matches() ? Optional.of(replaces.group(1)) : Optional.empty());
    }
}
