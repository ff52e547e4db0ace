package bizops.bench.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The files of Marketo's bulk extracts of leads, one for each window of 30 days. */
final class LeadFiles {
    private static final String JOBS = "/bulk/v1/leads/export/";
    private static final Duration WINDOW = Duration.ofDays(30);

    private final Session session;
    private final Tally tally;

    LeadFiles(Session session, Tally tally) {
        this.session = session;
        this.tally = tally;
    }

    /** The leads that changed between two instants. */
    void read(Instant from, Instant to) throws IOException {
        String fields = String.join("\",\"", fields());
        for (Instant start = from; start.isBefore(to); start = start.plus(WINDOW)) {
            Instant end = start.plus(WINDOW).isBefore(to) ? start.plus(WINDOW) : to;
            window("{\"fields\":[\"" + fields + "\"],\"filter\":{\"updatedAt\":{\"startAt\":\"" + start
                    + "\",\"endAt\":\"" + end + "\"}}}");
        }
    }

    private void window(String request) throws IOException {
        String job = JOBS
                + session.post(JOBS + "create.json", request, (body, answer) -> Describe.text(body, "exportId")) + "/";
        session.post(job + "enqueue.json", "", (body, answer) -> "");
        while (!session.get(job + "status.json", (body, answer) -> Describe.text(body, "status"))
                .equals("Completed")) {
            Thread.onSpinWait();
        }
        session.get(job + "file.json", (body, answer) -> {
            tally.csv(body);
            return "";
        });
    }

    private List<String> fields() throws IOException {
        return session.get("/rest/v1/leads/describe.json", (body, answer) -> restNames(body));
    }

    private static List<String> restNames(InputStream body) throws IOException {
        List<String> names = new ArrayList<>();
        boolean rest = false;
        try (JsonParser json = Describe.JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    rest = "rest".equals(json.currentName());
                } else if (rest && token == JsonToken.VALUE_STRING && "name".equals(json.currentName())) {
                    names.add(json.getText());
                }
            }
        }
        return names;
    }
}
