package bizops.sandbox.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request; immutable.
 *
 * @param path undecoded path without the query
 * @param queryString the query as it was sent, empty if there was none
 * @param query decoded parameters, the first of each name
 * @param headers by lower-case name
 * @param base address of this server, without a slash at the end
 */
public record Call(
        String method,
        String path,
        String queryString,
        Map<String, String> query,
        Map<String, String> headers,
        String body,
        String base) {

    private static final Pattern SLASH = Pattern.compile("/");

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The length of path and query as they were sent. */
    public int uriLength() {
        return path.length() + 1 + queryString.length();
    }

    /** The same request at another path. */
    public Call at(String newPath) {
        return new Call(method, newPath, queryString, query, headers, body, base);
    }

    /** The same caller asking for another path. */
    public Call to(String newMethod, String newPath, Map<String, String> newQuery) {
        return new Call(newMethod, newPath, "", newQuery, headers, "", base);
    }

    /** The path's part number n after the leading slash, or null. */
    public @Nullable String part(int n) {
        String[] parts = SLASH.split(path.substring(1), -1);
        return n < parts.length && !parts[n].isEmpty() ? parts[n] : null;
    }
}
