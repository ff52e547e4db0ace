package bizops.dist.manual;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text that would be a request or an escape of roff's own. */
final class RoffTest {
    @Test
    void nothingInATextIsARequestOrAnEscape() {
        assertThat(new Roff().text(".SH 'a\\b' -c\nnext").toString()).isEqualTo("\\&.SH \\(aqa\\eb\\(aq \\-c next\n");
    }

    @Test
    void quotesStayWithinAnArgument() {
        assertThat(new Roff().request("SH", "say \"a\"").toString()).isEqualTo(".SH \"say \\(dqa\\(dq\"\n");
    }

    @Test
    void whatIsNotAsciiIsWrittenAsItsCode() {
        assertThat(new Roff().text("…").toString()).isEqualTo("\\&\\[u2026]\n");
    }
}
