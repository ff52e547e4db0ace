package bizops.report.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tiles with nothing but their figures or rows: no charts, no fixed values, no note, no links. */
public final class PlainTiles {
    private PlainTiles() {}

    public static Tile ofMeasure(String title, Tile.Show show, List<String> by, String measure, Place place) {
        return plain(title, show, by, List.of(measure), null, place);
    }

    /** @param rows the cube of rows that it lists */
    public static Tile ofRows(String title, String rows, Place place) {
        return plain(title, Tile.Show.TABLE, List.of(), List.of(), rows, place);
    }

    private static Tile plain(
            String title, Tile.Show show, List<String> by, List<String> measures, @Nullable String rows, Place place) {
        return new Tile(
                title.toLowerCase(Locale.ROOT),
                title,
                by,
                null,
                measures,
                show,
                null,
                Map.of(),
                true,
                false,
                Map.of(),
                Set.of(),
                List.of(),
                rows,
                null,
                null,
                false,
                place);
    }
}
