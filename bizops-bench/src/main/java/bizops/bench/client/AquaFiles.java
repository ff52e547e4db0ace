package bizops.bench.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** The gzip file of one AQuA query of Zuora. */
final class AquaFiles {
    private static final String JOBS = "/v1/batch-query/";

    private final Session session;
    private final Tally tally;

    AquaFiles(Session session, Tally tally) {
        this.session = session;
        this.tally = tally;
    }

    /** @param fields as the query names them */
    void read(String object, String fields) throws IOException {
        String job = session.post(
                JOBS,
                "{\"format\":\"gzip\",\"version\":\"1.0\",\"name\":\"bare\",\"encrypted\":\"none\",\"useQueryLabels\":\"true\","
                        + "\"dateTimeUtc\":\"true\",\"queries\":[{\"name\":\"bare\",\"type\":\"zoqlexport\","
                        + "\"query\":\"select " + fields + " from " + object + "\"}]}",
                (body, answer) -> Describe.text(body, "id"));
        String file = "";
        while (file.isEmpty()) {
            file = session.get(JOBS + "jobs/" + job, (body, answer) -> fileId(body));
        }
        session.get("/v1/files/" + file, (body, answer) -> {
            tally.csv(new GZIPInputStream(body));
            return "";
        });
    }

    /** Empty while there is none. */
    private static String fileId(InputStream body) throws IOException {
        try (JsonParser json = Describe.JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "fileId".equals(json.currentName())) {
                    return json.getText();
                }
            }
        }
        return "";
    }
}
