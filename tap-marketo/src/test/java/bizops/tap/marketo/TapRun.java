package bizops.tap.marketo;

import bizops.singer.cli.Terminal;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ExitCode;
import bizops.singer.tap.TapProgram;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** The whole program, run in this process against a sandbox over HTTP: flags in, messages and log lines out. */
final class TapRun {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Map<String, Object> settings = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> arguments = new ArrayList<>();
    private OutputStream copy = OutputStream.nullOutputStream();

    /** A run against this address that waits for nothing longer than it must. */
    static TapRun against(String url, String clientId, String clientSecret) {
        return new TapRun()
                .set("endpoint", url + "/rest")
                .set("client_id", clientId)
                .set("client_secret", clientSecret)
                .set("start_date", "2026-01-01T00:00:00Z")
                .set("poll_interval", 0)
                .set("rate_limit_wait", 0)
                .set("request_rate", 100_000);
    }

    TapRun set(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    /** For a program that is started otherwise. */
    Map<String, Object> settings() {
        return settings;
    }

    TapRun variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Only these streams, with all their fields. */
    TapRun streams(String... names) {
        StringBuilder streams = new StringBuilder();
        for (String name : names) {
            streams.append(streams.isEmpty() ? "" : ",")
                    .append("{\"tap_stream_id\":\"" + name + "\",\"stream\":\"" + name + "\",\"schema\":{},"
                            + "\"metadata\":[{\"breadcrumb\":[],\"metadata\":{\"selected\":true}}]}");
        }
        return catalog("{\"streams\":[" + streams + "]}");
    }

    TapRun catalog(String json) {
        return flag("--catalog", json);
    }

    TapRun state(String json) {
        return flag("--state", json);
    }

    TapRun discover() {
        arguments.add("--discover");
        return this;
    }

    /** Standard output goes here too; what it throws, the tap sees as a failing pipe. */
    TapRun tee(OutputStream other) {
        copy = other;
        return this;
    }

    /** Runs to the end. */
    Result run() {
        List<String> all = new ArrayList<>(arguments);
        if (!settings.isEmpty()) {
            all.addAll(List.of("--config", file(write(settings)).toString()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger root = (Logger) LoggerFactory.getLogger("bizops.tap");
        root.addAppender(log);
        try (OutputStream both = new Tee(out, copy)) {
            Terminal terminal = new Terminal(
                    InputStream.nullInputStream(),
                    both,
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    environment);
            ExitCode code = new TapProgram(
                            "tap-marketo", "", SettingsSchema.load(Main.class, "settings.schema.json"), MarketoTap::new)
                    .run(terminal, all);
            return new Result(
                    code,
                    out.toString(StandardCharsets.UTF_8),
                    err.toString(StandardCharsets.UTF_8),
                    log.list.stream()
                            .map(event -> event.getLevel() + " " + event.getFormattedMessage())
                            .toList());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            root.detachAppender(log);
        }
    }

    private TapRun flag(String flag, String json) {
        arguments.add(flag);
        arguments.add(file(json).toString());
        return this;
    }

    private static Path file(String text) {
        try {
            Path file = Files.createTempFile("tap-marketo", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What a run left. */
    record Result(ExitCode code, String out, String err, List<String> log) {
        List<JsonNode> messages() {
            return out.lines().map(Result::parse).toList();
        }

        List<JsonNode> of(String type) {
            return messages().stream()
                    .filter(message -> message.path("type").asText().equals(type))
                    .toList();
        }

        /** The records of a stream, deletions included, in order. */
        List<JsonNode> records(String stream) {
            return of("RECORD").stream()
                    .filter(message -> message.path("stream").asText().equals(stream))
                    .map(message -> message.path("record"))
                    .toList();
        }

        /** The last STATE's value. */
        JsonNode state() {
            List<JsonNode> states = of("STATE");
            return states.get(states.size() - 1).path("value");
        }

        /** The bookmark of a stream in the last STATE. */
        JsonNode bookmark(String stream) {
            return state().path("bookmarks").path(stream);
        }

        JsonNode catalog() {
            return parse(out);
        }

        static JsonNode parse(String json) {
            try {
                return JSON.readTree(json);
            } catch (IOException broken) {
                throw new UncheckedIOException(json, broken);
            }
        }
    }

    private static final class Tee extends OutputStream {
        private final OutputStream first;
        private final OutputStream second;

        private Tee(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int b) throws IOException {
            second.write(b);
            first.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            second.write(bytes, from, length);
            first.write(bytes, from, length);
        }

        @Override
        public void flush() throws IOException {
            second.flush();
        }
    }
}
