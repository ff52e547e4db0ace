package bizops.singer.testkit.target;

import bizops.singer.testkit.line.Message;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a feed leaves standing in its tables. */
final class Expected {
    private Expected() {}

    /**
     * By stream, then by key or number, the last record; its absent properties are not judged. Streams that hold U+0000
     * are left out: what stands for it is the target's choice.
     */
    static Map<String, Map<String, JsonNode>> of(Feed feed) {
        Map<String, List<String>> keys = new HashMap<>();
        Map<String, Map<String, JsonNode>> expected = new LinkedHashMap<>();
        for (Message message : feed.messages().messages()) {
            if (message.is("SCHEMA")) {
                keys.put(message.stream(), message.names("key_properties"));
                expected.putIfAbsent(message.stream(), new LinkedHashMap<>());
            } else if (message.is("RECORD")) {
                Map<String, JsonNode> rows = expected.getOrDefault(message.stream(), Map.of());
                List<String> key = keys.getOrDefault(message.stream(), List.of());
                String name = key.isEmpty()
                        ? Integer.toString(rows.size())
                        : key.stream()
                                .map(property -> message.record().path(property).toString())
                                .collect(Collectors.joining(","));
                rows.put(name, message.record());
            }
        }
        expected.values().removeIf(rows -> rows.toString().contains("\\u0000") || rows.isEmpty());
        return expected;
    }
}
