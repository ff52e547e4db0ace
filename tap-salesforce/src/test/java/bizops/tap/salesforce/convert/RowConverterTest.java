package bizops.tap.salesforce.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.InputException;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.FieldKind;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowConverterTest {
    @ParameterizedTest
    @CsvSource({
        "1.39E8, 139000000",
        "5.0, 5.0",
        "0.10, 0.10",
        "123456789012345678.12, 123456789012345678.12",
        "-0.000000000000000001, -0.000000000000000001",
        "0, 0"
    })
    void keepsEveryDigitOfANumber(String sent, String expected) {
        Object value = value("currency", sent);

        assertThat(value)
                .isInstanceOfSatisfying(
                        BigDecimal.class,
                        number -> assertThat(number.toPlainString()).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"12, 12", "12.0, 12", "0.0, 0", "1.2E3, 1200", "-7, -7"})
    void takesAnIntegralDecimalForAWholeNumber(String sent, long expected) {
        assertThat(value("int", sent)).isEqualTo(expected);
    }

    @Test
    void keepsWholeNumbersBeyondALong() {
        assertThat(value("long", "92233720368547758080")).isEqualTo(new BigInteger("92233720368547758080"));
    }

    @Test
    void readsDateTimesWithAndWithoutAColonInTheZone() {
        Instant expected = Instant.parse("2024-09-24T03:26:07Z");

        assertThat(value("datetime", "\"2024-09-24T03:26:07.000+0000\"")).isEqualTo(expected);
        assertThat(value("datetime", "\"2024-09-24T03:26:07.000Z\"")).isEqualTo(expected);
        assertThat(value("datetime", "\"2024-09-24T05:26:07.000+02:00\"")).isEqualTo(expected);
        assertThat(value("datetime", "\"0019-03-01T00:00:00.000+0000\""))
                .isEqualTo(Instant.parse("0019-03-01T00:00:00Z"));
    }

    @Test
    void readsDatesTimesAndBooleans() {
        assertThat(value("date", "\"0019-02-03\"")).isEqualTo(LocalDate.of(19, 2, 3));
        assertThat(value("time", "\"15:30:00.000Z\"")).isEqualTo("15:30:00.000Z");
        assertThat(value("boolean", "true")).isEqualTo(true);
    }

    @ParameterizedTest
    @CsvSource({"N/A", "null", "007", "None", "''"})
    void keepsTextsThatLookLikeSomethingElse(String text) {
        assertThat(value("string", "\"" + text + "\"")).isEqualTo(text);
    }

    @Test
    void keepsEveryCodePointAndReplacesWhatHasNoUtf8Form() {
        assertThat(value("textarea", "\"a\\u0000b\\r\\n\\uFEFF\\ud83d\\ude00 İı\""))
                .isEqualTo("a\0b\r\n\uFEFF😀 İı");
        assertThat(value("textarea", "\"x\\ud83dy\\ude00\"")).isEqualTo("x\uFFFDy\uFFFD");
    }

    @Test
    void keepsTheTextOfValuesOfVaryingType() {
        assertThat(value("anyType", "10000.00")).isEqualTo("10000.00");
        assertThat(value("anyType", "true")).isEqualTo("true");
        assertThat(value("anyType", "\"007\"")).isEqualTo("007");
        assertThat(value("json", "{\"a\": [1, \"x\"]}")).isEqualTo("{\"a\":[1,\"x\"]}");
    }

    @Test
    void readsAnAddressWithItsExactCoordinates() {
        Object address = value(
                "address", "{\"city\":\"X\",\"street\":\"1 A St\\r\\nFl 2\",\"latitude\":12.50,\"longitude\":null}");

        assertThat(address)
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("street", "1 A St\r\nFl 2")
                .containsEntry("latitude", new BigDecimal("12.50"))
                .containsEntry("longitude", null);
    }

    @Test
    void leavesOutWhatWasNotAskedFor() {
        String json =
                "{\"attributes\":{\"type\":\"Account\",\"url\":\"/x\"},\"Id\":\"001\",\"Value\":null,\"Other\":{\"a\":[1]}}";

        assertThat(row(json, "string"))
                .containsOnlyKeys("Id", "Value")
                .containsEntry("Id", "001")
                .containsEntry("Value", null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | 12.5 | no whole number",
                "currency | \"abc\" | no number",
                "date | \"2024-13-40\" | no date",
                "datetime | \"yesterday\" | no date-time",
                "boolean | 7 | neither true nor false",
                "address | \"x\" | no address or location",
                "currency | 1E999999999 | too long for a number"
            })
    void stopsAtAValueThatDoesNotFitAndSaysWhereItStands(String type, String sent, String why) {
        assertThatThrownBy(() -> value(type, sent))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("stream \"Account\", record 001A, field \"Value\": ")
                .hasMessageContaining(why)
                .hasMessageContaining("deselect the field");
    }

    @Test
    void findsAFieldWhoseNameComesBackInAnotherCase() {
        assertThat(row("{\"ID\":\"001A\",\"VALUE\":\"x\"}", "string"))
                .containsEntry("Id", "001A")
                .containsEntry("Value", "x");
    }

    @Test
    void countsNumbersThatAreNone() {
        RowConverter converter = converter("double");

        assertThat(convert(converter, "{\"Id\":\"001A\",\"Value\":\"NaN\"}")).containsEntry("Value", null);
        assertThat(converter.notFinite()).isEqualTo(1);
    }

    private static @Nullable Object value(String type, String json) {
        return row("{\"Id\":\"001A\",\"Value\":" + json + "}", type).get("Value");
    }

    private static Map<String, @Nullable Object> row(String json, String type) {
        return convert(converter(type), json);
    }

    private static RowConverter converter(String type) {
        return new RowConverter("Account", "Id", List.of(field("Id", "id"), field("Value", type)));
    }

    private static FieldDescription field(String name, String type) {
        return new FieldDescription(
                name, type, FieldKind.of(type, ""), 0, 0, 0, true, true, true, false, false, List.of(), "");
    }

    private static Map<String, @Nullable Object> convert(RowConverter converter, String json) {
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            parser.nextToken();
            return converter.convert(parser);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
