package bizops.transform.model;

import bizops.transform.schema.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads references as headers write them: {@code core.lead.lead_id}, or {@code core.lead.[a, b]} for several columns. */
final class ReferenceText {
    private ReferenceText() {}

    static Map<List<String>, Model.Target> parse(Map<String, String> written) {
        Map<List<String>, Model.Target> parsed = new LinkedHashMap<>();
        written.forEach((columns, target) -> parsed.put(names(columns), target(target)));
        return parsed;
    }

    private static Model.Target target(String text) {
        int first = text.indexOf('.');
        int second = text.indexOf('.', first + 1);
        Layer layer = Layer.valueOf(text.substring(0, first).toUpperCase(Locale.ROOT));
        return new Model.Target(
                new Relation(layer, text.substring(first + 1, second)), names(text.substring(second + 1)));
    }

    private static List<String> names(String text) {
        String bare = text.replace("[", "").replace("]", "");
        return Stream.of(bare.split(",", -1)).map(String::strip).toList();
    }
}
