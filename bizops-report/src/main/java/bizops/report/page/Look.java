package bizops.report.page;

import bizops.report.source.Tile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a table is styled: classes by its form, the same that the script gives. */
final class Look {
    /** From so many columns on there is little room for each. */
    private static final int WIDE = 10;
    /** Numbers stand in at least so many columns, and in more where that fills the last line better. */
    private static final int FEWEST = 4;

    private static final int MOST = 6;

    private Look() {}

    /** Of a table of figures; null where it is a plain one. */
    static @Nullable String of(Tile tile) {
        List<String> looks = new ArrayList<>();
        if (tile.across() != null) {
            looks.add("pivot");
            if (isTime(tile.across())) {
                looks.add("months");
            }
        }
        if (!tile.by().isEmpty() && isTime(tile.by().get(0))) {
            looks.add("time");
        }
        if (tile.by().isEmpty()) {
            looks.add("single");
        }
        if (tile.by().size() + tile.measures().size() >= WIDE) {
            looks.add("wide");
        }
        return looks.isEmpty() ? null : String.join(" ", looks);
    }

    /** Of a list of so many columns. */
    static @Nullable String ofList(int columns) {
        return columns >= WIDE ? "wide" : null;
    }

    /** How many of so many numbers stand in a line, so that the last line is as full as can be. */
    static int inLine(int numbers) {
        if (numbers <= MOST) {
            return Math.max(numbers, FEWEST);
        }
        int best = MOST;
        for (int columns = MOST - 1; columns >= FEWEST; columns--) {
            if (lacking(numbers, columns) < lacking(numbers, best)) {
                best = columns;
            }
        }
        return best;
    }

    private static int lacking(int numbers, int columns) {
        return (columns - numbers % columns) % columns;
    }

    private static boolean isTime(String dimension) {
        return dimension.equals("period") || dimension.equals("month");
    }
}
