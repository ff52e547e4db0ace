package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a number is made of. */
final class ExplainCommandTest {
    private static final String SEARCH_ADS = "701000000000001AAA";

    private static final Warehouse WAREHOUSE = PublishedExample.ofAllVendors();

    @Test
    void tellsFormulaInputsAndRowsOfACampaignsNumber() throws Exception {
        Warehouse.Outcome outcome = WAREHOUSE.run("explain", "cac", "--campaign", SEARCH_ADS, "--model", "linear");

        assertThat(outcome.exit()).as(outcome.stderr()).isEqualTo(ExitCode.OK);
        assertThat(outcome.stdout())
                .startsWith("cac of campaign " + SEARCH_ADS + ", model linear: 4472.727272")
                .contains("  = customer acquisition cost, spend / new customers\n")
                .contains("  spend = 4100 (")
                .contains("  new_customers = 0.91666666")
                .contains("spend: 3 rows of core.spend_day, sum of amount 4100\n")
                .containsPattern("new_customers: \\d+ rows of marts.attribution_credit, sum of weight 0\\.91666666")
                .containsPattern("  \\S+ +2020-03-16 .*cm:");
    }

    @Test
    void sumsTheRowsToTheNumberForEveryMetricThatIsASum() throws Exception {
        List<String> metrics = List.of(
                "spend",
                "leads",
                "saos",
                "sao_iacv",
                "won",
                "won_iacv",
                "new_customers",
                "iacv_at_median",
                "iacv_within_30",
                "iacv_within_365");
        for (String metric : metrics) {
            for (List<String> scope : List.of(
                    List.<String>of(),
                    List.of("--channel", "Search"),
                    List.of("--channel", "Events"),
                    List.of("--campaign", SEARCH_ADS))) {
                sumsUp(metric, scope);
            }
        }
    }

    private static void sumsUp(String metric, List<String> scope) throws Exception {
        String[] arguments = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(metric, "--model", "linear", "--limit", "1"), scope.stream())
                .toArray(String[]::new);
        String text = WAREHOUSE.run("explain", arguments).stdout();
        Matcher number = Pattern.compile("model linear: (\\S+)\n").matcher(text);
        Matcher sum = Pattern.compile("sum of (?:weight|credit|amount) (.+)\n").matcher(text);

        assertThat(number.find() && sum.find()).as(metric + scope + text).isTrue();
        BigDecimal wanted = new BigDecimal(number.group(1));
        BigDecimal summed = sum.group(1).equals("not known") ? BigDecimal.ZERO : new BigDecimal(sum.group(1));
        assertThat(summed).as(metric + scope).isEqualByComparingTo(wanted);
    }

    @Test
    void goesDownToTheRowsOfWhatANumberIsMadeOf() throws Exception {
        String text = WAREHOUSE.run("explain", "roi", "--channel", "Search").stdout();

        assertThat(text)
                .contains("  = LTV / CAC\n", "  ltv = ", "  cac = ", "  gross_margin = 0.75", "  spend = 4100")
                .contains("won_iacv: 2 rows of marts.attribution_credit, sum of credit 28000\n");
    }

    @Test
    void showsNoMoreRowsThanAsked() throws Exception {
        assertThat(WAREHOUSE.run("explain", "leads", "--limit", "2").stdout())
                .contains(
                        "leads: 7 rows of marts.attribution_credit, sum of weight 7\n",
                        "  and 5 more: raise --limit\n");
    }

    @Test
    void namesWhatThereIsInsteadOfAnUnknownMetricOrGroup() throws Exception {
        assertThat(WAREHOUSE.run("explain", "cacc").stderr())
                .contains("no metric \"cacc\"", "cac")
                .hasLineCount(1);
        assertThat(WAREHOUSE.run("explain", "cac", "--channel", "Nowhere").stderr())
                .contains("no row of channel Nowhere")
                .hasLineCount(1);
        assertThat(WAREHOUSE.run("explain").exit()).isEqualTo(ExitCode.USAGE);
        assertThat(WAREHOUSE
                        .run("explain", "cac", "--channel", "a", "--campaign", "b")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
