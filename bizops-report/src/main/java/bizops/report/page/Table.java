package bizops.report.page;

import bizops.report.source.Measure;
import bizops.report.source.Sort;
import bizops.report.source.Tile;
import bizops.report.view.TileView;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a tile's table is printed. Immutable.
 *
 * @param currency of money (ISO 4217)
 */
record Table(TileView view, String currency) {
    private static final JsonFactory JSON = new JsonFactory();
    /** A list of all campaigns or organizations may be longer than anyone reads; it would be in the page twice. */
    private static final int PRINTED = 500;

    private static final String NULL_KEY = "~";

    Tile tile() {
        return view.tile();
    }

    /** The classes of the table, as the script gives them; null without. */
    @Nullable
    String look() {
        return Look.of(tile());
    }

    /** How many numbers stand in a line. */
    int inLine() {
        return Look.inLine(view.measures().size());
    }

    /** The rows that stand in the page itself; the script shows them all. */
    List<TileView.Line> printed() {
        return view.lines().subList(0, Math.min(view.lines().size(), PRINTED));
    }

    /** Whether columns and measures need a line of the head each. */
    boolean hasTwoHeads() {
        return tile().across() != null && view.measures().size() > 1;
    }

    /** How many figures a row has. */
    int figures() {
        return tile().across() == null
                ? view.measures().size()
                : view.columns().size() * view.measures().size();
    }

    Measure measure(int cell) {
        return view.measures().get(cell % view.measures().size());
    }

    /** The key of a figure's column as the page names it; null without columns. */
    @Nullable
    String across(int cell) {
        if (tile().across() == null) {
            return null;
        }
        String key = view.columns().get(cell / view.measures().size()).key();
        return key == null ? NULL_KEY : key;
    }

    /** What a measure counts in, as its heading says; null where that needs no word. */
    @Nullable
    String unit(Measure measure) {
        return switch (measure.unit()) {
            case MONEY -> currency;
            case DAYS -> "days";
            case MONTHS -> "months";
            case CREDIT, COUNT, RATIO, PERCENT -> null;
        };
    }

    @Nullable
    String sorted(Measure measure) {
        Sort sort = tile().sort();
        return sort == null || !sort.measure().equals(measure.name()) || tile().across() != null
                ? null
                : sort.greatestFirst() ? "descending" : "ascending";
    }

    /** The keys of a row as a JSON array. */
    String keys(TileView.Line line) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            Texts.write(line.keys(), json);
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    /** The address of the page behind a row; null where there is none. */
    @Nullable
    String link(TileView.Line line) {
        return Drill.of(tile(), line);
    }
}
