package bizops.report.source;

/** A part of a page: text or a tile. */
public sealed interface Block permits Block.Text, Tile {

    /**
     * Text between tiles. Immutable.
     *
     * @param html made from Markdown; raw HTML in it is shown as written, not run
     */
    record Text(String html) implements Block {}
}
