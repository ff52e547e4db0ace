package bizops.sandbox.marketo.wire;

import bizops.sandbox.http.Forms;
import bizops.sandbox.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An endpoint: its method, its path with {@code {}} for variable parts, what faults call it, and who answers.
 *
 * @param object what an armed fault names it by
 */
public record Route(String method, Pattern path, String object, Function<Request, Reply> endpoint) {
    public static Route get(String path, String object, Function<Request, Reply> endpoint) {
        return new Route("GET", pattern(path), object, endpoint);
    }

    public static Route post(String path, String object, Function<Request, Reply> endpoint) {
        return new Route("POST", pattern(path), object, endpoint);
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(path.replace(".", "\\.").replace("{}", "([^/]+)"));
    }

    /** The decoded variable parts if the path is this route's. */
    public Optional<List<String>> match(String asked) {
        Matcher matcher = path.matcher(asked);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            parts.add(Forms.decode(matcher.group(i)));
        }
        return Optional.of(List.copyOf(parts));
    }
}
