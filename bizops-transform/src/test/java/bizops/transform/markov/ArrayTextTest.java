package bizops.transform.markov;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Arrays as PostgreSQL writes them (its manual, "Array Input and Output Syntax"). */
final class ArrayTextTest {

    @Test
    void elementsAreQuotedWhereTheyMustBe() {
        Names names = new Names();
        int[] numbers = ArrayText.numbered("{a,\"b c\",\"d\\\"e\\\\f\",\"NULL\",\"\",\"x,y\",a,\"{z}\",last}", names);

        assertThat(Arrays.stream(numbers).mapToObj(names::name))
                .containsExactly("a", "b c", "d\"e\\f", "NULL", "", "x,y", "a", "{z}", "last");
    }

    @Test
    void anArrayMayBeEmpty() {
        assertThat(ArrayText.numbered("{}", new Names())).isEmpty();
        assertThat(ArrayText.integers("{}")).isEmpty();
    }

    @Test
    void numbersMayBeNegative() {
        assertThat(ArrayText.integers("{0,-365,12}")).containsExactly(0, -365, 12);
    }
}
