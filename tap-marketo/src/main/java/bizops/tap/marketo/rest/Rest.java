package bizops.tap.marketo.rest;

import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.PageReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authorised calls. What passes by itself is tried again, a spent quota ends the run or is waited for, every other
 * refusal is a {@link MarketoException}. Owned by the run's thread.
 */
public final class Rest implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rest.class);
    /** A URI of more than 8 KB is refused (414). */
    private static final int LONGEST_URI = 7000;
    /** Others use the same quota, so it is looked up again after so many calls of ours. */
    private static final int CALLS_BETWEEN_LOOKS = 500;

    private static final int LARGEST_PAGE = 300;
    private static final int SMALLEST_PAGE = 25;

    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private final ApiClient client;
    private final RestSettings settings;
    private @Nullable Instant serverTime;
    private long calls;
    private int pageSize = LARGEST_PAGE;

    /** @param http with a token source */
    public Rest(ApiClientBuilder http, RestSettings settings) {
        this.client = http.classifier(new RestClassifier()).build();
        this.settings = settings;
    }

    /** Gets a path such as {@code /rest/v1/leads.json}; a query too long for a URI travels as a form. */
    public Reply get(String path, Map<String, String> query) {
        return counted(request(path, query), Reply::read);
    }

    /** Gets a page by token. Where the server takes too long for it (604), pages are half as long from then on. */
    public Reply page(String path, Map<String, String> query) {
        while (true) {
            Map<String, String> sized = new LinkedHashMap<>(query);
            sized.put("batchSize", String.valueOf(pageSize));
            try {
                return counted(request(path, sized), pageSize > SMALLEST_PAGE ? Reply::readInTime : Reply::read);
            } catch (MarketoException refused) {
                if (!refused.error().isTimeout()) {
                    throw refused;
                }
                pageSize /= 2;
                LOG.info("{}: {}; pages of {} are asked for", path, refused.error(), pageSize);
            }
        }
    }

    private ApiRequest request(String path, Map<String, String> query) {
        ApiRequest request = ApiRequest.get(address(path));
        for (Map.Entry<String, String> parameter : query.entrySet()) {
            request = request.query(parameter.getKey(), parameter.getValue());
        }
        if (request.uri().toString().length() > LONGEST_URI) {
            request = ApiRequest.postForm(address(path) + "?_method=GET", query);
        }
        return request;
    }

    /** Posts JSON. */
    public Reply post(String path, String json) {
        return counted(ApiRequest.postJson(address(path), json), Reply::read);
    }

    /**
     * Gets a file as it is.
     *
     * @param from the first byte wanted; the server may send all the same
     */
    public <T> T file(String path, long from, PageReader<T> reader) {
        ApiRequest request = ApiRequest.get(address(path));
        if (from > 0) {
            request = request.header("Range", "bytes=" + from + "-").header("Accept-Encoding", "identity");
        }
        return counted(request, reader);
    }

    /** The server's clock as the newest answer showed it. */
    public Instant now() {
        if (serverTime == null) {
            calls++;
            lookAtQuota();
        }
        return serverTime == null ? Instant.now() : serverTime;
    }

    /** Ends the run, or waits for the day's end, because something of the day is used up. */
    public void spent(String what) {
        settings.quota().spent(what, serverTime == null ? Instant.now() : serverTime);
    }

    @Override
    public void close() {
        client.close();
    }

    private String address(String path) {
        return settings.endpoint() + path;
    }

    private <T> T counted(ApiRequest request, PageReader<T> reader) {
        if (calls++ % CALLS_BETWEEN_LOOKS == 0) {
            lookAtQuota();
        }
        return call(request, reader);
    }

    private <T> T call(ApiRequest request, PageReader<T> reader) {
        ApiRequest named =
                settings.userAgent().isEmpty() ? request : request.header("User-Agent", settings.userAgent());
        long began = System.nanoTime();
        while (true) {
            try {
                return client.fetch(named, response -> {
                    response.date().ifPresent(date -> serverTime = date);
                    return reader.read(response);
                });
            } catch (MarketoException refused) {
                switch (refused.kind()) {
                    case RATE, CONCURRENCY -> waitForOthers(named, refused, began);
                    case CALL_QUOTA -> spent("the day's API calls are used up (" + refused.error() + ")");
                    case EXPORT_QUOTA -> spent("the day's export volume is used up (" + refused.error() + ")");
                    default -> throw refused;
                }
            }
        }
    }

    /** Other programs share the window, so it is waited out as often as it takes. */
    private void waitForOthers(ApiRequest request, MarketoException refused, long began) {
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
            throw RemoteException.tryLater(
                    request + ": " + refused.error() + " for " + PATIENCE.toMinutes()
                            + " minutes; other programs use up the rate: run again later, or lower 'request_rate'",
                    refused);
        }
        LOG.info("{}: {}; waiting", request, refused.error());
        Pause.withJitter(settings.rateWindow());
    }

    /** The calls of everybody today; those who may not ask are stopped by Marketo itself. */
    private void lookAtQuota() {
        try {
            Reply usage = call(ApiRequest.get(address("/rest/v1/stats/usage.json")), Reply::read);
            Object total = usage.first().map(day -> day.get("total")).orElse(null);
            if (total instanceof Number used && used.longValue() >= settings.maxDailyCalls()) {
                spent(used + " API calls were made today, 'max_daily_calls' is " + settings.maxDailyCalls());
            }
        } catch (MarketoException refused) {
            LOG.info("the calls made today cannot be looked up ({})", refused.error());
        }
    }
}
