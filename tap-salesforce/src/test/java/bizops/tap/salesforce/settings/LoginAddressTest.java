package bizops.tap.salesforce.settings;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.config.Config;
import bizops.singer.config.ConfigLoader;
import bizops.singer.config.Problems;
import bizops.singer.config.SettingsSchema;
import bizops.tap.salesforce.Main;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginAddressTest {
    private static LoginAddress given(String json) {
        Config config = new ConfigLoader(
                        "tap-salesforce",
                        SettingsSchema.load(Main.class, "settings.schema.json"),
                        Map.of(),
                        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)))
                .load(List.of("-"));
        return new LoginAddress(config, new Problems());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            {} | https://login.salesforce.com | https://login.salesforce.com
            {"is_sandbox":true} | https://test.salesforce.com | https://test.salesforce.com
            {"is_sandbox":"true"} | https://test.salesforce.com | https://test.salesforce.com
            {"is_sandbox":"false"} | https://login.salesforce.com | https://login.salesforce.com
            {"domain":"test"} | https://test.salesforce.com | https://test.salesforce.com
            {"domain":"acme"} | https://acme.my.salesforce.com | https://login.salesforce.com
            {"domain":"acme.my"} | https://acme.my.salesforce.com | https://login.salesforce.com
            {"domain":"acme--dev.sandbox.my"} | https://acme--dev.sandbox.my.salesforce.com | https://test.salesforce.com
            {"login_url":"Acme.my.salesforce.com"} | https://acme.my.salesforce.com | https://login.salesforce.com
            {"login_url":"https://acme.my.salesforce.com/services/x?y"} | https://acme.my.salesforce.com | https://login.salesforce.com
            {"login_url":"http://127.0.0.1:8080/","is_sandbox":true} | http://127.0.0.1:8080 | https://test.salesforce.com
            """)
    void findsWhereToLogInAndWhomAnAssertionIsFor(String settings, String address, String audience) {
        LoginAddress login = given(settings);

        URI url = login.of(LoginKind.JWT).orElseThrow();

        assertThat(url).hasToString(address);
        assertThat(login.audience(url)).isEqualTo(audience);
    }
}
