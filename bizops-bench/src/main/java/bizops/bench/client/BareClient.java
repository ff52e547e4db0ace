package bizops.bench.client;

import java.io.IOException;
import java.time.Instant;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Has all rows of an object and keeps none: {@code BareClient URL CLIENT_ID CLIENT_SECRET FORM WHAT MORE}, where the form
 * and what it takes are {@code rest OBJECT -} and {@code csv OBJECT -} of Salesforce, {@code aqua OBJECT FIELDS} of Zuora
 * and {@code leads FROM TO} of Marketo. One connection, gzip, one request after the other; it looks at the text of every
 * value, but makes no record, writes no line, checks nothing and tries nothing again. At the end it prints how many rows
 * there were.
 */
public final class BareClient {
    private static final int FORM = 3;
    private static final int WHAT = 4;
    private static final int MORE = 5;

    private BareClient() {}

    public static void main(String... arguments) throws IOException {
        try (CloseableHttpClient http = HttpClients.createDefault()) {
            Tally tally = new Tally();
            Session session = Session.open(http, arguments[0], login(arguments[FORM]), arguments[1], arguments[2]);
            read(session, tally, arguments[FORM], arguments[WHAT], arguments[MORE]);
            System.out.println(tally);
        }
    }

    private static String login(String form) {
        return switch (form) {
            case "aqua" -> "/oauth/token";
            case "leads" -> "/identity/oauth/token";
            default -> "/services/oauth2/token";
        };
    }

    private static void read(Session session, Tally tally, String form, String what, String more) throws IOException {
        switch (form) {
            case "csv" -> new CsvResults(session, tally).read(what);
            case "rest" -> new JsonPages(session, tally).read(what);
            case "aqua" -> new AquaFiles(session, tally).read(what, more);
            case "leads" -> new LeadFiles(session, tally).read(Instant.parse(what), Instant.parse(more));
            default -> throw new IllegalArgumentException(form);
        }
    }
}
