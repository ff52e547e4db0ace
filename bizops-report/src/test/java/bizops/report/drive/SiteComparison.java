package bizops.report.drive;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds every figure and listed row of every page of a site to SQL, under random settings of the filters. Owned by one thread. */
public final class SiteComparison {
    private final Browser browser;
    private final Path directory;
    private final SiteFiles site;
    private final SiteOracle oracle;
    private final boolean rows;
    private final Set<String> apart;

    /**
     * Of a site with details, if rows are wanted.
     *
     * @param rows whether listed rows are compared too; their tables must all be there
     * @param schemas the schema of each word in braces of a cube's SQL, and of {@code marts}
     * @param apart measures, and cubes of rows, of which figures and rows do not agree, as invented ones
     */
    public SiteComparison(
            Browser browser,
            Path directory,
            SiteFiles site,
            Connection connection,
            Map<String, String> schemas,
            boolean rows,
            Set<String> apart)
            throws SQLException {
        this.browser = browser;
        this.directory = directory;
        this.site = site;
        this.oracle = new SiteOracle(connection, site, schemas, rows);
        this.rows = rows;
        this.apart = apart;
    }

    /** The same of figures alone. */
    public SiteComparison(
            Browser browser, Path directory, SiteFiles site, Connection connection, Map<String, String> schemas)
            throws SQLException {
        this(browser, directory, site, connection, schemas, false, Set.of());
    }

    /**
     * Compares each page under so many settings, and where rows are wanted the figures with the rows that they lead to;
     * returns how many figures were compared.
     */
    public int compareAll(int settings, long seed) throws SQLException {
        int compared = 0;
        RowsComparison behind = new RowsComparison(browser, apart, seed);
        for (PageFile page : site.pages()) {
            // A page of nothing but rows about persons is written with details only.
            if (Files.exists(file(page))
                    && page.tiles()
                            .anyMatch(tile -> rows && tile.rows() != null
                                    || !tile.measures().isEmpty())) {
                compared += compare(page, settings, seed, behind);
            }
        }
        assertThat(behind.differences(directory.toUri())).isEmpty();
        return compared;
    }

    private Path file(PageFile page) {
        return directory.resolve(page.name() + ".html");
    }

    private int compare(PageFile page, int settings, long seed, RowsComparison behind) throws SQLException {
        SitePage shown = new SitePage(browser, file(page).toUri());
        shown.open("");
        Offer offer = shown.offer();
        Settings random = new Settings(offer, seed);
        int compared = 0;
        for (int i = 0; i < settings; i++) {
            Setting setting = random.next();
            shown.open(setting.fragment());
            Map<String, String> figures = shown.figures();
            if (rows) {
                behind.gather(page.name(), setting);
            } else {
                figures.keySet().removeIf(place -> place.contains(" / row"));
            }
            Map<String, String> expected = oracle.figures(page, setting, offer.months());
            shown.unread().forEach(tile -> expected.keySet().removeIf(place -> place.startsWith(tile + " / ")));
            assertThat(differences(figures, expected))
                    .as(page.name() + " under " + setting.fragment())
                    .isEmpty();
            compared += figures.size();
        }
        return compared;
    }

    /** What differs of two readings, the first twenty. */
    public static List<String> differences(Map<String, String> figures, Map<String, String> expected) {
        TreeSet<String> places = new TreeSet<>(figures.keySet());
        places.addAll(expected.keySet());
        return places.stream()
                .filter(place -> !String.valueOf(figures.get(place)).equals(String.valueOf(expected.get(place))))
                .map(place -> place + ": page " + figures.get(place) + ", expected " + expected.get(place))
                .limit(20)
                .toList();
    }
}
