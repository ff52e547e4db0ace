package bizops.report.reading;

import bizops.report.catalog.Catalog;
import bizops.report.markdown.Markdown;
import bizops.report.markdown.Pages;
import bizops.report.markdown.Part;
import bizops.report.source.CubeFile;
import bizops.report.source.Place;
import bizops.report.source.Sort;
import bizops.report.source.Tile;
import bizops.report.source.Tile.Show;
import bizops.report.yaml.Mistakes;
import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import bizops.report.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads the tiles of one page. Owned by one thread. */
final class TileReader {
    private static final List<String> KEYS = List.of(
            "title",
            "by",
            "across",
            "measures",
            "show",
            "sort",
            "buckets",
            "total",
            "compare",
            "where",
            "ignore",
            "charts",
            "rows",
            "drill",
            "note",
            "definitions");
    private static final List<String> OF_FIGURES =
            List.of("by", "across", "measures", "show", "sort", "buckets", "total", "compare", "charts");
    private static final List<String> OF_ROWS = List.of("rows", "where", "ignore", "drill");
    private static final int FARTHEST = 1_000_000;

    private final Catalog catalog;
    private final Pages pages;
    private final Mistakes mistakes;
    private final Map<String, Place> ids = new LinkedHashMap<>();

    TileReader(Catalog catalog, Pages pages, Mistakes mistakes) {
        this.catalog = catalog;
        this.pages = pages;
        this.mistakes = mistakes;
    }

    /** Empty where it is beyond reading; every mistake is noted. */
    Optional<Tile> read(Part.Fence fence) {
        if (fence.content().isBlank()) {
            mistakes.add(fence.place(), "the tile is empty; it needs a title and measures");
            return Optional.empty();
        }
        Optional<YamlObject> object = YamlText.object(fence.place(), fence.content(), mistakes);
        return object.map(this::read);
    }

    private Tile read(YamlObject plain) {
        int before = mistakes.count();
        Optional<Word> title = plain.about("tile").required("title");
        String name = title.map(Word::text).orElse("");
        YamlObject object = plain.about(name.isEmpty() ? "tile" : "tile \"" + name + "\"");
        object.only(KEYS);
        String id = title.map(word -> id(object, word)).orElse("");
        checkKind(object);
        List<Word> by = object.words("by");
        Optional<Word> across = object.word("across");
        List<Word> measures = object.words("measures");
        Optional<CubeFile> rows = object.word("rows").flatMap(cube -> catalog.rows(object, cube));
        TileNames names = new TileNames(object, catalog, pages);
        names.checkMeasures(measures);
        List<CubeFile> cubes = rows.map(List::of).orElseGet(() -> catalog.cubesOf(texts(measures)));
        names.checkDimensions(by, across, measures);
        Optional<Show> show = object.oneOf("show", Show.class);
        boolean compare = object.flag("compare", false);
        ShowCheck.check(object, show, compare, by, across);
        if (mistakes.count() == before) {
            names.checkDrill(by, cubes);
        }
        return new Tile(
                id,
                name,
                texts(by),
                across.map(Word::text).orElse(null),
                texts(measures),
                show.orElse(Show.TABLE),
                sort(object, texts(measures)),
                buckets(object, by, across),
                object.flag("total", true),
                compare,
                names.where(cubes),
                names.ignored(),
                new ChartReader(object, catalog, texts(measures), across.isPresent()).read(),
                object.word("rows").map(Word::text).orElse(null),
                names.drill(),
                note(object),
                object.flag("definitions", false),
                plain.place());
    }

    /** A tile shows figures, rows or definitions. */
    private static void checkKind(YamlObject object) {
        String kind = object.flag("definitions", false) ? "definitions" : object.has("rows") ? "rows" : "measures";
        if (kind.equals("measures") && object.words("measures").isEmpty()) {
            object.wrong(object.place("measures"), "\"measures\" are missing");
        }
        Set<String> others = new TreeSet<>();
        if (!kind.equals("measures")) {
            others.addAll(OF_FIGURES);
        }
        if (kind.equals("definitions")) {
            others.addAll(OF_ROWS);
        }
        others.stream()
                .filter(object::has)
                .forEach(key ->
                        object.wrong(object.place(key), "\"" + key + "\" has no meaning beside \"" + kind + "\""));
    }

    private String id(YamlObject object, Word title) {
        String id = title.text()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        if (id.isEmpty()) {
            object.wrong(title.place(), "the title needs a letter or digit");
        }
        Place other = ids.putIfAbsent(id, title.place());
        if (other != null) {
            object.wrong(title.place(), "a tile of this title stands in line " + other.line() + " already");
        }
        return id;
    }

    private @Nullable Sort sort(YamlObject object, List<String> measures) {
        Optional<Word> sort = object.word("sort");
        if (sort.isEmpty()) {
            return null;
        }
        boolean greatestFirst = sort.get().text().startsWith("-");
        String measure = sort.get().text().substring(greatestFirst ? 1 : 0);
        boolean known = !measures.isEmpty() && measures.stream().noneMatch(catalog::isUnknown);
        if (known && !measures.contains(measure)) {
            object.unknown("measure of the tile", new Word(measure, sort.get().place()), measures);
        }
        return new Sort(measure, greatestFirst);
    }

    private static Map<String, List<Integer>> buckets(YamlObject object, List<Word> by, Optional<Word> across) {
        List<String> dimensions = new ArrayList<>(texts(by));
        across.ifPresent(word -> dimensions.add(word.text()));
        Map<String, List<Integer>> buckets = new LinkedHashMap<>();
        object.object("buckets")
                .ifPresent(all -> all.keys().forEach(dimension -> {
                    if (!dimensions.contains(dimension)) {
                        all.unknown("dimension of the tile", new Word(dimension, all.place(dimension)), dimensions);
                    }
                    List<Integer> bounds = all.integers(dimension, 0, FARTHEST);
                    for (int i = 1; i < bounds.size(); i++) {
                        if (bounds.get(i) <= bounds.get(i - 1)) {
                            all.wrong(
                                    all.place(dimension),
                                    "buckets must rise: " + bounds.get(i) + " stands behind " + bounds.get(i - 1));
                        }
                    }
                    if (all.words(dimension).isEmpty()) {
                        all.wrong(all.place(dimension), "buckets need upper bounds, such as [7, 14, 30]");
                    }
                    buckets.put(dimension, bounds);
                }));
        return buckets;
    }

    private @Nullable String note(YamlObject object) {
        Optional<Word> note = object.word("note");
        if (note.isEmpty()) {
            return null;
        }
        return Markdown.html(note.get().text(), note.get().place(), pages, mistakes);
    }

    static List<String> texts(List<Word> words) {
        return words.stream().map(Word::text).toList();
    }
}
