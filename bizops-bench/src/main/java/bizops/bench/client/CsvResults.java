package bizops.bench.client;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.Header;

/** The results of a Bulk API 2.0 query, with FastCSV. */
final class CsvResults {
    private static final int POLL_MILLIS = 100;

    private final Session session;
    private final Tally tally;

    CsvResults(Session session, Tally tally) {
        this.session = session;
        this.tally = tally;
    }

    void read(String object) throws IOException {
        String soql = "SELECT " + String.join(",", Describe.fields(session, object, false)) + " FROM " + object;
        String id = session.post(
                Session.DATA + "jobs/query",
                "{\"operation\":\"queryAll\",\"query\":\"" + soql + "\"}",
                (body, answer) -> Describe.text(body, "id"));
        String job = Session.DATA + "jobs/query/" + id;
        while (!session.get(job, (body, answer) -> Describe.text(body, "state")).equals("JobComplete")) {
            pause();
        }
        String locator = "";
        while (!locator.equals("null")) {
            String path = job + "/results" + (locator.isEmpty() ? "" : "?locator=" + locator);
            locator = session.get(path, (body, answer) -> {
                rows(body);
                Header next = answer.getFirstHeader("Sforce-Locator");
                return next == null ? "null" : next.getValue();
            });
        }
    }

    private void rows(InputStream body) throws IOException {
        boolean header = true;
        try (CsvReader<CsvRecord> csv =
                CsvReader.builder().ofCsvRecord(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            for (CsvRecord row : csv) {
                if (!header) {
                    tally.row();
                    for (String value : row.getFields()) {
                        tally.value(value.length());
                    }
                }
                header = false;
            }
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
