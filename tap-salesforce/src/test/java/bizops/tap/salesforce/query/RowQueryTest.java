package bizops.tap.salesforce.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowQueryTest {
    private static final Instant LO = Instant.parse("2024-05-01T00:00:00Z");
    private static final Instant HI = Instant.parse("2024-06-01T00:00:00Z");
    private static final RowQuery WINDOWED = new RowQuery(
            "Account",
            List.of("Id", "Name", "SystemModstamp"),
            "Id",
            Optional.of("SystemModstamp"),
            Optional.of(Window.between(LO, HI)),
            Optional.empty(),
            Optional.empty(),
            true);

    @Test
    void namesBothBoundsOfTheWindowAndOrdersByKeyAndId() {
        assertThat(WINDOWED.text())
                .isEqualTo("SELECT Id,Name,SystemModstamp FROM Account"
                        + " WHERE SystemModstamp >= 2024-05-01T00:00:00.000Z"
                        + " AND SystemModstamp < 2024-06-01T00:00:00.000Z ORDER BY SystemModstamp,Id");
    }

    @Test
    void leavesOutTheLowerBoundOfAWindowWithoutBeginning() {
        assertThat(WINDOWED.within(new Window(Optional.empty(), HI)).text())
                .contains(" WHERE SystemModstamp < 2024-06-01T00:00:00.000Z ORDER BY");
    }

    @Test
    void goesOnBehindTheLastRowEvenAmongEqualStamps() {
        Position last = new Position(Optional.of(Instant.parse("2024-05-03T04:05:06Z")), "001D000000HS2PPIA1");

        assertThat(WINDOWED.after(last).text())
                .contains(" AND (SystemModstamp > 2024-05-03T04:05:06.000Z"
                        + " OR (SystemModstamp = 2024-05-03T04:05:06.000Z AND Id > '001D000000HS2PPIA1'))");
    }

    @Test
    void readsAWholeTableInOrderOfTheId() {
        RowQuery full = new RowQuery(
                "Account",
                List.of("Id"),
                "Id",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);

        assertThat(full.text()).isEqualTo("SELECT Id FROM Account ORDER BY Id");
        assertThat(full.after(new Position(Optional.empty(), "001x")).text())
                .isEqualTo("SELECT Id FROM Account WHERE Id > '001x' ORDER BY Id");
    }

    @Test
    void narrowsToARangeOfIds() {
        assertThat(WINDOWED.within(IdRange.ofPrefix("001")).text())
                .contains(" AND Id >= '001000000000000' AND Id <= '001zzzzzzzzzzzz' ORDER BY");
    }
}
