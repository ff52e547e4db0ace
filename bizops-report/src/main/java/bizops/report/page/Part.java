package bizops.report.page;

import bizops.report.source.PageFile;
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
     * @param sources titles of its cubes, each with its name
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

    /** All measures of the site, in groups. Immutable. */
    record Glossary(Tile tile, List<Group> groups) implements Part {
        /**
         * Measures that one page is the first to show.
         *
         * @param id of its heading
         */
        record Group(String id, String title, List<Entry> entries) {}

        /**
         * A measure.
         *
         * @param pages that show it, in the order of the navigation
         * @param isNamesake whether another measure has the same title, so that its name tells them apart
         */
        record Entry(Meaning meaning, List<PageFile> pages, boolean isNamesake) {}
    }

    /**
     * What a measure means. Immutable.
     *
     * @param text in words; empty where nobody says
     */
    record Meaning(String name, String title, String text, String formula) {
        /** The place of its entry in a page of definitions. */
        String id() {
            return "definition-" + name;
        }

        /** Whether the formula says more than that it is a sum of the same name. */
        boolean hasFormula() {
            return !formula.equals(name);
        }
    }
}
