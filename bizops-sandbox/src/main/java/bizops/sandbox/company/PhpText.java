package bizops.sandbox.company;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** PHP's serialised form, in which Marketo keeps the fields of a filled-out form; lengths are of UTF-8 bytes. */
final class PhpText {
    private PhpText() {}

    static String of(Map<String, String> values) {
        StringBuilder text = new StringBuilder("a:").append(values.size()).append(":{");
        values.forEach((name, value) -> {
            add(text, name);
            add(text, value);
        });
        return text.append('}').toString();
    }

    private static void add(StringBuilder text, String value) {
        text.append("s:")
                .append(value.getBytes(StandardCharsets.UTF_8).length)
                .append(":\"")
                .append(value)
                .append("\";");
    }
}
