package bizops.bench.client;

import java.io.IOException;
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
                tally.csv(body);
                Header next = answer.getFirstHeader("Sforce-Locator");
                return next == null ? "null" : next.getValue();
            });
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
