package bizops.singer.state;

import bizops.singer.error.ConfigException;
import bizops.singer.json.Json;
import bizops.singer.text.Utf8Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the file of {@code --state}, in the shapes that shells and tools leave it. Stateless. */
public final class StateFile {
    private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
    private static final String START_OVER = "; correct the file, or remove it to read everything from the start";

    private StateFile() {}

    /**
     * The state in the file. An empty one starts afresh with a warning; of several lines the last complete one counts.
     *
     * @throws ConfigException if the file cannot be read or holds no state: never a silent start from the beginning
     */
    public static SyncState read(Path file) {
        return parse(Utf8Text.read(file, "state"), "state " + file);
    }

    static SyncState parse(String text, String name) {
        if (text.isBlank()) {
            LOG.warn("{} is empty; reading everything from the start", name);
            return SyncState.empty();
        }
        @Nullable Object value = StateEnvelope.unwrap(parsed(text, name));
        if (value == null) {
            LOG.warn("{} is null; reading everything from the start", name);
            return SyncState.empty();
        }
        if (!(value instanceof Map<?, ?> document)) {
            throw new ConfigException(name + " must hold a JSON object, got " + Json.write(value) + START_OVER);
        }
        return SyncState.of(StateEnvelope.fields(document));
    }

    private static @Nullable Object parsed(String text, String name) {
        try {
            return Json.parse(text);
        } catch (IOException severalOrBroken) {
            return lastLine(text.lines().toList(), name, severalOrBroken);
        }
    }

    /**
     * Only a line that begins with a brace counts: an indented one is a piece of a longer document, not a state.
     */
    private static @Nullable Object lastLine(List<String> lines, String name, IOException broken) {
        for (int number = lines.size(); number > 0; number--) {
            String line = lines.get(number - 1);
            if (line.startsWith("{")) {
                try {
                    Object value = Json.parse(line);
                    LOG.warn("{} has several lines; using line {}", name, number);
                    return value;
                } catch (IOException truncated) {
                    LOG.debug("{}: line {} is incomplete", name, number, truncated);
                }
            }
        }
        throw new ConfigException(name + " is no JSON" + START_OVER, broken);
    }
}
