package bizops.dist.tapfaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MarketoTablesTest {
    private static final Instant LEFT = Instant.parse("2026-06-02T00:00:00Z");

    private final Map<String, Map<String, @Nullable String>> members = new TreeMap<>();
    private final Map<String, Map<String, @Nullable String>> merges = new TreeMap<>();
    private final Map<String, Map<String, @Nullable String>> deleted = new TreeMap<>();

    private void member(String lead, String updatedAt) {
        members.put(
                lead + "|7",
                new HashMap<>(Map.of("leadid", lead, "programid", "7", "updatedat", updatedAt + "T00:00:00Z")));
    }

    private void merge(String winner, String loser, String mergedAt) {
        Map<String, @Nullable String> merge = new HashMap<>();
        merge.put("winnerid", winner);
        merge.put("loserid", loser);
        merge.put("mergedat", mergedAt + "T00:00:00Z");
        merge.put("marketoguid", String.valueOf(merges.size() + 1));
        merges.put(winner + "|" + loser, merge);
    }

    private Map<String, Map<String, @Nullable String>> joined(String... leavers) {
        return joined(Set.of(), leavers);
    }

    private Map<String, Map<String, @Nullable String>> joined(Set<String> there, String... leavers) {
        Map<String, Map<String, Map<String, @Nullable String>>> tables = new HashMap<>();
        tables.put("program_members", members);
        tables.put("lead_merges", merges);
        tables.put("deleted_leads", deleted);
        MarketoTables.join(
                tables,
                List.of(leavers).stream()
                        .<Map<String, @Nullable Object>>map(
                                lead -> new HashMap<>(Map.of("leadId", lead, "programId", 7L, "_left_at", LEFT)))
                        .toList(),
                there);
        return tables.getOrDefault("program_members", Map.of());
    }

    @Test
    void whoLeftAndWasMergedAfterwardsIsNoMemberUnderTheWinner() {
        member("1", "2026-06-01");
        merge("2", "1", "2026-06-03");

        assertThat(joined()).containsOnlyKeys("2|7");
        assertThat(joined("1")).isEmpty();
    }

    @Test
    void whoLeftAfterAMergeLeavesTheRowThatTheLoserBrought() {
        member("1", "2026-06-01");
        merge("2", "1", "2026-06-01");
        merge("3", "2", "2026-06-03");

        assertThat(joined("2")).isEmpty();
    }

    @Test
    void whoCameBackIsAMemberAgain() {
        member("1", "2026-06-03");
        merge("2", "1", "2026-06-04");

        assertThat(joined("1")).containsOnlyKeys("2|7");
    }

    @Test
    void aWinnerWhoHadLeftTakesOverWhatTheLoserHad() {
        member("1", "2026-06-01");
        member("2", "2026-05-01");
        merge("2", "1", "2026-06-03");

        assertThat(joined("2").get("2|7")).containsEntry("updatedat", "2026-06-01T00:00:00Z");
    }

    @Test
    void aMembershipThatAMergeBroughtToOneWhoHadLeftAndThatWasLoadedThenStays() {
        member("2", "2026-06-01");
        merge("2", "1", "2026-06-03");
        merge("3", "2", "2026-06-04");

        assertThat(joined("2")).isEmpty();
        assertThat(joined(Set.of("3|7"), "2").get("3|7")).containsEntry("leadid", "3");
    }

    @Test
    void whoWasDeletedIsNowhere() {
        member("1", "2026-06-01");
        merge("2", "1", "2026-06-03");
        deleted.put("2", Map.of());

        assertThat(joined()).isEmpty();
    }
}
