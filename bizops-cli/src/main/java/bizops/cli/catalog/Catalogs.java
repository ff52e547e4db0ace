package bizops.cli.catalog;

import bizops.cli.pair.Side;
import bizops.cli.project.TapSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The kept catalog of one tap. Owned by one thread. */
public final class Catalogs {
    private final TapSpec tap;

    public Catalogs(TapSpec tap) {
        this.tap = tap;
    }

    /** Asks the tap, keeps the choices there were, applies the patterns, writes the file; tells what came of it. */
    public List<String> discover(Side program, Consumer<String> log) throws IOException, InterruptedException {
        JsonNode found = new Discovery(tap.program().program(), log).run(program.process(List.of()));
        List<String> lines = new ArrayList<>();
        if (Files.exists(tap.catalog())) {
            JsonNode before = CatalogFile.read(tap.catalog());
            KeptChoices.carry(before, found);
            lines.addAll(differences(before, found));
        }
        if (!tap.select().isEmpty()) {
            List<String> unused = new Selection(tap.name(), tap.select()).apply(found);
        }
        CatalogFile.write(found, tap.catalog());
        lines.add(0, summary(found));
        return lines;
    }

    /** Applies the patterns to the kept file and tells what is selected, a line a stream. */
    public List<String> select() throws IOException {
        JsonNode catalog = CatalogFile.read(tap.catalog());
        if (!tap.select().isEmpty()) {
            List<String> unused = new Selection(tap.name(), tap.select()).apply(catalog);
            CatalogFile.write(catalog, tap.catalog());
        }
        List<String> lines = new ArrayList<>(List.of(summary(catalog)));
        for (JsonNode stream : catalog.path("streams")) {
            if (isSelected(stream)) {
                lines.add("  " + StreamFields.of(stream).text());
            }
        }
        return lines;
    }

    private String summary(JsonNode catalog) {
        long selected = 0;
        for (JsonNode stream : catalog.path("streams")) {
            selected += isSelected(stream) ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "%s: %d streams, %d selected, in %s",
                tap.name(),
                catalog.path("streams").size(),
                selected,
                tap.catalog());
    }

    private static List<String> differences(JsonNode before, JsonNode after) {
        List<String> old = CatalogFile.streams(before);
        List<String> now = CatalogFile.streams(after);
        List<String> lines = new ArrayList<>();
        now.stream().filter(name -> !old.contains(name)).forEach(name -> lines.add("  new: " + name));
        old.stream().filter(name -> !now.contains(name)).forEach(name -> lines.add("  gone: " + name));
        for (JsonNode stream : after.path("streams")) {
            for (JsonNode earlier : before.path("streams")) {
                if (name(earlier).equals(name(stream))) {
                    lines.addAll(StreamFields.of(earlier).changesTo(StreamFields.of(stream)));
                }
            }
        }
        return lines;
    }

    static String name(JsonNode stream) {
        return stream.path("tap_stream_id").asText(stream.path("stream").asText());
    }

    static boolean isSelected(JsonNode stream) {
        for (JsonNode entry : stream.path("metadata")) {
            if (entry.path("breadcrumb").isEmpty()) {
                return entry.path("metadata").path("selected").asBoolean(false);
            }
        }
        return stream.path("selected").asBoolean(false);
    }
}
