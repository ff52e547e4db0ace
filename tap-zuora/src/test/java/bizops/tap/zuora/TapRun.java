package bizops.tap.zuora;

import bizops.sandbox.Sandbox;
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

    /** A run with the sandbox's address and credentials. */
    static TapRun against(Sandbox sandbox) {
        return new TapRun()
                .set("base_url", sandbox.url())
                .set("client_id", sandbox.zuora().clientId())
                .set("client_secret", sandbox.zuora().clientSecret())
                .quick();
    }

    /** Without the pauses that a real tenant deserves. */
    TapRun quick() {
        return set("poll_interval_seconds", 0.001).set("request_max_attempts", 3);
    }

    TapRun set(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    TapRun variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** Only these objects. */
    TapRun streams(String... names) {
        return set("streams", List.of(names));
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

    /** Has the tenant count instead of sending rows. */
    TapRun audit() {
        arguments.add("--audit");
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
                            "tap-zuora", "", SettingsSchema.load(Main.class, "settings.schema.json"), ZuoraTap::new)
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
            Path file = Files.createTempFile("tap-zuora", ".json");
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

        /** The names of a stream's fields, as its schema has them. */
        List<String> fields(String stream) {
            List<String> names = new ArrayList<>();
            of("SCHEMA").stream()
                    .filter(message -> message.path("stream").asText().equals(stream))
                    .forEach(message -> message.path("schema")
                            .path("properties")
                            .fieldNames()
                            .forEachRemaining(names::add));
            return names;
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
