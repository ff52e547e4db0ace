package bizops.singer.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of every exchange at debug level: lines, headers and sizes, never bodies. Headers and query parameters that
 * carry credentials are blanked out. Stateless.
 */
final class WireLog {
    private static final Logger LOG = LoggerFactory.getLogger(WireLog.class);
    private static final Set<String> SECRET_HEADERS = Set.of("x-sfdc-session", "apisecretaccesskey");
    private static final List<String> SECRET_WORDS = List.of("auth", "cookie", "key", "password", "secret", "token");

    private WireLog() {}

    static void request(ApiRequest request) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("> {} {}", request.method(), shown(request));
            request.headers().forEach(header -> LOG.debug("> {}: {}", header.getKey(), shown(header)));
            byte[] body = request.body();
            if (body != null) {
                LOG.debug("> ({} bytes)", body.length);
            }
        }
    }

    static void response(ApiResponse response, Map<String, List<String>> headers) {
        if (LOG.isDebugEnabled()) {
            LOG.debug("< HTTP {} for {}", response.status(), response.request());
            headers.forEach((name, values) ->
                    values.forEach(value -> LOG.debug("< {}: {}", name, shown(Map.entry(name, value)))));
        }
    }

    private static String shown(ApiRequest request) {
        String query = request.uri().getRawQuery();
        String path = request.uri().getScheme() + "://" + request.uri().getRawAuthority()
                + request.uri().getRawPath();
        return query == null ? path : path + "?" + Excerpt.blanked(query);
    }

    private static String shown(Map.Entry<String, String> header) {
        String name = header.getKey().toLowerCase(Locale.ROOT);
        boolean secret = SECRET_HEADERS.contains(name) || SECRET_WORDS.stream().anyMatch(name::contains);
        return secret ? "***" : header.getValue();
    }
}
