package bizops.tap.zuora.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PositionJsonTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void whatWasWrittenIsRead() {
        JobMark job = new JobMark("j1", "AQUA", "0123456789abcdef", NOON);
        Part window = new Part(
                false,
                Optional.of(NOON),
                NOON.plusSeconds(1),
                NOON.plusSeconds(9),
                Optional.of("m"),
                10,
                Optional.of(job));
        Part whole = Part.whole(Optional.empty(), NOON, 250_000).with(job);
        Memory memory = new Memory(
                Optional.of(NOON),
                Optional.of(NOON),
                Map.of("TaxMessage", NOON),
                Optional.of(List.of("Id", "Name")),
                Optional.of("AQUA"));
        StreamPosition position = new StreamPosition(Optional.of(window), Optional.of(whole), memory);

        assertThat(PositionJson.read(PositionJson.write(position, false), false))
                .isEqualTo(position);
    }

    @Test
    void halfAFirstReadIsNoHalfOfAReadAsFullTable() {
        StreamPosition position =
                new StreamPosition(Optional.empty(), Optional.of(Part.whole(Optional.empty(), NOON, 10)), Memory.NONE);

        assertThat(PositionJson.read(PositionJson.write(position, false), true).whole())
                .isEmpty();
        assertThat(PositionJson.read(PositionJson.write(position, true), true)).isEqualTo(position);
    }

    @Test
    void whatOtherTapsLeftIsNoPosition() {
        StreamPosition position = PositionJson.read(
                Map.of(
                        "file_ids",
                        List.of("f1"),
                        "current_window_end",
                        "2026-01-01T00:00:00Z",
                        "window_length",
                        3,
                        "window",
                        4),
                false);

        assertThat(position).isEqualTo(new StreamPosition(Optional.empty(), Optional.empty(), Memory.NONE));
    }

    @Test
    void aRefusedFieldIsTriedAgainAfterAWeek() {
        Memory memory = new Memory(
                Optional.empty(), Optional.empty(), Map.of("TaxMessage", NOON), Optional.empty(), Optional.of("REST"));

        assertThat(memory.stillUnavailable(NOON.plusSeconds(6 * 86_400))).containsOnlyKeys("TaxMessage");
        assertThat(memory.stillUnavailable(NOON.plusSeconds(7 * 86_400))).isEmpty();
    }

    @Test
    void whatOneInterfaceRefusesAnotherMayHave() {
        Memory memory = new Memory(
                Optional.empty(), Optional.empty(), Map.of("TaxMessage", NOON), Optional.empty(), Optional.of("REST"));

        assertThat(memory.through("REST").unavailable()).containsOnlyKeys("TaxMessage");
        assertThat(memory.through("AQUA").unavailable()).isEmpty();
    }
}
