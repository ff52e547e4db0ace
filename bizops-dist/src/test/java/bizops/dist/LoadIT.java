package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tap-salesforce | target-postgres} against what the sandbox really holds. */
final class LoadIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String[] OBJECTS = {
        "Account",
        "Contact",
        "Lead",
        "Campaign",
        "CampaignMember",
        "Opportunity",
        "OpportunityContactRole",
        "OpportunityHistory",
        "User"
    };

    /** The tap reads up to a minute before the server's clock, and again from ten minutes before its bookmark. */
    private static final Duration SAFETY = Duration.ofMinutes(1);

    private static final Duration LOOKBACK = Duration.ofMinutes(10);

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase database = SharedPostgres.freshDatabase();
    private final TableCheck tables = new TableCheck(database);

    @Test
    void everyRowLandsToTheLastDigitAndThenOnlyWhatChanged() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.15))) {
            plantHostileValues(sandbox);
            sandbox.advance(Duration.ofMinutes(5));
            Path catalog = configure(sandbox);

            Chain first = load("first", catalog, Optional.empty());
            Map<String, Truth> before = truth(sandbox);
            for (String object : OBJECTS) {
                tables.holdsExactly(object, of(object, before));
            }

            Map<String, Map<String, String>> versions = versions();
            Instant bookmark = sandbox.now().minus(SAFETY);
            sandbox.advance(Duration.ofDays(10));
            Path state = Files.writeString(
                    folder.resolve("state.json"), first.lastState().orElseThrow());
            Chain second = load("second", catalog, Optional.of(state));
            assertOnlyChangesWereSent(second, before, truth(sandbox), bookmark, versions);
        }
    }

    private void assertOnlyChangesWereSent(
            Chain second,
            Map<String, Truth> before,
            Map<String, Truth> after,
            Instant bookmark,
            Map<String, Map<String, String>> versions)
            throws Exception {
        Counts sum = new Counts(0, 0, 0, 0, 0);
        for (String object : OBJECTS) {
            Truth was = of(object, before);
            Truth is = of(object, after);
            tables.holdsExactly(object, is.asStampedSince(was));
            Set<String> changed = visible(is.changedSince(was), was);
            Set<String> overlap = was.present().stampedIn(bookmark.minus(LOOKBACK), bookmark);
            overlap.removeAll(changed);
            List<String> sent = second.ids(object);
            Set<String> distinct = new TreeSet<>(sent);
            Set<String> due = new TreeSet<>(changed);
            due.addAll(overlap);
            assertThat(distinct).as("%s: rows sent", object).containsAll(due);
            Set<String> unknownGone = new TreeSet<>(distinct);
            unknownGone.removeAll(due);
            assertThat(is.present().rows())
                    .as("%s: sent without need", object)
                    .doesNotContainKeys(unknownGone.toArray(String[]::new));
            long rewritten = rewritten(object, of(object, versions));
            assertThat(rewritten).as("%s: rows rewritten", object).isEqualTo(changed.size() + unknownGone.size());
            sum = sum.plus(new Counts(
                    sent.size(),
                    changed.size() + unknownGone.size(),
                    overlap.size(),
                    sent.size() - distinct.size(),
                    rewritten));
        }
        System.err.printf("after ten days: %s%n", sum);
        assertThat(sum.sent()).isEqualTo(sum.changed() + sum.overlap() + sum.toldDeletedToo());
        assertThat(sum.overlap()).isPositive();
        assertThat(second.resent()).isEqualTo(sum.overlap());
    }

    /**
     * What one load did, in rows.
     *
     * @param overlap unchanged, sent because they lie in the documented overlap before the bookmark
     * @param toldDeletedToo deletions that came both as a changed row in the bin and from the list of deletions
     */
    private record Counts(long sent, long changed, long overlap, long toldDeletedToo, long rewritten) {
        Counts plus(Counts more) {
            return new Counts(
                    sent + more.sent,
                    changed + more.changed,
                    overlap + more.overlap,
                    toldDeletedToo + more.toldDeletedToo,
                    rewritten + more.rewritten);
        }
    }

    private static <T> T of(String object, Map<String, T> all) {
        return Optional.ofNullable(all.get(object)).orElseThrow();
    }

    /** A row that came and went between two loads was never seen; all other differences were. */
    private static Set<String> visible(Truth different, Truth before) {
        return different.rows().values().stream()
                .filter(row -> row.path("_gone_at").isNull()
                        || before.present().rows().containsKey(row.path("Id").asText()))
                .map(row -> row.path("Id").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private long rewritten(String object, Map<String, String> before) throws Exception {
        return tables.versions(object).entrySet().stream()
                .filter(row -> !row.getValue().equals(before.get(row.getKey())))
                .count();
    }

    private Map<String, Map<String, String>> versions() throws Exception {
        Map<String, Map<String, String>> versions = new HashMap<>();
        for (String object : OBJECTS) {
            versions.put(object, tables.versions(object));
        }
        return versions;
    }

    private static Map<String, Truth> truth(Sandbox sandbox) throws Exception {
        Map<String, Truth> truth = new HashMap<>();
        for (String object : OBJECTS) {
            truth.put(object, Truth.of(sandbox, object));
        }
        return truth;
    }

    private Chain load(String name, Path catalog, Optional<Path> state) throws Exception {
        Chain chain = Chain.start(
                folder.resolve(name), folder.resolve("tap.json"), catalog, state, folder.resolve("target.json"));
        chain.await();
        assertThat(List.of(chain.tapExit(), chain.targetExit()))
                .as(chain.logs())
                .containsExactly(0, 0);
        return chain;
    }

    private Path configure(Sandbox sandbox) throws Exception {
        Path tap = folder.resolve("tap.json");
        JSON.writeValue(
                tap.toFile(),
                Map.of(
                        "login_url", sandbox.url(),
                        "client_id", sandbox.clientId(),
                        "client_secret", sandbox.clientSecret()));
        Map<String, Object> target = database.settings();
        target.put("default_target_schema", "raw_salesforce");
        JSON.writeValue(folder.resolve("target.json").toFile(), target);
        JsonNode discovered = Catalogs.discover(Map.of(), tap.toString());
        Path catalog = folder.resolve("catalog.json");
        Catalogs.select(discovered, catalog, OBJECTS);
        return catalog;
    }

    private static void plantHostileValues(Sandbox sandbox) {
        Map<String, Object> opportunity = new LinkedHashMap<>();
        opportunity.put("Name", "tab\tquote\" back\\slash \\N \\. O'Brien 🦄 Ωmega\nline two\r\nline three");
        opportunity.put("StageName", "1-Discovery");
        opportunity.put("CloseDate", "2026-07-31");
        opportunity.put("Amount", new BigDecimal("1234567890123456.78"));
        opportunity.put("Description", "é".repeat(16_000));
        sandbox.insert("Opportunity", opportunity);
        sandbox.insert(
                "Lead", Map.of("LastName", "null", "Company", "N/A", "Status", "Open - Not Contacted", "Title", "007"));
    }
}
