package bizops.singer.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SuggestionTest {
    private static final List<String> KNOWN = List.of("title", "measures", "by", "across");

    @ParameterizedTest
    @CsvSource({
        "titl, title",
        "titlee, title",
        "tidle, title",
        "titel, title",
        "ttile, title",
        "TITLE, title",
        "mesaures, measures",
        "mesuares, measures",
        "accross, across",
    })
    void findsWhatWasMeant(String typed, String expected) {
        assertThat(Suggestion.nearest(typed, KNOWN)).hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"lookback, lookback_days", "LOOK, lookback_days", "retention_cap, retention_cap_months"})
    void takesTheOnlyNameThatBeginsSo(String typed, String expected) {
        assertThat(Suggestion.nearest(typed, List.of("lookback_days", "retention_cap_months", "retention_rate")))
                .hasValue(expected);
    }

    @ParameterizedTest
    @CsvSource({"loo", "retention"})
    void takesNoneWhereTheBeginningIsShortOrThatOfSeveral(String typed) {
        assertThat(Suggestion.nearest(typed, List.of("lookback_days", "retention_cap_months", "retention_rate")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tree", "eltit", "cross the road", "''"})
    void guessesNothingThatIsFarAway(String typed) {
        assertThat(Suggestion.nearest(typed, KNOWN)).isEmpty();
    }

    @Test
    void isAHintBehindAMessage() {
        assertThat(Suggestion.hint("titel", KNOWN)).isEqualTo("; did you mean title?");
        assertThat(Suggestion.hint("x-ray", KNOWN)).isEmpty();
    }
}
