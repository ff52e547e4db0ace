package bizops.report.reading;

import bizops.report.catalog.Catalog;
import bizops.report.files.SourceFile;
import bizops.report.markdown.Markdown;
import bizops.report.markdown.Pages;
import bizops.report.markdown.Part;
import bizops.report.source.Block;
import bizops.report.source.Filter;
import bizops.report.source.PageFile;
import bizops.report.source.Tile;
import bizops.report.yaml.Mistakes;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import bizops.report.yaml.YamlText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a page: front matter between lines of {@code ---}, then Markdown with tiles. Immutable. */
record PageReader(SourceFile file, Catalog catalog, Pages pages, Mistakes mistakes) {
    private static final List<String> KEYS = List.of("title", "order", "filters", "summary");
    /** The grain is offered like a filter, though it hides nothing. */
    private static final List<String> FILTERS =
            Stream.concat(TileNames.FILTERS.stream(), Stream.of("grain")).toList();

    private static final String FENCE = "---\n";
    private static final int LAST = 1_000_000;
    private static final int WITHOUT_ORDER = 1000;

    /** Empty where it is beyond reading; every mistake is noted. */
    Optional<PageFile> read() {
        String text = file.text() + "\n";
        int end = text.indexOf("\n" + FENCE, FENCE.length() - 1);
        if (!text.startsWith(FENCE) || end < 0) {
            mistakes.add(file.line(1), "a page begins with its title between two lines of ---");
            return Optional.empty();
        }
        int before = mistakes.count();
        int body = end + 1 + FENCE.length();
        List<Block> blocks = blocks(text.substring(body), body);
        String front = text.substring(FENCE.length(), Math.max(FENCE.length(), end));
        if (front.isBlank()) {
            mistakes.add(file.line(2), "\"title\" is missing");
        }
        Optional<YamlObject> object = YamlText.object(file.line(2), front, mistakes);
        Optional<PageFile> page = object.map(one -> page(one, blocks));
        if (mistakes.count() == before && catalog.isComplete()) {
            object.ifPresent(one -> checkReach(one, blocks));
        }
        return page;
    }

    private List<Block> blocks(String text, int position) {
        TileReader tiles = new TileReader(catalog, pages, mistakes);
        List<Block> blocks = new ArrayList<>();
        for (Part part : Markdown.parts(text, file.at(position), "tile", pages, mistakes)) {
            if (part instanceof Part.Text words) {
                blocks.add(new Block.Text(words.html()));
            } else if (part instanceof Part.Fence fence) {
                tiles.read(fence).ifPresent(blocks::add);
            }
        }
        return blocks;
    }

    private PageFile page(YamlObject front, List<Block> blocks) {
        front.only(KEYS);
        Optional<Word> title = front.required("title");
        return new PageFile(
                file.name(),
                title.map(Word::text).orElse(""),
                front.word("summary").map(Word::text).orElse(null),
                front.integer("order", 0, LAST).orElse(WITHOUT_ORDER),
                filters(front),
                blocks,
                file.line(1));
    }

    /** A filter that nothing on the page follows would be offered by mistake. */
    private void checkReach(YamlObject front, List<Block> blocks) {
        Set<String> dimensions = new HashSet<>();
        for (Block block : blocks) {
            if (block instanceof Tile tile) {
                catalog.cubesOf(tile).forEach(cube -> dimensions.addAll(cube.dimensions()));
            }
        }
        for (Word word : front.words("filters")) {
            Filter.of(word.text())
                    .filter(filter -> !dimensions.contains(filter.dimension()))
                    .ifPresent(filter -> front.wrong(
                            word.place(),
                            "filter \"" + word.text() + "\" reaches nothing: no cube of the page has the dimension \""
                                    + filter.dimension() + "\""));
        }
    }

    private static @Nullable List<String> filters(YamlObject front) {
        if (!front.has("filters")) {
            return null;
        }
        List<Word> words = front.words("filters");
        for (Word word : words) {
            if (!FILTERS.contains(word.text())) {
                front.unknown("filter", word, FILTERS);
            }
        }
        return TileReader.texts(words);
    }
}
