package bizops.cli.catalog;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ProgramException;
import org.junit.jupiter.api.Test;

final class DiscoveryTest {
    @Test
    void aTapThatTakesItsTimeEndsWhenItIsTold() {
        Discovery discovery = new Discovery("tap", line -> {});
        discovery.stop();

        assertThatThrownBy(() -> discovery.run(new ProcessBuilder("sh", "-c", "exec sleep 600")))
                .hasMessageMatching("tap --discover ended with 143");
    }

    @Test
    void whatIsNoCatalogIsToldOfTheTap() {
        assertThatThrownBy(() -> new Discovery("tap", line -> {}).run(new ProcessBuilder("echo", "[]")))
                .hasMessageStartingWith("tap --discover holds no catalog");
        assertThatThrownBy(() -> new Discovery("tap", line -> {}).run(new ProcessBuilder("false")))
                .isInstanceOf(ProgramException.class)
                .hasMessage("tap --discover ended with 1");
    }
}
