package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FullTableTest {
    @Test
    void givesRowsNoVersionUnlessAskedTo() {
        TapRun run = new TapRun(new TestStream("s", sync -> sync.write(row(1, null))));

        run.run();

        assertThat(run.messages())
                .containsExactly(
                        "SCHEMA s", "RECORD s {\"id\":1,\"note\":\"n1\",\"at\":null}", "STATE {\"bookmarks\":{}}");
    }

    @Test
    void activatesTheVersionOfItsRowsAtTheEndAndForgetsIt() {
        TapRun run = new TapRun(new TestStream("s", sync -> sync.write(row(1, null))))
                .set("emit_activate_version_messages", "true")
                .set("state_every_records", "1");

        run.run();

        List<String> messages = run.messages();
        String version = messages.get(1).replaceFirst(".* v", "");
        assertThat(messages)
                .containsExactly(
                        "SCHEMA s",
                        "RECORD s {\"id\":1,\"note\":\"n1\",\"at\":null} v" + version,
                        "STATE {\"bookmarks\":{\"s\":{\"version\":" + version + "}},\"currently_syncing\":\"s\"}",
                        "ACTIVATE_VERSION s v" + version,
                        "STATE {\"bookmarks\":{}}");
    }

    @Test
    void goesOnWithTheVersionOfALoadThatWasCutOffAtAPosition() {
        TapRun run = new TapRun(new TestStream("s", sync -> {
                    assertThat(sync.position()).isEqualTo(Map.of("after", 1));
                    sync.write(row(2, null));
                }))
                .set("emit_activate_version_messages", "true")
                .state("{\"bookmarks\":{\"s\":{\"version\":5,\"after\":1}}}");

        run.run();

        assertThat(run.messages()).anyMatch(message -> message.equals("ACTIVATE_VERSION s v5"));
        assertThat(run.states()).last().isEqualTo("{\"bookmarks\":{}}");
    }

    @Test
    void takesANewVersionWhereTheLoadBeginsAgain() {
        TapRun run = new TapRun(new TestStream("s", sync -> sync.write(row(2, null))))
                .set("emit_activate_version_messages", "true")
                .state("{\"bookmarks\":{\"s\":{\"version\":5}}}");

        run.run();

        assertThat(run.messages()).noneMatch(message -> message.endsWith(" v5"));
    }

    @Test
    void doesNotActivateAVersionWhenTheLoadFails() {
        TapRun run = new TapRun(new TestStream("s", sync -> {
                    sync.write(row(1, null));
                    throw new IllegalStateException("cut off");
                }))
                .set("emit_activate_version_messages", "true");

        run.run();

        assertThat(run.messages()).noneMatch(message -> message.startsWith("ACTIVATE_VERSION"));
        assertThat(run.states()).last().asString().contains("\"version\":");
    }

    @Test
    void marksDeletedRowsAndSaysSoInTheSchema() {
        TapRun run = new TapRun(new TestStream(
                        "s", sync -> sync.writeDeleted(Map.of("id", 7), Instant.parse("2024-05-01T00:00:00Z")))
                .marksDeletions(true));

        run.run();

        assertThat(run.out()).contains("\"_sdc_deleted_at\":{\"type\":[\"null\",\"string\"],\"format\":\"date-time\"}");
        assertThat(run.messages()).contains("RECORD s {\"id\":7,\"_sdc_deleted_at\":\"2024-05-01T00:00:00Z\"}");
    }

    @Test
    void refusesToMoveABookmarkThatAFullLoadDoesNotHave() {
        TapRun run = new TapRun(new TestStream("s", sync -> sync.advanceTo("2024-05-01")));

        run.run();

        assertThat(run.err()).contains("stream \"s\" is read whole and has no bookmark to move");
    }
}
