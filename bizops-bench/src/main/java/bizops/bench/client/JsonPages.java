package bizops.bench.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The pages of a query over REST, as Jackson's tokens. */
final class JsonPages {
    private final Session session;
    private final Tally tally;

    JsonPages(Session session, Tally tally) {
        this.session = session;
        this.tally = tally;
    }

    /** In the order in which the tap reads them the first time. */
    void read(String object) throws IOException {
        String soql = "SELECT " + String.join(",", Describe.fields(session, object, true)) + " FROM " + object
                + " ORDER BY SystemModstamp,Id";
        String next = Session.DATA + "queryAll?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        while (!next.isEmpty()) {
            next = session.get(next, (body, answer) -> page(body));
        }
    }

    /** Gives the path of the next page, empty behind the last one. */
    private String page(InputStream body) throws IOException {
        String next = "";
        int depth = 0;
        try (JsonParser json = Describe.JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    depth++;
                    if (depth == 2) {
                        tally.row();
                    }
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                } else if (token.isScalarValue()) {
                    tally.value(json.getTextLength());
                    if (depth == 1 && "nextRecordsUrl".equals(json.currentName())) {
                        next = json.getText();
                    }
                }
            }
        }
        return next;
    }
}
