package bizops.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.cli.store.Address;
import bizops.cli.store.Store;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a finding begins. */
final class LimitsTest {
    @ParameterizedTest
    @CsvSource({"0, FAIL", "104857599, FAIL", "104857600, WARN", "1073741823, WARN", "1073741824, OK"})
    void aDiskThatFillsUpIsToldBeforeItIsFull(long bytes, Finding.Level level) {
        assertThat(DiskCheck.judged(Path.of("logs"), bytes).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"-3600, FAIL", "0, OK", "3600, FAIL"})
    void aClockThatIsOffIsNamed(long seconds, Finding.Level level) {
        TestDatabase database = SharedPostgres.freshDatabase();
        Address address = Address.of(
                List.of(),
                Map.of(
                        "PG_ADDRESS", database.host(),
                        "PG_PORT", Integer.toString(database.port()),
                        "PG_DATABASE", database.name(),
                        "PG_USERNAME", database.user(),
                        "PG_PASSWORD", database.password()));
        try (Store store = Store.open(address, "test")) {
            List<Finding> findings =
                    new DatabaseCheck(store, List.of(), Instant.now().plusSeconds(seconds)).findings();

            assertThat(findings)
                    .filteredOn(finding -> finding.subject().equals("clock"))
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.level()).isEqualTo(level));
        }
    }

    @Test
    void aFindingIsOneLineWhateverItQuotes() {
        assertThat(Finding.fail("tap", "two\nlines", "mend it").line())
                .isEqualTo("FAIL  tap                 two lines; mend it");
    }
}
