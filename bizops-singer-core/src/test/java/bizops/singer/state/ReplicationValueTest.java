package bizops.singer.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplicationValueTest {
    @Test
    void comparesPointsInTimeAndNotTheirText() {
        ReplicationValue early = moment("2024-05-01T23:00:00+02:00");
        ReplicationValue late = moment("2024-05-01T21:00:00.000001Z");

        assertThat(early).isLessThan(late);
        assertThat(early.max(late)).isEqualTo(late);
        assertThat(moment("2024-05-01T21:00:00.000+0000")).isEqualTo(moment("2024-05-01 21:00:00"));
    }

    @Test
    void comparesNumbersByValue() {
        assertThat(number(9)).isLessThan(number("10.5"));
        assertThat(number(new BigDecimal("1.0"))).isEqualTo(number(1)).hasSameHashCodeAs(number(1L));
    }

    @Test
    void givesBackWhatStateCarries() {
        assertThat(moment("2024-05-01T23:00:00.120+02:00").json()).isEqualTo("2024-05-01T21:00:00.120Z");
        assertThat(ReplicationValue.of(LocalDate.of(2024, 5, 1), ReplicationKind.DATE)
                        .json())
                .isEqualTo("2024-05-01");
        assertThat(number("1.50").json()).isEqualTo(new BigDecimal("1.50"));
        assertThat(ReplicationValue.of("b", ReplicationKind.TEXT).json()).isEqualTo("b");
    }

    @Test
    void takesADayForItsMidnightInUtcAndAnInstantForItsDay() {
        assertThat(moment("2024-05-01").instant()).isEqualTo(Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(ReplicationValue.of("2024-05-01T23:30:00-05:00", ReplicationKind.DATE)
                        .json())
                .isEqualTo("2024-05-02");
    }

    @Test
    void knowsItsKindFromASchema() {
        assertThat(ReplicationKind.of(Map.of("type", List.of("null", "string"), "format", "date-time")))
                .isEqualTo(ReplicationKind.DATE_TIME);
        assertThat(ReplicationKind.of(Map.of("type", "string", "format", "date")))
                .isEqualTo(ReplicationKind.DATE);
        assertThat(ReplicationKind.of(Map.of("type", List.of("null", "integer"))))
                .isEqualTo(ReplicationKind.NUMBER);
        assertThat(ReplicationKind.of(Map.of())).isEqualTo(ReplicationKind.TEXT);
    }

    @Test
    void refusesWhatIsNotOfItsKind() {
        assertThatThrownBy(() -> moment("2018-13-40")).hasMessage("\"2018-13-40\" is no date-time");
        assertThatThrownBy(() -> number("many")).hasMessage("\"many\" is no number");
        assertThatThrownBy(() -> number(1).compareTo(moment("2024-05-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static ReplicationValue moment(String text) {
        return ReplicationValue.of(text, ReplicationKind.DATE_TIME);
    }

    private static ReplicationValue number(Object value) {
        return ReplicationValue.of(value, ReplicationKind.NUMBER);
    }
}
