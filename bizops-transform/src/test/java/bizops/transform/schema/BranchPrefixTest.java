package bizops.transform.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which schemas a job builds. */
final class BranchPrefixTest {
    private static String prefix(Map<String, String> variables) {
        return new BranchPrefix(variables).find();
    }

    @Test
    void isEmptyWhereNothingIsSet() {
        assertThat(prefix(Map.of())).isEmpty();
        assertThat(prefix(Map.of("CI_COMMIT_REF_SLUG", "x-1", "CI_DEFAULT_BRANCH", "main")))
                .isEmpty();
    }

    @Test
    void isTheProductionSchemaOnTheDefaultBranchHoweverItIsTold() {
        assertThat(prefix(Map.of(
                        "PG_PROD_SCHEMA", "analytics",
                        "PG_DEV_SCHEMA", "dev",
                        "CI_COMMIT_BRANCH", "main",
                        "CI_COMMIT_REF_SLUG", "main",
                        "CI_DEFAULT_BRANCH", "main")))
                .isEqualTo("analytics");
        assertThat(prefix(Map.of(
                        "PG_PROD_SCHEMA", "Analytics",
                        "CI_COMMIT_REF_SLUG", "release-2",
                        "CI_DEFAULT_BRANCH", "Release/2")))
                .isEqualTo("analytics");
        assertThat(prefix(Map.of("PG_PROD_SCHEMA", "analytics", "CI_COMMIT_BRANCH", "master")))
                .isEqualTo("analytics");
    }

    @Test
    void isTheDevelopmentSchemaWithTheBranchElsewhere() {
        assertThat(prefix(Map.of("PG_DEV_SCHEMA", "dev", "CI_COMMIT_REF_SLUG", "x-1", "CI_DEFAULT_BRANCH", "main")))
                .isEqualTo("dev_x_1");
        assertThat(prefix(Map.of(
                        "PG_DEV_SCHEMA", "dev",
                        "PG_PROD_SCHEMA", "analytics",
                        "CI_COMMIT_BRANCH", "Feature/X",
                        "CI_DEFAULT_BRANCH", "main")))
                .isEqualTo("dev_feature_x");
    }

    @Test
    void takesATagOrAMergeRequestOfTheDefaultBranchsNameForNoDefaultBranch() {
        Map<String, String> tag = Map.of(
                "PG_PROD_SCHEMA", "analytics",
                "PG_DEV_SCHEMA", "dev",
                "CI_COMMIT_REF_SLUG", "main",
                "CI_COMMIT_TAG", "main",
                "CI_DEFAULT_BRANCH", "main");
        Map<String, String> request = Map.of(
                "PG_PROD_SCHEMA", "analytics",
                "PG_DEV_SCHEMA", "dev",
                "CI_COMMIT_REF_SLUG", "main",
                "CI_MERGE_REQUEST_IID", "7",
                "CI_DEFAULT_BRANCH", "main");

        assertThat(prefix(tag)).isEqualTo("dev_main");
        assertThat(prefix(request)).isEqualTo("dev_main");
    }

    @Test
    void refusesABranchThatWouldBuildOverProduction() {
        assertThatThrownBy(() -> prefix(Map.of("PG_PROD_SCHEMA", "analytics", "CI_COMMIT_BRANCH", "x-1")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("PG_DEV_SCHEMA");
    }

    @Test
    void keepsLongBranchesApartWithinPostgresqlsLimit() {
        String branch = "a".repeat(59);
        String first = prefix(Map.of("PG_DEV_SCHEMA", "dev", "CI_COMMIT_REF_SLUG", branch + "-one"));
        String second = prefix(Map.of("PG_DEV_SCHEMA", "dev", "CI_COMMIT_REF_SLUG", branch + "-two"));

        assertThat(first).startsWith("dev_aaa").hasSize(BranchPrefix.LONGEST).isNotEqualTo(second);
        assertThat(new Environment(first).replaced())
                .allSatisfy(schema -> assertThat(schema).hasSizeLessThanOrEqualTo(63));
    }

    @Test
    void withoutABranchPrefersDevelopment() {
        assertThat(prefix(Map.of("PG_DEV_SCHEMA", "dev", "PG_PROD_SCHEMA", "analytics")))
                .isEqualTo("dev");
        assertThat(prefix(Map.of("PG_PROD_SCHEMA", "analytics"))).isEqualTo("analytics");
    }

    @Test
    void refusesAPrefixThatPostgresqlDoesNotTakeUnquoted() {
        assertThatThrownBy(() -> prefix(Map.of("PG_DEV_SCHEMA", "1dev"))).isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> prefix(Map.of("PG_PROD_SCHEMA", "pg_x"))).isInstanceOf(ConfigException.class);
    }
}
