package bizops.sandbox.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Form-encoded text, as in query strings and token requests. */
public final class Forms {
    private static final Pattern AND = Pattern.compile("&");

    private Forms() {}

    /** The parameters of {@code a=b&c=d}, decoded; the first of each name counts. */
    public static Map<String, String> parse(String text) {
        Map<String, String> form = new LinkedHashMap<>();
        for (String part : AND.split(text, -1)) {
            int equals = part.indexOf('=');
            if (!part.isEmpty()) {
                form.putIfAbsent(
                        decode(equals < 0 ? part : part.substring(0, equals)),
                        equals < 0 ? "" : decode(part.substring(equals + 1)));
            }
        }
        return form;
    }

    /** All values of one name, decoded, in their order. */
    public static List<String> all(String text, String name) {
        return AND.splitAsStream(text)
                .filter(part -> part.startsWith(name + "="))
                .map(part -> decode(part.substring(name.length() + 1)))
                .toList();
    }

    public static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
