package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code --strict}, before anything is connected to. */
final class StrictTest {
    @Test
    void aDatabaseOnAnotherMachineMustShowWhoItIs() throws Exception {
        Warehouse.Outcome outcome =
                new Warehouse().run(Map.of(), Map.of("ssl_mode", "\"require\""), "grants", "--reader", "r", "--strict");
        Warehouse.Outcome far = new Warehouse()
                .run(Map.of("BIZOPS_STRICT", "true"), Map.of("host", "\"db.invalid\""), "grants", "--reader", "r");

        assertThat(outcome.stderr())
                .as("this machine, whose server has no TLS")
                .contains("no connection to ", "correct password, ssl_mode and ssl_root_cert")
                .hasLineCount(1);
        assertThat(outcome.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(far.exit()).isEqualTo(ExitCode.FAILURE);
        assertThat(far.stderr())
                .contains("'ssl_mode' is prefer, and --strict asks for verify-full to db.invalid")
                .hasLineCount(1);
    }
}
