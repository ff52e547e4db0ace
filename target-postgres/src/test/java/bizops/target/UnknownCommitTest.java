package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A commit that took place and was never answered is neither repeated nor forgotten, and its STATE with it. */
final class UnknownCommitTest {
    private static final int ROWS = 20;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void whatIsCommittedIsNotWrittenAgain(int unanswered) throws Exception {
        Loading loading = new Loading().with("state_id", "\"p\"").with("batch_size_rows", "3");
        loading.load(lines(1, 1, 1));
        String port = Integer.toString(loading.database().port());
        try (CutAtCommit proxy =
                new CutAtCommit(loading.database().host(), loading.database().port(), unanswered)) {
            loading.with("port", Integer.toString(proxy.port()));

            Loading.Outcome outcome = loading.load(lines(2, ROWS, 4));

            assertThat(outcome.code()).as(outcome.errors()).isEqualTo(ExitCode.OK);
            assertThat(proxy.cut()).isTrue();
            assertThat(outcome.states()).endsWith(Integer.toString(ROWS)).doesNotHaveDuplicates();
        }
        loading.with("port", port);
        assertThat(loading.rows("SELECT count(*), count(DISTINCT n), max(n) FROM s")
                        .toString())
                .isEqualTo("[[20, 20, 20]]");
        assertThat(loading.value("SELECT value FROM bizops.state")).isEqualTo(Integer.toString(ROWS));
        assertThat(loading.value("SELECT count(*) FROM bizops.uncovered_range")).isEqualTo("0");
        assertThat(loading.value("SELECT count(*) FROM bizops.checkpoint AS c WHERE NOT EXISTS (SELECT FROM s WHERE"
                        + " s._sdc_sequence = c.least_sequence)"))
                .isEqualTo("0");
    }

    private static String[] lines(int from, int to, int stateEvery) {
        List<String> lines = new ArrayList<>();
        lines.add("{\"type\":\"SCHEMA\",\"stream\":\"s\",\"schema\":{\"properties\":{\"n\":{\"type\":\"integer\"}}}}");
        for (int n = from; n <= to; n++) {
            lines.add("{\"type\":\"RECORD\",\"stream\":\"s\",\"record\":{\"n\":" + n + "}}");
            if (n % stateEvery == 0) {
                lines.add("{\"type\":\"STATE\",\"value\":" + n + "}");
            }
        }
        return lines.toArray(String[]::new);
    }
}
