package bizops.singer.json;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.convert.BadValueException;
import bizops.singer.convert.Numbers;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsTest {
    @Property(tries = 2000)
    void whatIsTakenIsWrittenAsTheExactNumberWouldBe(@ForAll("nearNumbers") String text) throws BadValueException {
        Digits digits = Digits.of(text);

        if (digits != null) {
            assertThat(Json.write(digits))
                    .isEqualTo(Json.write(Numbers.decimal(text)))
                    .isEqualTo(text);
            assertThat(digits.exact()).isEqualTo(Numbers.decimal(text));
        }
    }

    @Property
    void ordinaryAmountsAreTaken(@ForAll BigDecimal amount) {
        String text = amount.toPlainString();

        assertThat(Digits.of(text) != null)
                .isEqualTo(text.length() <= 40 && !(amount.signum() == 0 && text.startsWith("-")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", ".5", "5.", "+1", "01", "-0", "-0.00", "1e3", " 1", "1 ", "1,5", "\u0663", "0x1", "--1"
            })
    void everyOtherFormIsLeftToTheExactNumber(String text) {
        assertThat(Digits.of(text)).isNull();
    }

    @Property
    void itIsTheSameNumberForThoseWhoReckon(@ForAll BigDecimal amount) {
        Digits digits = Digits.of(amount.toPlainString());

        if (digits != null) {
            assertThat(digits.longValue()).isEqualTo(amount.longValue());
            assertThat(digits.doubleValue()).isEqualTo(amount.doubleValue());
        }
    }

    @Provide
    Arbitrary<String> nearNumbers() {
        return Arbitraries.strings().withChars("0123456789.-+eE ").ofMaxLength(12);
    }
}
