package bizops.singer.tap;

import static bizops.singer.tap.TestStream.row;
import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ColumnRulesTest {
    private static final String KEY = "0123456789abcdef";
    private static final String HASH_OF_N1 = "177b34a6b3198a8a41da4e38102ef281f70bdfec8c94240c61206fa9e21910f4";

    private final TestStream a = new TestStream("a", sync -> {
        sync.write(row(1, Instant.parse("2024-05-01T00:00:00Z")));
    });

    @Test
    void whatLeavesTheTapHasPassedTheRules() {
        TapRun run = new TapRun(a)
                .set("column_rules_key", KEY)
                .set("column_rules", "[" + rule("a", "note", "hash") + "," + rule("a", "at", "date_to_year") + "]");

        assertThat(run.run()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.messages())
                .contains("RECORD a {\"id\":1,\"note\":\"" + HASH_OF_N1 + "\",\"at\":\"2024-01-01T00:00:00Z\"}");
        assertThat(run.out() + run.err()).doesNotContain("n1").doesNotContain(KEY);
    }

    @Test
    void oneVariableHasTheKeyOfEveryTapAndTarget() {
        TapRun run = new TapRun(a)
                .variable("BIZOPS_COLUMN_RULES_KEY", KEY)
                .set("column_rules", "[" + rule("a", "note", "hash") + "]");

        assertThat(run.run()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains(HASH_OF_N1);
    }

    @Test
    void theSchemaFollowsTheRulesAndTheCatalogDoesNot() {
        String rules = "[" + rule("*", "at", "drop") + "]";
        TapRun sync = new TapRun(a).set("column_rules", rules);
        TapRun discovery = new TapRun(a).set("column_rules", rules).with("--discover");
        TapRun without = new TapRun(a).with("--discover");

        sync.run();
        discovery.run();
        without.run();

        assertThat(sync.out()).doesNotContain("\"at\"").contains("\"note\":\"n1\"");
        assertThat(discovery.out()).isEqualTo(without.out()).contains("\"at\"");
    }

    @Test
    void rulesGoByTheNameInMessagesAndByWhatIsSelected() {
        String entry = "{\"tap_stream_id\":\"a\",\"stream\":\"renamed\",\"metadata\":["
                + "{\"breadcrumb\":[],\"metadata\":{\"selected\":true}},"
                + "{\"breadcrumb\":[\"properties\",\"at\"],\"metadata\":{\"selected\":false}}]}";
        TapRun named = new TapRun(a).catalog(entry).set("column_rules", "[" + rule("renamed", "note", "mask") + "]");
        TapRun deselected =
                new TapRun(a).catalog(entry).set("column_rules", "[" + rule("renamed", "at", "date_to_year") + "]");

        assertThat(named.run()).isEqualTo(ExitCode.OK);
        assertThat(named.messages()).contains("RECORD renamed {\"id\":1,\"note\":\"***\"}");
        assertThat(deselected.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(deselected.err()).contains("rule 1 (date_to_year renamed.at)", "not selected");
    }

    @Test
    void aRuleWithoutAFieldEndsTheRunBeforeAnythingIsSent() {
        TapRun run = new TapRun(a)
                .set("column_rules", "[" + rule("b", "note", "null") + "," + rule("a", "nota", "null") + "]")
                .state("{\"bookmarks\":{}}");

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("rule 1 (null b.note): no selected stream has such a field")
                .contains("rule 2 (null a.nota): stream \"a\" has no such field");
    }

    @Test
    void theBookmarkFollowsTheRowAsItCame() {
        TestStream sorted = new TestStream("a", sync -> {
                    sync.write(row(1, "2024-05-01T00:00:00Z"));
                    sync.write(row(2, "2024-06-01T00:00:00Z"));
                })
                .incremental(RowOrder.SORTED);
        TapRun year = new TapRun(sorted).set("column_rules", "[" + rule("a", "at", "date_to_year") + "]");
        TapRun nothing = new TapRun(sorted).set("column_rules", "[" + rule("a", "at", "null") + "]");

        assertThat(year.run()).isEqualTo(ExitCode.OK);
        assertThat(year.messages())
                .contains("RECORD a {\"id\":2,\"note\":\"n2\",\"at\":\"2024-01-01T00:00:00Z\"}")
                .last()
                .asString()
                .contains("2024-06-01T00:00:00Z");
        assertThat(nothing.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(nothing.err()).contains("is the replication key");
    }

    @Test
    void aDeletedRowPassesTheRulesToo() {
        TestStream deleting = new TestStream(
                        "a", sync -> sync.writeDeleted(row(1, null), Instant.parse("2024-07-01T00:00:00Z")))
                .marksDeletions(true);
        TapRun run = new TapRun(deleting).set("column_rules", "[" + rule("*", "[not]*", "null") + "]");
        TapRun all = new TapRun(deleting).set("column_rules", "[" + rule("*", "*t*", "null") + "]");

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(all.run()).as(all.err()).isEqualTo(ExitCode.OK);
        assertThat(all.messages())
                .contains("RECORD a {\"id\":1,\"note\":null,\"at\":null,\"_sdc_deleted_at\":\"2024-07-01T00:00:00Z\"}");
    }

    @Test
    void aDefectQuotesNoRowWhereRulesHideThem() {
        TestStream broken = new TestStream("a", sync -> {
            throw new IllegalStateException("row of ada@example.com", new NumberFormatException("For ada@example.com"));
        });
        TapRun run = new TapRun(broken)
                .set("column_rules", "[" + rule("a", "note", "mask") + "]")
                .with("--debug");
        TapRun without = new TapRun(broken);

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err())
                .contains("IllegalStateException", "Caused by: java.lang.NumberFormatException")
                .doesNotContain("ada@example.com");
        without.run();
        assertThat(without.err()).contains("row of ada@example.com");
    }

    @Test
    void aBadRuleIsSaidBeforeTheSourceIsAsked() {
        TapRun run = new TapRun(a, a).set("column_rules", "[" + rule("a", "note", "md5") + "]"); // two of one name fail

        assertThat(run.run()).isEqualTo(ExitCode.FAILURE);
        assertThat(run.err()).contains("\"rule\" must be one of").doesNotContain("two streams");
    }

    private static String rule(String stream, String column, String rule) {
        return "{\"stream\":\"" + stream + "\",\"column\":\"" + column + "\",\"rule\":\"" + rule + "\"}";
    }
}
