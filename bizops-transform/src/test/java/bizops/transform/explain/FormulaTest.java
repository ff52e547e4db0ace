package bizops.transform.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which columns a comment names. */
final class FormulaTest {
    private static final List<String> COLUMNS = List.of(
            "spend",
            "leads",
            "new_customers",
            "won",
            "won_iacv",
            "iacv_at_median",
            "ltv",
            "cac",
            "gross_margin",
            "average_retention_months");

    private static List<String> inputs(String metric, String comment) {
        return Formula.inputs(metric, comment, COLUMNS);
    }

    @Test
    void findsColumnsByTheWordsOfTheirNamesInTheOrderOfTheText() {
        assertThat(inputs("cac", "customer acquisition cost, spend / new customers"))
                .containsExactly("spend", "new_customers");
        assertThat(inputs("roi", "LTV / CAC")).containsExactly("ltv", "cac");
        assertThat(inputs("estimated_iacv", "twice iacv_at_median")).containsExactly("iacv_at_median");
    }

    @Test
    void takesTheLongestNameThatFits() {
        assertThat(inputs("cost_per_iacv_dollar", "spend / won IACV")).containsExactly("spend", "won_iacv");
    }

    @Test
    void knowsOtherWordsOfTheBuild() {
        assertThat(inputs("ltv", "won IACV / new customers x gross margin x lifetime in years"))
                .containsExactly("won_iacv", "new_customers", "gross_margin", "average_retention_months");
    }

    @Test
    void findsNoNameInsideOfAWord() {
        assertThat(inputs("x", "misspend of wonders")).isEmpty();
    }
}
