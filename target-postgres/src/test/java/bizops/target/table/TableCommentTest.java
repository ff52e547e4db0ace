package bizops.target.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table's comment says which property a column has, if it is of the form that says so. */
final class TableCommentTest {
    @Test
    void aColumnOfOnePropertyIsThatPropertys() {
        assertThat(
                        TableComment.properties(
                                "{\"path\":[\"orders\"],\"mappings\":{"
                                        + "\"order_ref\":{\"type\":[\"string\"],\"from\":[\"Order-Ref\"]},"
                                        + "\"address__city\":{\"type\":[\"string\"],\"from\":[\"address\",\"city\"]},"
                                        + "\"note__i\":{\"from\":[\"note\"]},\"note__s\":{\"from\":[\"note\"]},\"old\":{\"from\":\"old\"}}}"))
                .isEqualTo(Map.of("order_ref", "Order-Ref"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "All orders", "{", "{}", "{\"mappings\":[]}", "{\"mappings\":{\"a\":1}}", "[1]"})
    void anyOtherCommentSaysNothing(@Nullable String comment) {
        assertThat(TableComment.properties(comment)).isEmpty();
    }
}
