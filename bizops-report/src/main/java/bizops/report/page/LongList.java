package bizops.report.page;

import bizops.report.cube.Cells;
import bizops.report.cube.CubeData;
import bizops.report.cube.Marts;
import bizops.report.source.PageFile;
import bizops.report.source.SiteFiles;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A list of more rows than a page should hold: the page has the first of them, in the order of its query, and a file beside
 * the pages has all.
 */
final class LongList {
    /** Some 50 bytes a row, as texts that come again stand once, and 7 when compressed: with so many a page is as large as it may be. */
    static final int IN_PAGE = 100_000;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private LongList() {}

    /** The cube as a page holds it. */
    static CubeData inPage(CubeData cube) {
        return cube.first(IN_PAGE);
    }

    /** The name of the file with all rows; null where the page has them. */
    static @Nullable String file(CubeData cube) {
        return cube.rows() > IN_PAGE ? cube.file().name() + ".csv" : null;
    }

    /** The files of all lists of a site that are that long: content by name. */
    static Map<String, String> files(SiteFiles site, Marts marts) {
        Map<String, String> files = new TreeMap<>();
        site.pages().stream()
                .flatMap(PageFile::lists)
                .distinct()
                .map(marts::cube)
                .forEach(cube -> {
                    String name = file(cube);
                    if (name != null) {
                        files.put(name, csv(cube, marts.build().currency()));
                    }
                });
        return files;
    }

    /** As the script writes a list: RFC 4180, UTF-8 with the mark that spreadsheets look for, numbers ungrouped. */
    private static String csv(CubeData cube, String currency) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(cube.cells().stream()
                    .map(cells -> heading(cube, cells, currency))
                    .toList());
            for (int i = 0; i < cube.rows(); i++) {
                int row = i;
                csv.writeRecord(
                        cube.cells().stream().map(cells -> field(cells, row)).toList());
            }
        } catch (IOException e) {
            throw new IllegalStateException("a string cannot fail to be written", e);
        }
        return text.toString();
    }

    private static String heading(CubeData cube, Cells cells, String currency) {
        boolean money = cube.file().money().contains(cells.name());
        return plain(money ? cells.title() + " (" + currency + ")" : cells.title());
    }

    private static String field(Cells cells, int row) {
        String value = cells.values().get(row);
        if (value == null) {
            return "";
        }
        return switch (cells.type()) {
            case NUMBER -> value;
            case FLAG, TEXT, DATE -> plain(Listing.text(cells, value));
        };
    }

    /** A text that a spreadsheet would run as a formula gets an apostrophe in front. */
    private static String plain(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
