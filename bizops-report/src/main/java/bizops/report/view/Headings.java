package bizops.report.view;

import java.util.Locale;

/** Titles of dimensions. */
final class Headings {
    private Headings() {}

    /** The column's name in words: {@code lead_source} is {@code Lead source}, {@code owner_id} is {@code Owner}. */
    static String of(String dimension, Grain grain) {
        String words = dimension.equals(Axis.PERIOD)
                ? grain.name().toLowerCase(Locale.ROOT)
                : dimension.replaceFirst("_(id|key)$", "").replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
