package bizops.tap.zuora.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.InputException;
import bizops.tap.zuora.discover.FieldDescription;
import java.math.BigInteger;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowConverterTest {
    private static final Format FORMAT = new Format(ZoneOffset.UTC, false, false);

    @ParameterizedTest
    @CsvSource({
        "2026-08-04T20:11:15+1000, 2026-08-04T10:11:15Z",
        "2026-08-04T20:11:15+0000, 2026-08-04T20:11:15Z",
        "2015-01-01T16:00:00+01:00, 2015-01-01T15:00:00Z",
        "2026-08-04T20:11:15.123Z, 2026-08-04T20:11:15.123Z",
        "2026-08-04 20:11:15 -07:00, 2026-08-05T03:11:15Z",
        "2026-08-04 20:11:15.000 America/Los_Angeles, 2026-08-05T03:11:15Z",
        "2015-01-01, 2015-01-01T08:00:00Z",
        "2015-07-01, 2015-07-01T07:00:00Z",
        "2026-08-04T20:11:15, 2026-08-04T20:11:15Z"
    })
    void aMomentIsReadInEveryFormThatFilesHave(String text, String moment) {
        assertThat(value("datetime", text, FORMAT)).hasToString(moment);
    }

    @Test
    void aMomentWithoutAnOffsetIsOfTheZoneThatTheSettingsSay() {
        Format sydney = new Format(ZoneId.of("Australia/Sydney"), false, false);

        assertThat(value("datetime", "2026-08-04T20:11:15", sydney)).hasToString("2026-08-04T10:11:15Z");
    }

    @ParameterizedTest
    @CsvSource({"2015-01-31, 2015-01-31", "01/31/2015, 2015-01-31", "2015-01-31T00:00:00+10:00, 2015-01-31"})
    void aDayStaysTheDayThatIsWritten(String text, String day) {
        assertThat(value("date", text, FORMAT)).hasToString(day);
    }

    @Test
    void aDayCanBeSentAsItsMidnight() {
        Format singerIo = new Format(ZoneOffset.UTC, false, true);

        assertThat(value("date", "2015-01-31", singerIo)).hasToString("2015-01-31T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1265.80645161290328", "0", "-11095", "77.860", "12345678901234567890.12345678901234567"})
    void moneyKeepsEveryDigitAsWritten(String text) {
        assertThat(value("decimal", text, FORMAT)).isInstanceOf(Number.class).hasToString(text);
        assertThat(value("decimal", text, new Format(ZoneOffset.UTC, true, false)))
                .isEqualTo(text);
    }

    @Test
    void aNumberInPowersOfTenIsWrittenOut() {
        assertThat(value("decimal", "1E+6", FORMAT)).hasToString("1000000");
    }

    @Test
    void wholeNumbersAreWholeHoweverLarge() {
        assertThat(value("integer", "12.0", FORMAT)).isEqualTo(12L);
        assertThat(value("integer", "9223372036854775808", FORMAT)).isEqualTo(new BigInteger("9223372036854775808"));
    }

    @ParameterizedTest
    @CsvSource({"true, true", "FALSE, false", "Yes, true", "No, false", "1, true", "0, false"})
    void booleansComeInSeveralWords(String text, boolean value) {
        assertThat(value("boolean", text, FORMAT)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "boolean", "integer", "decimal", "date", "datetime", "quaternion"})
    void anEmptyValueIsNullWhateverItsType(String type) {
        assertThat(value(type, "", FORMAT)).isNull();
    }

    @Test
    void aValueOfAnUnknownTypeIsText() {
        assertThat(value("quaternion", "1+2i", FORMAT)).isEqualTo("1+2i");
    }

    @ParameterizedTest
    @CsvSource({
        "boolean, maybe, neither true nor false",
        "integer, 12.5, no whole number",
        "decimal, twelve, no number",
        "date, 2015-02-30, no date",
        "datetime, yesterday, no date-time"
    })
    void aValueThatDoesNotFitNamesItsRecordAndField(String type, String text, String why) {
        assertThatThrownBy(() -> value(type, text, FORMAT))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("stream \"Account\", record a1, field \"Field\"")
                .hasMessageContaining(why);
    }

    @Test
    void nulCharactersAreTakenOutAndCounted() {
        RowConverter converter = converter(List.of("Id", "Field"), "text");

        assertThat(converter.convert(new String[] {"a1", "x\0y"}).values()).containsEntry("Field", "xy");
        assertThat(converter.cleaned()).isEqualTo(1);
    }

    @Test
    void columnsAreFoundByTheirHeaderInAnyOrderAndCaseAndMoreThanAskedForAreLeftOut() {
        FieldDescription id = FieldDescription.own("Id", "text");
        FieldDescription name = FieldDescription.own("Name", "text");
        FieldDescription join = FieldDescription.join("BillToContact");
        RowConverter converter = new RowConverter(
                "Account",
                List.of(id, name, join),
                List.of("Account.Deleted", "billtocontact.id", "Extra__c", "ACCOUNT.NAME", "Account.Id"),
                FORMAT);

        Row row = converter.convert(new String[] {"false", "c1", "surprise", "Acme", "a1"});

        assertThat(row.deleted()).isFalse();
        assertThat(row.values())
                .containsOnlyKeys("BillToContactId", "Name", "Id", "Deleted")
                .containsEntry("Id", "a1")
                .containsEntry("Name", "Acme")
                .containsEntry("BillToContactId", "c1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1"})
    void aDeletedRowSaysNothingOfItsRelations(String mark) {
        RowConverter converter = new RowConverter(
                "Account",
                List.of(FieldDescription.own("Id", "text"), FieldDescription.join("BillToContact")),
                List.of("Account.Deleted", "Account.Id", "BillToContact.Id"),
                FORMAT);

        Row row = converter.convert(new String[] {mark, "a1", ""});

        assertThat(row.deleted()).isTrue();
        assertThat(row.values()).containsOnlyKeys("Id", "Deleted").containsEntry("Deleted", true);
    }

    @Test
    void aColumnThatWasAskedForAndIsMissingIsAnError() {
        assertThatThrownBy(() -> converter(List.of("Account: ID", "Field"), "text"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("lacks the column \"Id\"");
    }

    @Test
    void aColumnThatComesTwiceIsAnError() {
        assertThatThrownBy(() -> converter(List.of("Id", "Field", "Account.Field"), "text"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("twice");
    }

    private static RowConverter converter(List<String> header, String type) {
        return new RowConverter(
                "Account",
                List.of(FieldDescription.own("Id", "text"), FieldDescription.own("Field", type)),
                header,
                FORMAT);
    }

    private static @Nullable Object value(String type, String text, Format format) {
        return new RowConverter(
                        "Account",
                        List.of(FieldDescription.own("Id", "text"), FieldDescription.own("Field", type)),
                        List.of("Account.Id", "Account.Field"),
                        format)
                .convert(new String[] {"a1", text})
                .values()
                .get("Field");
    }
}
