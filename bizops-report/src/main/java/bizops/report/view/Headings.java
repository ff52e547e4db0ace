package bizops.report.view;

import java.util.Locale;

/** Titles of dimensions. */
public final class Headings {
    private Headings() {}

    /** The column's name in words: {@code lead_source} is {@code Lead source}, {@code owner_id} is {@code Owner}. */
    public static String of(String dimension) {
        String words = dimension.replaceFirst("_id$", "").replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
