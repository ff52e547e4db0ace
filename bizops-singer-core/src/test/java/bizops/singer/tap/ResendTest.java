package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResendTest {
    private static final Instant MAY = Instant.parse("2024-05-01T00:00:00Z");
    private static final String BOOKMARK =
            "\"replication_key\":\"at\",\"replication_key_value\":\"2024-05-01T00:00:00Z\"";

    private static TapRun reading(TestStream.Body body) {
        return new TapRun(new TestStream("s", body).incremental(RowOrder.WINDOWS));
    }

    private static TapRun versioned(TestStream.Body body) {
        return reading(body).set("emit_activate_version_messages", "true");
    }

    @Test
    void givesAnIncrementalReadAVersionFromThereOnAndActivatesItAtTheEnd() {
        TapRun run = versioned(sync -> {
                    sync.write(row(1, MAY));
                    assertThat(sync.resendAll()).isTrue();
                    sync.write(row(2, MAY));
                    sync.advanceTo(MAY);
                })
                .state("{\"bookmarks\":{\"s\":{" + BOOKMARK + "}}}");

        run.run();

        List<String> messages = run.messages().stream()
                .filter(message -> !message.startsWith("STATE"))
                .toList();
        String version = messages.get(2).replaceFirst(".* v", "");
        assertThat(messages.get(1)).endsWith("}");
        assertThat(messages.get(3)).isEqualTo("ACTIVATE_VERSION s v" + version);
        assertThat(run.states()).last().asString().doesNotContain("version");
    }

    @Test
    void goesOnWithTheVersionOfAReadThatWasCutOffAtAPosition() {
        TapRun run = versioned(sync -> {
                    sync.resendAll();
                    sync.write(row(2, MAY));
                })
                .state("{\"bookmarks\":{\"s\":{" + BOOKMARK + ",\"version\":5,\"after\":1}}}");

        run.run();

        assertThat(run.messages()).contains("ACTIVATE_VERSION s v5");
    }

    @Test
    void keepsVersionAndPositionInTheStateUntilTheEnd() {
        TapRun run = versioned(sync -> {
                    sync.resendAll();
                    sync.savePosition(Map.of("after", 1));
                    throw new IllegalStateException("cut off");
                })
                .state("{\"bookmarks\":{\"s\":{" + BOOKMARK + "}}}");

        run.run();

        assertThat(run.states()).last().asString().contains(BOOKMARK, "\"version\":", "\"after\":1");
        assertThat(run.messages()).noneMatch(message -> message.startsWith("ACTIVATE_VERSION"));
    }

    @Test
    void changesNothingWhereVersionsAreNotWanted() {
        TapRun run = reading(sync -> {
            assertThat(sync.resendAll()).isFalse();
            sync.write(row(1, MAY));
        });

        run.run();

        assertThat(run.messages())
                .noneMatch(message -> message.startsWith("ACTIVATE_VERSION") || message.matches(".* v\\d+"));
    }

    @Test
    void takesNoVersionFromTheBookmarkOfAnotherProgram() {
        TapRun run = versioned(sync -> sync.write(row(1, MAY)))
                .state("{\"bookmarks\":{\"s\":{\"at\":\"2024-05-01T00:00:00Z\",\"version\":1714557600000}}}");

        run.run();

        assertThat(run.messages())
                .noneMatch(message -> message.contains("1714557600000") && !message.startsWith("STATE"));
    }
}
