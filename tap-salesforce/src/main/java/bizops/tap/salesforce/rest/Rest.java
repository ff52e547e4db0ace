package bizops.tap.salesforce.rest;

import bizops.singer.error.RemoteException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Authorised calls: a dead session is renewed once, passing failures and broken bodies are tried again, the quota is
 * watched, and every other error reply is an {@link ApiException}. Owned by the run's thread.
 */
public final class Rest {
    private static final int TRIES = 6;
    private static final int TRIES_OF_UNKNOWN = 3;

    private final Transport transport;
    private final TokenSource tokens;
    private final QuotaGuard quota;
    private final String version;
    private final Map<String, String> standing;
    private @Nullable AccessToken token;
    private @Nullable Instant serverTime;

    /**
     * Calls nothing yet.
     *
     * @param version such as {@code v64.0}
     * @param pageSize rows a page to ask for
     */
    public Rest(Transport transport, TokenSource tokens, QuotaGuard quota, String version, int pageSize) {
        this.transport = transport;
        this.tokens = tokens;
        this.quota = quota;
        this.version = version;
        this.standing = Map.of("Accept", "application/json", "Sforce-Query-Options", "batchSize=" + pageSize);
    }

    /** The path below the API's version, such as {@code /services/data/v64.0/sobjects}. */
    public String versioned(String path) {
        return "/services/data/" + version + "/" + path;
    }

    /** Gets a path of the instance. */
    public <T> T get(String path, ReplyReader<T> reader) {
        return call("GET", path, Optional.empty(), reader);
    }

    /** Posts JSON to a path of the instance. */
    public <T> T post(String path, String json, ReplyReader<T> reader) {
        return call("POST", path, Optional.of(json.getBytes(StandardCharsets.UTF_8)), reader);
    }

    /** The server's clock as the newest reply showed it; a little behind, never ahead. */
    public Instant serverTime() {
        if (serverTime == null) {
            throw new IllegalStateException("the server was not called yet");
        }
        return serverTime;
    }

    private <T> T call(String method, String path, Optional<byte[]> body, ReplyReader<T> reader) {
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return once(method, path, body, reader);
            } catch (ApiException error) {
                if (error.kind() == ErrorKind.SESSION && !renewed) {
                    renewed = true;
                    token = null;
                } else if (!error.kind().retriable()
                        || attempt >= (error.kind() == ErrorKind.UNKNOWN ? TRIES_OF_UNKNOWN : TRIES)) {
                    throw error;
                } else {
                    pause(attempt);
                }
            } catch (IOException broken) {
                if (attempt >= TRIES) {
                    throw RemoteException.tryLater(
                            "Salesforce is out of reach (" + broken + "); run again later, the state is kept", broken);
                }
                pause(attempt);
            }
        }
    }

    private <T> T once(String method, String path, Optional<byte[]> body, ReplyReader<T> reader) throws IOException {
        AccessToken session = token();
        Map<String, String> headers = new LinkedHashMap<>(standing);
        headers.put("Authorization", "Bearer " + session.value().reveal());
        body.ifPresent(bytes -> headers.put("Content-Type", "application/json; charset=UTF-8"));
        URI address = URI.create(session.instance() + path);
        quota.countCall();
        Transport.Reply reply = transport.send(method, address, headers, body);
        reply.header("date").ifPresent(this::clock);
        if (reply.status() < 200 || reply.status() > 299) {
            throw new ApiException(VendorError.of(reply.status(), reply.body()));
        }
        T value = reader.read(reply.body());
        reply.header("sforce-limit-info").flatMap(LimitInfo::parse).ifPresent(quota::check);
        return value;
    }

    private AccessToken token() {
        if (token == null) {
            token = tokens.login();
        }
        return token;
    }

    private void clock(String date) {
        serverTime = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                .toInstant();
    }

    private static void pause(int attempt) {
        long ceiling = Math.min(30_000, 500L << Math.min(attempt, 6));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw RemoteException.tryLater("interrupted while waiting for Salesforce", stopped);
        }
    }
}
