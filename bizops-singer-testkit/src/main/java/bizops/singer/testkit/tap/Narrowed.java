package bizops.singer.testkit.tap;

import bizops.singer.testkit.line.Message;
import bizops.singer.testkit.verdict.NothingToJudge;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A selection that leaves out something of what the sync sent: in each stream one field that is available, and the last
 * of several streams. What is automatic is deselected too, which must change nothing.
 *
 * @param fields the field left out, by stream
 * @param stream the stream left out
 */
record Narrowed(JsonNode catalog, Map<String, String> fields, Optional<String> stream) {
    static Narrowed of(TapRuns tap) throws IOException, InterruptedException {
        if (!tap.options().discovers() && tap.options().catalog().isEmpty()) {
            throw new NothingToJudge("there is no catalog to select in");
        }
        Catalog catalog = Catalog.of(tap.catalog().document());
        Map<String, Set<String>> sent = new LinkedHashMap<>();
        tap.sync()
                .output()
                .messages("RECORD")
                .forEach(message -> sent.computeIfAbsent(message.stream(), stream -> new LinkedHashSet<>())
                        .addAll(names(message)));
        List<String> streams = new ArrayList<>(sent.keySet());
        Optional<String> silent = streams.size() > 1 ? Optional.of(streams.get(streams.size() - 1)) : Optional.empty();
        Map<String, String> fields = new LinkedHashMap<>();
        sent.forEach((stream, names) -> catalog.named(stream).ifPresent(entry -> {
            entry.select(!silent.equals(Optional.of(stream)));
            names.stream()
                    .filter(name -> entry.inclusion(name).equals("automatic"))
                    .forEach(name -> entry.select(name, false));
            leaveOut(entry, names).ifPresent(name -> fields.put(stream, name));
        }));
        silent.ifPresent(fields::remove);
        return new Narrowed(catalog.document(), fields, silent);
    }

    private static Optional<String> leaveOut(CatalogStream entry, Set<String> sent) {
        List<String> last = new ArrayList<>(sent);
        Collections.reverse(last);
        Optional<String> free = last.stream()
                .filter(name -> entry.inclusion(name).equals("available"))
                .filter(name -> !entry.keys().contains(name))
                .filter(name -> !entry.replicationKey().equals(Optional.of(name)))
                .findFirst();
        free.ifPresent(name -> entry.select(name, false));
        return free;
    }

    private static List<String> names(Message message) {
        List<String> names = new ArrayList<>();
        message.record().fieldNames().forEachRemaining(names::add);
        return names;
    }
}
