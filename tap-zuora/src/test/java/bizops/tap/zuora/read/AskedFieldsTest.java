package bizops.tap.zuora.read;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.ObjectDescription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedFieldsTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final ObjectDescription INVOICE = new ObjectDescription(
            "Invoice",
            List.of(
                    FieldDescription.own("Balance", "decimal"),
                    FieldDescription.own("Id", "text"),
                    FieldDescription.own("TaxMessage", "text"),
                    FieldDescription.own("UpdatedDate", "datetime"),
                    FieldDescription.join("Account"),
                    FieldDescription.join("BillToContactSnapshot")));

    private static AskedFields asked(Map<String, Instant> unavailable) {
        List<String> all = INVOICE.fields().stream().map(FieldDescription::name).toList();
        return new AskedFields(INVOICE, Optional.of("UpdatedDate"), all, unavailable);
    }

    @Test
    void theKeyAndTheStampComeFirstAndWhatWasRefusedLatelyIsLeftOut() {
        assertThat(asked(Map.of("TaxMessage", NOON)).queryNames())
                .containsExactly("Id", "UpdatedDate", "Balance", "Account.Id", "BillToContactSnapshot.Id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "There is a syntax error. (Error = There is no field named TaxMessage, Query = select Id) | TaxMessage",
                "There is no field named taxmessage. | TaxMessage",
                "There is no field named Invoice.TaxMessage | TaxMessage",
                "There is no field named BillToContactSnapshot.Id. | BillToContactSnapshotId",
                "invalid field for query: Invoice.taxmessage | TaxMessage",
                "line 1:8: Column 'taxmessage' cannot be resolved | TaxMessage"
            })
    void theFieldThatIsRefusedIsFoundInTheVendorsWords(String message, String field) {
        assertThat(asked(Map.of()).named(message).map(FieldDescription::name)).contains(field);
    }

    @Test
    void theVendorsWordsMayNameAFieldThatWasNotAskedFor() {
        assertThat(asked(Map.of()).named("There is no field named Unheard")).isEmpty();
        assertThat(asked(Map.of()).named("something else went wrong")).isEmpty();
    }

    @Test
    void aLostFieldIsAskedForNoMoreAndRemembered() {
        AskedFields fields = asked(Map.of());

        boolean lost = fields.lose(fields.named("no field named TaxMessage").orElseThrow(), NOON);

        assertThat(lost).isTrue();
        assertThat(fields.names()).doesNotContain("TaxMessage").contains("Balance");
        assertThat(fields.unavailable()).containsEntry("TaxMessage", NOON);
    }

    @ParameterizedTest
    @CsvSource({"Id", "UpdatedDate"})
    void withoutKeyOrStampThereIsNoRead(String name) {
        AskedFields fields = asked(Map.of());

        assertThat(fields.lose(fields.named("no field named " + name).orElseThrow(), NOON))
                .isFalse();
    }

    @Test
    void aRelationIsFoundInTheVendorsWordsButNotInTheQueryThatTheyRepeat() {
        assertThat(asked(Map.of()).namedJoin("data source could not be found: BillToContactSnapshot"))
                .map(FieldDescription::name)
                .contains("BillToContactSnapshotId");
        assertThat(asked(Map.of()).namedJoin("data source could not be found, Query = select Account.Id"))
                .isEmpty();
    }
}
