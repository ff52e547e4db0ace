package bizops.report.reading;

import bizops.report.source.Tile.Show;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.List;
import java.util.Optional;

/** How a tile appears must fit what it shows. */
final class ShowCheck {
    private ShowCheck() {}

    static void check(YamlObject tile, Optional<Show> written, boolean compare, List<Word> by, Optional<Word> across) {
        if (tile.has("show") && written.isEmpty()) {
            return; // whatever was meant
        }
        Show show = written.orElse(Show.TABLE);
        if (show == Show.FIGURES && !by.isEmpty()) {
            tile.wrong(tile.place("by"), "\"show: figures\" has one row: leave \"by\" out");
        }
        if (show == Show.FIGURES && across.isPresent()) {
            tile.wrong(across.get().place(), "\"show: figures\" has no columns: leave \"across\" out");
        }
        if (show == Show.FIGURES && tile.has("charts")) {
            tile.wrong(tile.place("charts"), "\"show: figures\" has no table that a chart could be drawn from");
        }
        if (show == Show.NONE && !tile.has("charts")) {
            tile.wrong(tile.place("show"), "\"show: none\" needs a chart that says it all");
        }
        if (compare && show != Show.FIGURES) {
            tile.wrong(tile.place("compare"), "\"compare\" needs \"show: figures\"");
        }
    }
}
