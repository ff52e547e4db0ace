package bizops.bench.taps;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;

/**
 * The least that a client must do to have the rows of an object: {@code BareClient URL CLIENT_ID CLIENT_SECRET OBJECT}
 * fetches all pages of a query one after the other over one connection, in gzip, looks at the text of every value, and
 * keeps nothing. It makes no record, writes nothing, checks nothing and tries nothing again. At the end it prints how
 * many rows there were.
 */
public final class BareClient {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String DATA = "/services/data/v64.0/";

    private final CloseableHttpClient http;
    private final String url;
    private final String session;
    private long rows;
    private long characters;

    private BareClient(CloseableHttpClient http, String url, String clientId, String clientSecret) throws IOException {
        this.http = http;
        this.url = url;
        HttpPost login = new HttpPost(url + "/services/oauth2/token");
        login.setEntity(new StringEntity(
                "grant_type=client_credentials&client_id=" + clientId + "&client_secret=" + clientSecret,
                ContentType.APPLICATION_FORM_URLENCODED));
        this.session = http.execute(login, answer -> text(answer.getEntity().getContent(), "access_token"));
    }

    public static void main(String... arguments) throws IOException {
        try (CloseableHttpClient http = HttpClients.createDefault()) {
            BareClient client = new BareClient(http, arguments[0], arguments[1], arguments[2]);
            client.read(arguments[3]);
            System.out.println(client.rows + " rows, " + client.characters + " characters");
        }
    }

    /** The same fields and order as the tap's first run over all fields. */
    private void read(String object) throws IOException {
        String soql = "SELECT " + String.join(",", get(DATA + "sobjects/" + object + "/describe", BareClient::fields))
                + " FROM " + object + " ORDER BY SystemModstamp,Id";
        String next = DATA + "queryAll?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8);
        while (!next.isEmpty()) {
            next = get(next, this::page);
        }
    }

    private interface Reading<T> {
        T of(JsonParser json) throws IOException;
    }

    private <T> T get(String path, Reading<T> reading) throws IOException {
        HttpGet request = new HttpGet(url + path);
        request.setHeader("Authorization", "Bearer " + session);
        return http.execute(request, answer -> {
            if (answer.getCode() != 200) {
                throw new IOException(path + " answered " + answer.getCode());
            }
            try (JsonParser json = JSON.createParser(answer.getEntity().getContent())) {
                return reading.of(json);
            }
        });
    }

    /** Looks at all values; gives the path of the next page, empty behind the last one. */
    private String page(JsonParser json) throws IOException {
        String next = "";
        int depth = 0;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                depth++;
                rows += depth == 2 ? 1 : 0;
            } else if (token == JsonToken.END_OBJECT) {
                depth--;
            } else if (token.isScalarValue()) {
                characters += json.getTextLength();
                if (depth == 1 && json.currentName().equals("nextRecordsUrl")) {
                    next = json.getText();
                }
            }
        }
        return next;
    }

    /** Names of the fields in a describe reply that a tap reads when nobody selects. */
    private static List<String> fields(JsonParser json) throws IOException {
        List<String> names = new ArrayList<>();
        String within = "";
        int depth = 0;
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token.isStructStart()) {
                depth++;
                within = depth == 2 ? json.currentName() : within;
            } else if (token.isStructEnd()) {
                depth--;
            } else if (depth == 3 && within.equals("fields") && "name".equals(json.currentName())
                    && token == JsonToken.VALUE_STRING) {
                names.add(json.getText());
            }
        }
        names.removeAll(List.of("LastViewedDate", "LastReferencedDate"));
        return names;
    }

    private static String text(InputStream body, String field) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && field.equals(json.currentName())) {
                    return json.getText();
                }
            }
        }
        throw new IOException("no " + field + " in the answer");
    }
}
