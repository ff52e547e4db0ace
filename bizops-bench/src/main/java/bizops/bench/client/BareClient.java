package bizops.bench.client;

import java.io.IOException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/**
 * Has all rows of a Salesforce object and keeps none: {@code BareClient URL CLIENT_ID CLIENT_SECRET OBJECT rest|csv}. One
 * connection, gzip, one request after the other; it looks at the text of every value, but makes no record, writes no
 * line, checks nothing and tries nothing again. At the end it prints how many rows there were.
 */
public final class BareClient {
    private BareClient() {}

    public static void main(String... arguments) throws IOException {
        try (CloseableHttpClient http = HttpClients.createDefault()) {
            Session session = Session.open(http, arguments[0], arguments[1], arguments[2]);
            Tally tally = new Tally();
            if (arguments[4].equals("csv")) {
                new CsvResults(session, tally).read(arguments[3]);
            } else {
                new JsonPages(session, tally).read(arguments[3]);
            }
            System.out.println(tally);
        }
    }
}
