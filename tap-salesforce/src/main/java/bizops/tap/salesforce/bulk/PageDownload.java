package bizops.tap.salesforce.bulk;

import bizops.singer.http.ApiResponse;
import bizops.tap.salesforce.rest.Rest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Downloads a page of CSV into a file and verifies it; a page that is cut, holds other columns or fewer rows than its
 * header promises is asked for again. Immutable; downloads may run side by side.
 */
final class PageDownload {
    private static final int BUFFER = 64 * 1024;
    private static final String LAST = "null";

    private final Rest rest;
    private final String object;
    private final List<String> columns;

    PageDownload(Rest rest, String object, List<String> columns) {
        this.rest = rest;
        this.object = object;
        this.columns = List.copyOf(columns);
    }

    /** The page at a path of the instance. */
    ResultPage of(String path) {
        PageFile file = new PageFile();
        try {
            return rest.download(path, response -> read(response, file));
        } catch (RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    private ResultPage read(ApiResponse response, PageFile file) throws IOException {
        if (!response.header("Content-Type").orElse("").startsWith("text/csv")) {
            throw new IOException(
                    "the page is no CSV but " + response.header("Content-Type").orElse("of no type"));
        }
        CsvScan scan = new CsvScan(object, columns);
        InputStream body = response.body();
        OutputStream out = file.rewrite();
        byte[] buffer = new byte[BUFFER];
        for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
            scan.take(buffer, length);
            out.write(buffer, 0, length);
        }
        long rows = scan.end();
        Optional<String> promised = response.header("Sforce-NumberOfRecords");
        if (promised.isPresent() && !promised.get().strip().equals(Long.toString(rows))) {
            throw new IOException("the page holds " + rows + " rows, its header promises " + promised.get());
        }
        String next = response.header("Sforce-Locator").orElse("");
        return new ResultPage(file, rows, scan.hasHeader(), next.equals(LAST) ? "" : next);
    }
}
