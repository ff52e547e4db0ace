package bizops.singer.report;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.config.Secret;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** An event is one line, whatever names and values it quotes. */
final class LogLineTest {
    @Test
    void aNameWithALineEndIsNoSecondLine() {
        assertThat(line("field \"{}\" is dropped", "a\nCRITICAL all is lost\u001b[2J"))
                .isEqualTo("WARNING field \"a CRITICAL all is lost [2J\" is dropped\n");
    }

    @Test
    void aSecretWithALineEndIsHiddenWhole() {
        Secret secret = new Secret("first part\nsecond part");

        assertThat(line("the server said {}", secret.reveal())).isEqualTo("WARNING the server said ***\n");
    }

    private static String line(String message, String argument) {
        Logger logger = (Logger) LoggerFactory.getLogger("bizops");
        Object[] arguments = {argument};
        return new LogLine().doLayout(new LoggingEvent("", logger, Level.WARN, message, null, arguments));
    }
}
