package bizops.sandbox.marketo.rest;

import bizops.sandbox.fault.Faults;
import bizops.sandbox.fault.MarketoFault;
import bizops.sandbox.http.Reply;
import bizops.sandbox.marketo.wire.MarketoException;
import bizops.sandbox.marketo.wire.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Pages of the lead database whose token is the place of the next row, written so that nobody guesses it. */
final class Pages {
    static final int SIZE = 300;

    private final Faults faults;

    Pages(Faults faults) {
        this.faults = faults;
    }

    /**
     * The page that a request asks for; a token comes only where there is a further page.
     *
     * @param shown how a row is shown
     */
    <T> Reply of(Request request, List<T> rows, Function<T, ?> shown) {
        int size = Math.max(1, request.number("batchSize", SIZE, SIZE));
        int from = request.parameter("nextPageToken").map(Pages::place).orElse(0);
        if (fires(MarketoFault.PAGE_TOKEN_EXPIRED, request) && from > 0) {
            throw new MarketoException("1003", "Invalid data: paging token expired");
        }
        if (fires(MarketoFault.SHORT_PAGE, request)) {
            size = Math.max(1, size / 2);
        }
        List<?> page = rows.stream().skip(from).limit(size).map(shown).toList();
        int next = from + size;
        return next < rows.size()
                ? request.envelope()
                        .reply(page, Map.of("nextPageToken", PageToken.text("offset," + next), "moreResult", true))
                : request.envelope().success(page);
    }

    private boolean fires(MarketoFault name, Request request) {
        return faults.firing(Set.of(name), request.call().path(), null).isPresent();
    }

    private static int place(String token) {
        String text = PageToken.read(token);
        if (!text.matches("offset,\\d{1,9}")) {
            throw new MarketoException("1003", "Invalid data: paging token");
        }
        return Integer.parseInt(text.substring("offset,".length()));
    }
}
