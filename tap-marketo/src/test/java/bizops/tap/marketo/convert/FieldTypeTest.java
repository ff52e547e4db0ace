package bizops.tap.marketo.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.convert.BadValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTypeTest {
    @ParameterizedTest
    @CsvSource({
        "string, TEXT",
        "email, TEXT",
        "url, TEXT",
        "phone, TEXT",
        "text, TEXT",
        "reference, TEXT",
        "lead_function, TEXT",
        "something new, TEXT",
        "integer, INTEGER",
        "Integer, INTEGER",
        "score, INTEGER",
        "percent, NUMBER",
        "float, NUMBER",
        "currency, NUMBER",
        "boolean, BOOLEAN",
        "date, DATE",
        "datetime, DATE_TIME",
        "DateTime, DATE_TIME",
        "array, ARRAY"
    })
    void knowsTheNamesInAnyCase(String dataType, FieldType type) {
        assertThat(FieldType.of(dataType, TypeChoices.OURS)).isEqualTo(type);
    }

    @Test
    void hasTheTypesOfOlderTapsIfAsked() throws BadValueException {
        TypeChoices older = new TypeChoices(true, true);

        assertThat(FieldType.of("percent", older).ofText("12.75")).isEqualTo(12L);
        assertThat(FieldType.of("date", older).ofText("2023-01-17")).isEqualTo(Instant.parse("2023-01-17T00:00:00Z"));
    }

    @Test
    void anArrayOfScalarsHoldsNoOther() throws BadValueException {
        assertThat(FieldType.SCALARS.ofJson(List.of(887, "x"))).isEqualTo(List.of(887, "x"));
        assertThat(FieldType.SCALARS.ofJson(887)).isEqualTo(List.of(887));
        assertThat(FieldType.SCALARS.ofText("[true, null]")).isEqualTo(Arrays.asList(true, null));
        assertThatThrownBy(() -> FieldType.SCALARS.ofText("[{\"a\":1}]"))
                .isInstanceOf(BadValueException.class)
                .hasMessageContaining("no array of scalars");
    }

    @Test
    void keepsEveryDigit() throws BadValueException {
        assertThat(FieldType.NUMBER.ofText("12345678901234567890.1230"))
                .isEqualTo(new BigDecimal("12345678901234567890.1230"));
        assertThat(FieldType.INTEGER.ofText("9223372036854775808")).isEqualTo(new BigInteger("9223372036854775808"));
    }

    @Test
    void anIntegerMayCarryAnEmptyFraction() throws BadValueException {
        assertThat(FieldType.INTEGER.ofText("12.0")).isEqualTo(12L);
        assertThatThrownBy(() -> FieldType.INTEGER.ofText("12.5"))
                .isInstanceOf(BadValueException.class)
                .hasMessageContaining("no whole number");
    }

    @Test
    void readsBooleansByTheirText() throws BadValueException {
        assertThat(FieldType.BOOLEAN.ofText("false")).isEqualTo(false);
        assertThat(FieldType.BOOLEAN.ofJson("false")).isEqualTo(false);
        assertThat(FieldType.BOOLEAN.ofJson(true)).isEqualTo(true);
        assertThatThrownBy(() -> FieldType.BOOLEAN.ofText("maybe")).isInstanceOf(BadValueException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-02-13T14:06:20Z",
        "2022-02-13T14:06:20+0000",
        "2022-02-13T14:06:20Z+0000",
        "2022-02-13T15:06:20+01:00",
        "2022-02-13 14:06:20",
    })
    void readsAllFormsOfDateTimes(String text) throws BadValueException {
        assertThat(FieldType.DATE_TIME.ofText(text)).isEqualTo(Instant.parse("2022-02-13T14:06:20Z"));
    }

    @Test
    void anHourThatNoClockShowsIsTheEndOfADayOrRefused() throws BadValueException {
        assertThat(FieldType.DATE_TIME.ofText("2022-02-13T24:00:00Z")).isEqualTo(Instant.parse("2022-02-14T00:00:00Z"));
        assertThatThrownBy(() -> FieldType.DATE_TIME.ofText("2022-02-13T25:00:00Z"))
                .isInstanceOf(BadValueException.class);
    }

    @Test
    void readsDaysWithAndWithoutMidnight() throws BadValueException {
        assertThat(FieldType.DATE.ofText("2023-01-17")).isEqualTo(LocalDate.of(2023, 1, 17));
        assertThat(FieldType.DATE.ofText("2023-01-17T00:00:00Z")).isEqualTo(LocalDate.of(2023, 1, 17));
        assertThatThrownBy(() -> FieldType.DATE.ofText("17.01.2023")).isInstanceOf(BadValueException.class);
    }

    @Test
    void ofJsonANumberMayBeAText() throws BadValueException {
        assertThat(FieldType.INTEGER.ofJson("17")).isEqualTo(17L);
        assertThat(FieldType.INTEGER.ofJson("")).isNull();
        assertThat(FieldType.INTEGER.ofJson(null)).isNull();
        assertThat(FieldType.TEXT.ofJson(new BigDecimal("1.50"))).isEqualTo("1.50");
        assertThat(FieldType.ARRAY.ofJson(887)).isEqualTo(List.of(887));
        assertThat(FieldType.ARRAY.ofJson(List.of(1, 2))).isEqualTo(List.of(1, 2));
    }

    @Test
    void aValueOfAnotherShapeIsNeverTurnedIntoNothing() {
        assertThatThrownBy(() -> FieldType.INTEGER.ofJson(List.of(1))).isInstanceOf(BadValueException.class);
        assertThatThrownBy(() -> FieldType.OBJECT.ofJson("x")).isInstanceOf(BadValueException.class);
    }

    @Test
    void requestsHaveNoFractionsOfASecond() {
        assertThat(Stamps.format(Instant.parse("2026-02-01T12:00:00.987Z"))).isEqualTo("2026-02-01T12:00:00Z");
    }
}
