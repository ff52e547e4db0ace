package bizops.singer.tap;

import bizops.singer.cli.Terminal;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ExitCode;
import bizops.singer.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One run of a tap made of the given streams, inside this process. */
final class TapRun {
    private final List<Stream> streams;
    private final Map<String, String> environment = new HashMap<>();
    private final List<String> arguments = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private Preparation preparation = planned -> {};

    TapRun(Stream... streams) {
        this.streams = List.of(streams);
    }

    TapRun preparing(Preparation first) {
        preparation = first;
        return this;
    }

    TapRun set(String setting, String value) {
        environment.put("TAP_TEST_" + setting.toUpperCase(Locale.ROOT), value);
        return this;
    }

    TapRun variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    TapRun with(String... flags) {
        arguments.addAll(List.of(flags));
        return this;
    }

    TapRun state(String json) {
        return with("--state", file(json));
    }

    TapRun catalog(String streamsJson) {
        return with("--catalog", file("{\"streams\":[" + streamsJson + "]}"));
    }

    ExitCode run() {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), out, new PrintStream(err, true, StandardCharsets.UTF_8), environment);
        SettingsSchema settings = SettingsSchema.parse("{\"type\":\"object\",\"properties\":{"
                + "\"password\":{\"type\":\"string\",\"secret\":true,\"writeOnly\":true}}}");
        Tap tap = new Tap() {
            @Override
            public List<? extends Stream> streams() {
                return streams;
            }

            @Override
            public void prepare(Map<String, SyncContext> planned) throws Exception {
                preparation.prepare(planned);
            }
        };
        return new TapProgram("tap-test", "For tests", settings, context -> tap).run(terminal, arguments);
    }

    /** What the tap does before its first stream is read. */
    interface Preparation {
        void prepare(Map<String, SyncContext> planned) throws Exception;
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Every message as {@code TYPE what matters}, in order. */
    List<String> messages() {
        List<String> messages = new ArrayList<>();
        for (String line : out().lines().toList()) {
            Map<String, @Nullable Object> message = parsed(line);
            String type = String.valueOf(message.get("type"));
            Object version = message.containsKey("version") ? " v" + message.get("version") : "";
            messages.add(
                    switch (type) {
                        case "STATE" -> "STATE " + Json.write(message.get("value"));
                        case "RECORD" ->
                            "RECORD " + message.get("stream") + " " + Json.write(message.get("record")) + version;
                        default -> type + " " + message.get("stream") + version;
                    });
        }
        return messages;
    }

    /** The values of all STATE messages as JSON. */
    List<String> states() {
        return messages().stream()
                .filter(message -> message.startsWith("STATE "))
                .map(message -> message.substring(6))
                .toList();
    }

    private static Map<String, @Nullable Object> parsed(String line) {
        try {
            return Json.parseObject(line);
        } catch (IOException notJson) {
            throw new AssertionError("not a message: " + line, notJson);
        }
    }

    private static String file(String content) {
        try {
            Path file = Files.createTempFile("tap-test", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, content).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
