package bizops.report.page;

import bizops.report.cube.CubeData;
import bizops.report.cube.Marts;
import bizops.report.source.Block;
import bizops.report.source.Filter;
import bizops.report.source.Measure;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import bizops.report.source.Tile;
import bizops.report.view.Selection;
import bizops.report.view.TileEngine;
import bizops.report.view.TileView;
import bizops.report.view.Used;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages of a site made of its files and the marts. Owned by one thread. */
public final class Site {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Site.class.getClassLoader(), Site.class.getPackageName());
    private final SiteFiles files;
    private final Marts marts;
    private final Definitions definitions;
    private final RowsPlaces places;
    private final String version;
    private final @Nullable Asset served;

    /** @param version of the program, printed at each page's foot */
    public Site(SiteFiles files, Marts marts, String version) {
        this(files, marts, version, null);
    }

    private Site(SiteFiles files, Marts marts, String version, @Nullable Asset served) {
        this.files = new Published(marts).of(files);
        this.marts = marts;
        this.definitions = new Definitions(marts);
        this.places = new RowsPlaces(this.files, marts);
        this.version = version;
        this.served = served;
    }

    /** The same, whose pages run one more script, which may ask the server that they came from. */
    public Site running(String script) {
        return new Site(files, marts, version, new Asset(script));
    }

    /** How many pages there are. */
    public int pages() {
        return files.pages().size();
    }

    /** Measures that nothing says the meaning of, and those that pick rows which are not there, a line each. */
    public List<String> warnings() {
        return Stream.concat(definitions.missing(files).stream(), new RowsTexts(marts).missing(files).stream())
                .toList();
    }

    /**
     * Writes one file a page, and one of each list too long for a page, all or none, and removes those of an earlier build
     * that are no more.
     *
     * @return the path of the first page
     */
    public Path write(Path directory) throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        for (PageFile page : files.pages()) {
            pages.put(SitePage.file(page), html(page));
        }
        pages.putAll(LongList.files(files, marts));
        new Output(directory).write(pages);
        return directory.resolve("index.html");
    }

    private String html(PageFile page) {
        StringOutput html = new StringOutput(1 << 20);
        templates.render("page.jte", page(page), html);
        return html.toString();
    }

    private SitePage page(PageFile page) {
        PageContent content = PageContent.of(files, marts, page);
        List<FilterView> filters = Filters.of(content, marts.build());
        Selection selection = Filters.initial(files, marts.build(), marts.months(), content, filters);
        TileEngine engine = new TileEngine(files, marts, content.offered(), selection);
        boolean hasPeriod = content.offered().contains(Filter.PERIOD);
        return new SitePage(
                files,
                marts.build(),
                page,
                page.blocks().stream().map(block -> part(block, engine)).toList(),
                SitePage.words(hasPeriod, selection, filters),
                PageJson.of(files, marts, content, places, filters, selection),
                Asset.style(),
                Asset.theme(files.theme()),
                content.hasCharts() ? Asset.chartLibrary() : null,
                Asset.script(),
                served,
                version);
    }

    private Part part(Block block, TileEngine engine) {
        if (block instanceof Block.Text text) {
            return new Part.Prose(text.html());
        }
        Tile tile = (Tile) block;
        if (tile.definitions()) {
            return new Glossaries(files, this::meaning).of(tile);
        }
        if (tile.rows() != null) {
            CubeData cube = marts.cube(tile.rows());
            return new Part.Rows(Listing.of(tile, cube, engine.rows(tile, cube)));
        }
        TileView view = engine.tile(tile);
        return new Part.Figures(
                view,
                view.measures().stream().map(this::meaning).toList(),
                Used.of(view.measures().stream().map(Measure::formula).toList()).cubes().stream()
                        .map(name -> marts.cube(name).file().title() + " (" + name + ")")
                        .toList());
    }

    private Part.Meaning meaning(Measure measure) {
        return new Part.Meaning(measure.name(), measure.title(), definitions.of(measure), measure.text());
    }
}
