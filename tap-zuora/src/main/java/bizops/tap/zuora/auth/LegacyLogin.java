package bizops.tap.zuora.auth;

import bizops.singer.config.Secret;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** A user's name and password in two headers of each request, Zuora's older way. Immutable. */
public final class LegacyLogin {
    private final String username;
    private final Secret password;

    public LegacyLogin(String username, Secret password) {
        this.username = username;
        this.password = password;
    }

    /** The headers that let in. */
    public Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("apiAccessKeyId", username);
        headers.put("apiSecretAccessKey", password.reveal());
        return headers;
    }

    /** The tenant's address; where several are open, the first that lists its objects to this user. */
    public URI find(TenantAddress address, ApiClientBuilder http) {
        return address.settled().orElseGet(() -> {
            try (ApiClient client = http.classifier(LoginClassifier.ofUser()).build()) {
                return address.login(candidate -> {
                    ApiRequest list = ApiRequest.get(candidate + "/v1/describe");
                    for (Map.Entry<String, String> header : headers().entrySet()) {
                        list = list.header(header.getKey(), header.getValue());
                    }
                    var unused = client.fetch(list, ApiResponse::text);
                    return candidate;
                });
            }
        });
    }
}
