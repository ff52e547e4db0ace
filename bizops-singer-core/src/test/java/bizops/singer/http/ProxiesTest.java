package bizops.singer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.ConfigException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxiesTest {
    @Test
    void takesTheProxyOfTheSchemeInEitherCase() {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://one:8080", "http_proxy", "two:3128"));

        assertThat(proxies.of("https", "vendor.example"))
                .hasValueSatisfying(
                        proxy -> assertThat(proxy.host() + ":" + proxy.port()).isEqualTo("one:8080"));
        assertThat(proxies.of("http", "vendor.example"))
                .hasValueSatisfying(
                        proxy -> assertThat(proxy.host() + ":" + proxy.port()).isEqualTo("two:3128"));
        assertThat(new Proxies(Map.of()).of("https", "vendor.example")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "vendor.example, vendor.example, true",
        "vendor.example, api.Vendor.Example, true",
        ".vendor.example, api.vendor.example, true",
        "*.vendor.example, api.vendor.example, true",
        "vendor.example, othervendor.example, false",
        "'other, vendor.example', vendor.example, true",
        "*, vendor.example, true",
        "'', vendor.example, false"
    })
    void goesStraightToHostsThatNoProxyNames(String rule, String host, boolean straight) {
        Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", "http://one:8080", "NO_PROXY", rule));

        assertThat(proxies.of("https", host).isEmpty()).isEqualTo(straight);
    }

    @Test
    void readsALoginAndNeverShowsItInAnError() {
        Proxies proxies = new Proxies(Map.of("ALL_PROXY", "http://me:p%40ss@one:8080"));

        assertThat(proxies.of("https", "vendor.example").orElseThrow().login())
                .hasValueSatisfying(login -> assertThat(login).containsExactly("me", "p@ss"));
        Proxies broken = new Proxies(Map.of("ALL_PROXY", "socks5://me:hidden@one"));
        assertThatThrownBy(() -> broken.of("https", "vendor.example"))
                .isInstanceOf(ConfigException.class)
                .hasMessage("a proxy variable of the environment must look like http://host:port; correct or unset it");
    }
}
