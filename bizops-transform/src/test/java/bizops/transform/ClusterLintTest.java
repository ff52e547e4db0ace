package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.transform.model.Folder;
import bizops.transform.model.Model;
import bizops.transform.model.ModelLibrary;
import bizops.transform.run.Provided;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules that keep the models fit for a cluster of servers, where tables are distributed by a column. */
final class ClusterLintTest {
    /** The relations that grow with people and touches. */
    private static final List<String> LARGE = List.of(
            "core.person",
            "core.person_alias",
            "core.touch",
            "core.campaign_member_touch",
            "core.marketo_touch",
            "core.opportunity_person",
            "core.opportunity_change",
            "core.lead",
            "core.contact",
            "core.activity",
            "core.collateral_use",
            "marts.funnel_lead",
            "marts.lead_source_fact",
            "marts.attribution_event",
            "marts.attribution_weight",
            "marts.markov_visit",
            "marts.markov_walk");

    private static final Pattern RELATION = Pattern.compile("\\b(from|join)\\s+(staging|core|marts)\\.");

    private final List<Model> models = ModelLibrary.load(Provided.relations()).models();

    @Test
    void distributesEveryLargeTableByAColumnThatIsNeverNullAndComesFirstInItsKey() {
        for (String large : LARGE) {
            Model model = models.stream()
                    .filter(one -> one.relation().toString().equals(large))
                    .findFirst()
                    .orElseThrow();
            assertThat(model.distribution()).as(large).isPresent();
            String column = model.distribution().orElseThrow();
            assertThat(model.required()).as(large).contains(column);
            assertThat(model.distributedKey()).as(large).startsWith(column).containsAll(model.key());
        }
    }

    @Test
    void distributesOnlyTables() {
        assertThat(models.stream()
                        .filter(model -> model.distribution().isPresent() && model.isView())
                        .map(model -> model.relation().toString()))
                .isEmpty();
    }

    @Test
    void hasNoMerge() {
        assertThat(files().entrySet().stream()
                        .filter(file -> Pattern.compile("\\bmerge\\s+into\\b")
                                .matcher(file.getValue())
                                .find())
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void hasNoLateralThatReadsARelation() {
        assertThat(files().entrySet().stream()
                        .filter(file -> laterals(file.getValue()).stream()
                                .anyMatch(text -> RELATION.matcher(text).find()))
                        .map(Map.Entry::getKey))
                .isEmpty();
        assertThat(laterals("x cross join lateral (select (1) from core.lead l) y"))
                .containsExactly("(select (1) from core.lead l)");
    }

    @Test
    void asksNoRelationOnceARow() {
        assertThat(files().entrySet().stream()
                        .filter(file ->
                                !CorrelatedSubqueries.in(file.getValue()).isEmpty())
                        .map(Map.Entry::getKey))
                .isEmpty();
        assertThat(CorrelatedSubqueries.in("select l.a, (select max(t.b) from core.touch t where t.c = l.c) from x l"))
                .containsExactly("(select max(t.b) from core.touch t where t.c = l.c)");
        assertThat(CorrelatedSubqueries.in(
                        "select 1 + (select max(t.b) from core.touch t join core.lead as e on e.c = t.c) from x l"))
                .isEmpty();
    }

    @Test
    void recursesOverNoDistributedTable() {
        Set<String> distributed = models.stream()
                .filter(model -> model.distribution().isPresent())
                .map(model -> model.relation().toString())
                .collect(Collectors.toSet());
        Map<String, String> files = files();

        assertThat(models.stream()
                        .filter(model -> files.entrySet().stream()
                                .anyMatch(file -> file.getKey()
                                                .endsWith("/" + model.relation().name() + ".sql")
                                        && file.getValue().contains("with recursive")))
                        .filter(model -> model.statement().inputs().stream()
                                .anyMatch(input -> distributed.contains(input.toString())))
                        .map(model -> model.relation().toString()))
                .isEmpty();
    }

    /** The parenthesis behind each {@code lateral}. */
    private static List<String> laterals(String sql) {
        List<String> found = new ArrayList<>();
        Matcher lateral = Pattern.compile("\\blateral\\s*\\(").matcher(sql);
        while (lateral.find()) {
            found.add(CorrelatedSubqueries.parenthesis(sql, lateral.end() - 1));
        }
        return found;
    }

    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        for (String folder : List.of("2_core", "3_attribution", "4_marts", "audits")) {
            Folder.read(folder, ".sql").forEach((path, text) -> files.put(folder + "/" + path, statement(text)));
        }
        return files;
    }

    private static String statement(String text) {
        return text.substring(text.indexOf("*/") + 2).replaceAll("--.*", "").toLowerCase(Locale.ROOT);
    }
}
