package bizops.tap.salesforce.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

class SoqlTest {
    @Test
    void escapesWhateverWouldEndOrChangeAText() {
        assertThat(Soql.literal("O'Neil \\ \"x\"\n\r\t\b\f")).isEqualTo("'O\\'Neil \\\\ \\\"x\\\"\\n\\r\\t\\b\\f'");
    }

    @Test
    void writesPointsInTimeUnquotedWithTheirZone() {
        assertThat(Soql.literal(Instant.parse("2024-09-24T03:26:07Z"))).isEqualTo("2024-09-24T03:26:07.000Z");
        assertThat(Soql.literal(Instant.parse("0019-01-02T03:04:05.678Z"))).isEqualTo("0019-01-02T03:04:05.678Z");
    }

    @Test
    void refusesNamesThatWouldBeMoreThanANameInTheQuery() {
        assertThat(Soql.name("ns__Field__c")).isEqualTo("ns__Field__c");
        assertThatThrownBy(() -> Soql.name("Id FROM User--")).hasMessageContaining("no API name");
        assertThatThrownBy(() -> Soql.name("")).hasMessageContaining("no API name");
        assertThatThrownBy(() -> Soql.name("Straße")).hasMessageContaining("no API name");
    }

    @Property
    void aTextReadBackByTheRulesOfSoqlIsTheSameText(
            @ForAll @Chars({'a', '\'', '\\', '"', '\n', '\r', '\t', 'é', ' '}) String text) {
        String literal = Soql.literal(text);

        assertThat(readBack(literal)).isEqualTo(text);
    }

    /** A reader of quoted SOQL texts that stops at the first quote that is not escaped. */
    private static String readBack(String literal) {
        StringBuilder text = new StringBuilder();
        int i = 1;
        while (literal.charAt(i) != '\'') {
            char c = literal.charAt(i++);
            if (c == '\\') {
                c = "\n\r\t\b\f".charAt(Math.max("nrtbf".indexOf(literal.charAt(i)), 0));
                c = "nrtbf".indexOf(literal.charAt(i)) < 0 ? literal.charAt(i) : c;
                i++;
            }
            text.append(c);
        }
        assertThat(i).isEqualTo(literal.length() - 1);
        return text.toString();
    }
}
