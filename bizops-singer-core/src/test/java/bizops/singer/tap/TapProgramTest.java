package bizops.singer.tap;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.catalog.PropertySchema;
import bizops.singer.catalog.StreamSchema;
import bizops.singer.cli.Terminal;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TapProgramTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void sendsSchemaThenRecordsThenState() {
        ExitCode code = run();

        assertThat(code).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8).lines().map(line -> line.replaceAll(",\"time_ex.*", "")))
                .containsExactly(
                        "{\"type\":\"SCHEMA\",\"stream\":\"greeting\",\"schema\":{\"type\":\"object\",\"properties\":"
                                + "{\"id\":{\"type\":\"integer\"},\"text\":{\"type\":[\"null\",\"string\"]}}},"
                                + "\"key_properties\":[\"id\"]}",
                        "{\"type\":\"RECORD\",\"stream\":\"greeting\",\"record\":{\"id\":1,\"text\":\"hello\"}",
                        "{\"type\":\"STATE\",\"value\":{\"bookmarks\":{}}}");
    }

    private ExitCode run(String... arguments) {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), out, new PrintStream(err, true, StandardCharsets.UTF_8), Map.of());
        SettingsSchema settings = SettingsSchema.parse("{\"type\":\"object\",\"properties\":{}}");
        return new TapProgram("tap-test", "For tests", settings, context -> () -> List.of(new Greeting()))
                .run(terminal, List.of(arguments));
    }

    private static final class Greeting implements Stream {
        @Override
        public String id() {
            return "greeting";
        }

        @Override
        public StreamSchema schema() {
            return StreamSchema.of("id", PropertySchema.integer()).field("text", PropertySchema.string());
        }

        @Override
        public List<String> key() {
            return List.of("id");
        }

        @Override
        public void sync(SyncContext sync) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", 1);
            row.put("text", "hello");
            row.put("unknown", true);
            sync.extractedAt(Instant.EPOCH);
            sync.write(row);
        }
    }
}
