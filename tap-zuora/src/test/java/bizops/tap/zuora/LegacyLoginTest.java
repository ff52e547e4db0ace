package bizops.tap.zuora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.config.Secret;
import bizops.singer.error.RemoteException;
import bizops.singer.http.ApiClient;
import bizops.tap.zuora.auth.LegacyLogin;
import bizops.tap.zuora.auth.TenantAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A user's name and password where the old flags leave several data centers open. */
class LegacyLoginTest {
    private static final String REFUSAL =
            "{\"success\":false,\"reasons\":[{\"code\":90000011,\"message\":\"please sign in first\"}]}";

    private final ScriptedTenant elsewhere = new ScriptedTenant().on("GET /v1/describe", 401, REFUSAL);
    private final ScriptedTenant home = new ScriptedTenant();
    private final LegacyLogin login = new LegacyLogin("api@acme.com", new Secret("correct horse"));

    @AfterEach
    void close() {
        elsewhere.close();
        home.close();
    }

    private URI find() {
        TenantAddress open = new TenantAddress(List.of(URI.create(elsewhere.url()), URI.create(home.url())));
        return login.find(open, ApiClient.builder("tap-zuora"));
    }

    @Test
    void aDataCenterThatRefusesIsFollowedByTheNext() {
        home.on("GET /v1/describe", 200, "<objects></objects>");

        assertThat(find()).hasToString(home.url());
        assertThat(elsewhere.asked("GET /v1/describe")).hasSize(1);
    }

    @Test
    void whereAllRefuseTheUserIsToldOfNameAndPasswordAndNotOfAClient() {
        home.on("GET /v1/describe", 401, REFUSAL);

        assertThatThrownBy(this::find)
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("check 'username', 'password'")
                .hasMessageContaining("OAuth client has neither")
                .hasMessageContaining("'base_url' or 'environment'")
                .message()
                .doesNotContain("client_id", "correct horse");
    }
}
