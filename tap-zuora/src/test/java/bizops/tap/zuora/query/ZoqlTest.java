package bizops.tap.zuora.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZoqlTest {
    @ParameterizedTest
    @CsvSource({
        "2026-08-01T00:00:00Z, 2026-08-01T00:00:00Z",
        "2026-08-01T23:59:59.999999999Z, 2026-08-01T23:59:59Z",
        "2026-03-29T01:30:00+02:00, 2026-03-28T23:30:00Z",
        "0999-12-31T00:00:00Z, 0999-12-31T00:00:00Z"
    })
    void aMomentHasItsTAndItsOffsetAndNoFraction(String moment, String literal) {
        assertThat(Zoql.literal(OffsetDateTime.parse(moment).toInstant())).isEqualTo("'" + literal + "'");
    }

    @Test
    void aMomentIsWrittenInWesternDigitsUnderEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

            assertThat(Zoql.literal(Instant.parse("2026-01-02T03:04:05Z"))).isEqualTo("'2026-01-02T03:04:05Z'");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aTextDoublesItsQuotes() {
        assertThat(Zoql.literal("O'Neill \"x\"")).isEqualTo("'O''Neill \"\"x\"\"'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1a", "a b", "a'b", "a.b.c", ".a", "a.", "a;b", "a,b", "Ünal"})
    void whatIsNoNameIsRefused(String name) {
        assertThatThrownBy(() -> Zoql.name(name)).hasMessageContaining("is no name of Zuora's");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Id", "OpportunityId__c", "Renewal_Subscription__c__c", "BillToContact.Id"})
    void namesStandAsTheyAre(String name) {
        assertThat(Zoql.name(name)).isEqualTo(name);
    }
}
