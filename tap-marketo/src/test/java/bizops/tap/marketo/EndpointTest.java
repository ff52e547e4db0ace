package bizops.tap.marketo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "123-ABC-456",
                "123-ABC-456.mktorest.com",
                "https://123-ABC-456.mktorest.com",
                "https://123-ABC-456.mktorest.com/",
                "https://123-ABC-456.mktorest.com/rest",
                "https://123-ABC-456.mktorest.com//rest/",
                "https://123-ABC-456.mktorest.com/identity"
            })
    void takesEveryFormThatPeoplePaste(String text) {
        assertThat(Endpoint.origin(text)).contains(URI.create("https://123-ABC-456.mktorest.com"));
    }

    @Test
    void keepsAPort() {
        assertThat(Endpoint.origin("http://127.0.0.1:8080/rest")).contains(URI.create("http://127.0.0.1:8080"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://x/rest", "https://", "not an address"})
    void refusesWhatIsNoAddress(String text) {
        assertThat(Endpoint.origin(text)).isEmpty();
    }
}
