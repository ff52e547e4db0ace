package bizops.singer.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumbersTest {
    @ParameterizedTest
    @CsvSource({"12.50, 12.50", "1.39E8, 139000000", "' 7 ', 7", "-0.1, -0.1", "1e2, 100"})
    void keepsEveryDigitAsWritten(String text, String number) throws BadValueException {
        assertThat(Numbers.decimal(text)).isEqualTo(new BigDecimal(number));
    }

    @Property
    void readsEveryWholeNumber(@ForAll BigInteger number) throws BadValueException {
        assertThat(Numbers.integer(number.toString()).toString()).isEqualTo(number.toString());
        assertThat(Numbers.truncated(number + ".75").toString()).isEqualTo(number.toString());
    }

    @Test
    void aWholeNumberMayBeWrittenWithAPoint() throws BadValueException {
        assertThat(Numbers.integer("12.0")).isEqualTo(12L);
        assertThat(Numbers.integer("000000000000000000012")).isEqualTo(12L);
    }

    @Test
    void refusesToCutOffAFraction() {
        assertThatThrownBy(() -> Numbers.integer("12.5"))
                .isInstanceOf(BadValueException.class)
                .hasMessage("\"12.5\" is no whole number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "NaN", "0x10", "--1"})
    void refusesWhatIsNoNumber(String text) {
        assertThatThrownBy(() -> Numbers.decimal(text)).isInstanceOf(BadValueException.class);
        assertThatThrownBy(() -> Numbers.integer(text)).isInstanceOf(BadValueException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "1e1001"})
    void refusesWhatWouldFillTheMemoryWhenWrittenOut(String text) {
        assertThatThrownBy(() -> Numbers.decimal(text)).hasMessageEndingWith("is too long for a number");
    }
}
