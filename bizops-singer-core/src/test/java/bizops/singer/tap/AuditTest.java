package bizops.singer.tap;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import bizops.singer.error.RemoteException;
import bizops.singer.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code --audit}. */
final class AuditTest {
    private static final String STATE = "{\"bookmarks\":{\"deals\":{\"replication_key\":\"at\","
            + "\"replication_key_value\":\"2024-01-03T00:00:00Z\"}}}";
    private static final String HASH_OF_A_KEY = "[0-9a-f]{16,}";

    @Test
    void theSourceCountsWhatLiesBeforeTheBookmarkLessWhatIsUnsettled() throws Exception {
        CountedStream deals = new CountedStream().changing(List.of(Set.of("d7")));
        TapRun run = audit(deals).state(STATE).set("start_date", "2023-01-01T00:00:00Z");

        assertThat(run.run()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(line(run))
                .containsEntry("stream", "deals")
                .containsEntry("rows", 3)
                .containsEntry("sums", Map.of("amount", "12345678901234567890.12", "pay", "10"))
                .containsEntry("newest", "2024-01-02T00:00:00Z")
                .containsEntry("replication_key", "at")
                .containsEntry("from", "2023-01-01T00:00:00Z")
                .containsEntry("before", "2024-01-02T23:00:00Z")
                .containsEntry("changed", List.of("d7"))
                .containsEntry("key_properties", List.of("id"))
                .containsKeys("as_of", "schema");
        assertThat(deals.asked())
                .containsExactly(new CountSpan(
                        Optional.of("at"),
                        Optional.of(Instant.parse("2023-01-01T00:00:00Z")),
                        Optional.of(Instant.parse("2024-01-02T23:00:00Z")),
                        List.of("id", "amount", "pay", "at")));
    }

    @Test
    void rowsThatChangeWhileTheyAreCountedAreCountedAgain() throws Exception {
        CountedStream deals = new CountedStream().changing(List.of(Set.of(), Set.of("d1"), Set.of("d1")));
        TapRun run = audit(deals).state(STATE);

        run.run();

        assertThat(deals.asked()).hasSize(2);
        assertThat(line(run)).containsEntry("changed", List.of("d1"));
    }

    @Test
    void rowsThatNeverStandStillAreNotCompared() throws Exception {
        TapRun run = audit(new CountedStream().changing(List.of(Set.of(), Set.of("a"), Set.of("b"), Set.of("c"))))
                .state(STATE);

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(line(run)).containsOnlyKeys("stream", "skip");
    }

    @Test
    void aStreamReadWholeIsCountedWholeAndOneNeverLoadedNotAtAll() throws Exception {
        CountedStream whole = new CountedStream().whole();
        TapRun first = audit(whole);
        TapRun second = audit(new CountedStream());
        first.run();
        second.run();

        assertThat(whole.asked().get(0).before()).isEmpty();
        assertThat(line(first)).containsEntry("rows", 3).containsEntry("before", null);
        assertThat(line(second).get("skip")).asString().contains("no bookmark", "run the pipeline");
    }

    @Test
    void rulesTakeAwayTheSumsTheyChangeAndHashTheKeysThatRowsCarryHashed() throws Exception {
        TapRun run = audit(new CountedStream().changing(List.of(Set.of("d7"))))
                .state(STATE)
                .set(
                        "column_rules",
                        "[{\"stream\":\"deals\",\"column\":\"pay\",\"rule\":\"null\"},"
                                + "{\"stream\":\"deals\",\"column\":\"id\",\"rule\":\"hash\"}]")
                .set("column_rules_key", "a-key-that-is-long-enough-for-a-hash");

        assertThat(run.run()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(line(run)).containsEntry("sums", Map.of("amount", "12345678901234567890.12"));
        assertThat(line(run).get("changed")).asString().matches("\\[" + HASH_OF_A_KEY + "\\]");
    }

    @Test
    void aStreamThatCannotCountSaysWhatToDo() throws Exception {
        TapRun run = new TapRun(new TestStream("a", sync -> {})).with("--audit");

        assertThat(run.run()).isEqualTo(ExitCode.OK);
        assertThat(line(run).get("skip")).asString().contains("--records");
    }

    @Test
    void aStreamThatFailsIsNamedAndTheOthersAreCounted() throws Exception {
        CountedStream failing = new CountedStream().whole().failing(RemoteException.permanent("no right to it", null));
        TapRun alone = audit(failing);
        TapRun withAnother = new TapRun(failing, new TestStream("b", sync -> {})).with("--audit");

        assertThat(alone.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(withAnother.run()).isEqualTo(ExitCode.PARTIAL);
        assertThat(lines(withAnother)).extracting(line -> line.get("stream")).containsExactly("deals", "b");
        assertThat(lines(withAnother).get(0)).containsEntry("skip", "no right to it");
    }

    @Test
    void aSpentQuotaEndsTheAuditSoThatItIsTriedLater() {
        TapRun run = audit(new CountedStream().whole().failing(RemoteException.tryLater("the quota is spent", null)));

        assertThat(run.run()).isEqualTo(ExitCode.TRY_LATER);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void otherWaysToRunATapDoNotGoWithIt() {
        assertThat(audit(new CountedStream()).with("--discover").run()).isEqualTo(ExitCode.USAGE);
        assertThat(audit(new CountedStream()).with("--test").run()).isEqualTo(ExitCode.USAGE);
    }

    private static TapRun audit(CountedStream stream) {
        return new TapRun(stream).with("--audit");
    }

    private static Map<String, @Nullable Object> line(TapRun run) throws Exception {
        assertThat(run.out().lines()).hasSize(1);
        return Json.parseObject(run.out().strip());
    }

    private static List<Map<String, @Nullable Object>> lines(TapRun run) {
        return run.out().lines().map(AuditTest::parsed).toList();
    }

    private static Map<String, @Nullable Object> parsed(String line) {
        try {
            return Json.parseObject(line);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
