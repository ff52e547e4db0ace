package bizops.cli.alert;

import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import java.time.Duration;
import java.util.Map;

/** An address that takes a POST of JSON. What fails for the moment is tried again, for a little while. */
record PostHook(String url, Map<String, String> environment) implements Hook {
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    @Override
    public void send(String json) {
        try (ApiClient client = ApiClient.builder("bizops-alert")
                .environment(environment)
                .timeout(SILENCE)
                .attempts(ATTEMPTS, LONGEST)
                .build()) {
            int unused = client.fetch(
                    ApiRequest.postJson(url, json).withoutToken().endpoint("/{alerts.url}"), ApiResponse::status);
        }
    }
}
