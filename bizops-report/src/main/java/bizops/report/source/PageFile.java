package bizops.report.source;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page as written. Immutable.
 *
 * @param name the file's name without its ending; {@code index} is the first page
 * @param filters names of the filters offered; null for all that its cubes allow
 */
public record PageFile(
        String name,
        String title,
        @Nullable String summary,
        int order,
        @Nullable List<String> filters,
        List<Block> blocks,
        Place place) {

    /** The same page, whose rows link to these pages alone. */
    PageFile linkingTo(Set<String> pages) {
        List<Block> linking = blocks.stream()
                .map(block -> block instanceof Tile tile && tile.drill() != null && !pages.contains(tile.drill())
                        ? tile.withoutDrill()
                        : block)
                .toList();
        return new PageFile(name, title, summary, order, filters, linking, place);
    }

    public Stream<Tile> tiles() {
        return blocks.stream().filter(Tile.class::isInstance).map(Tile.class::cast);
    }

    /** The cubes of rows that its tiles list. */
    public Stream<String> lists() {
        return tiles().map(Tile::rows).filter(Objects::nonNull);
    }
}
