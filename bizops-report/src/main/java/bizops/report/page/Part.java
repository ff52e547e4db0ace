package bizops.report.page;

import bizops.report.source.Tile;
import bizops.report.view.TileView;
import java.util.List;

/** A part of a page, ready to print. */
sealed interface Part {
    /**
     * Text between tiles. Immutable.
     *
     * @param html safe
     */
    record Prose(String html) implements Part {}

    /**
     * A tile of figures. Immutable.
     *
     * @param meanings of its measures
     * @param sources titles of its cubes
     */
    record Figures(TileView view, List<Meaning> meanings, List<String> sources) implements Part {
        Tile tile() {
            return view.tile();
        }
    }

    /** A list of rows. Immutable. */
    record Rows(Listing listing) implements Part {
        Tile tile() {
            return listing.tile();
        }
    }

    /** All measures of the site. Immutable. */
    record Glossary(Tile tile, List<Meaning> meanings) implements Part {}

    /**
     * What a measure means. Immutable.
     *
     * @param text in words; empty where nobody says
     */
    record Meaning(String name, String title, String text, String formula) {}
}
