package bizops.transform.markov;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Arrays as PostgreSQL writes them (its manual, "Array Input and Output Syntax"). */
final class ArrayTextTest {

    @Test
    void elementsAreQuotedWhereTheyMustBe() {
        assertThat(ArrayText.strings("{a,\"b c\",\"d\\\"e\\\\f\",\"NULL\",\"\",\"x,y\",\"{z}\",last}"))
                .containsExactly("a", "b c", "d\"e\\f", "NULL", "", "x,y", "{z}", "last");
    }

    @Test
    void anArrayMayBeEmpty() {
        assertThat(ArrayText.strings("{}")).isEmpty();
    }

    @Test
    void numbersMayBeNegative() {
        assertThat(ArrayText.integers("{0,-365,12}")).containsExactly(0, -365, 12);
    }
}
