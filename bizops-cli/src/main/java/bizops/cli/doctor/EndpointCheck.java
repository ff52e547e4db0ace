package bizops.cli.doctor;

import bizops.cli.project.TapSpec;
import bizops.singer.error.BizopsException;
import bizops.singer.http.ApiClient;
import bizops.singer.http.ApiClientBuilder;
import bizops.singer.http.ApiRequest;
import bizops.singer.http.ApiResponse;
import bizops.singer.http.Classifier;
import bizops.singer.http.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether the vendor's address can be reached: name, proxy, TLS; and whose clock is off. Any answer will do. */
record EndpointCheck(TapSpec tap, Map<String, String> environment, Clock clock) implements Check {
    private static final Pattern URL = Pattern.compile("https?://[^\\s]+");
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration SKEW = Duration.ofMinutes(2);

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        tap.program().settings().properties().forEach(setting -> {
            String value = setting.getValue().asText();
            if (setting.getValue().isTextual() && URL.matcher(value).matches()) {
                findings.addAll(reach(value));
            }
        });
        return findings;
    }

    private List<Finding> reach(String url) {
        String subject = "tap " + tap.name();
        ApiClientBuilder builder = ApiClient.builder("bizops-doctor")
                .environment(environment)
                .timeout(PATIENCE)
                .attempts(1, PATIENCE)
                .classifier(new AnyAnswer());
        Optional.ofNullable(tap.program().settings().get("ca_bundle"))
                .ifPresent(file -> builder.caBundle(Path.of(file.asText())));
        try (ApiClient client = builder.build()) {
            Optional<Instant> date = client.fetch(ApiRequest.get(url).withoutToken(), ApiResponse::date);
            List<Finding> findings = new ArrayList<>(List.of(Finding.ok(subject, "answers at " + url)));
            Duration skew = Duration.between(date.orElse(clock.instant()), clock.instant())
                    .abs();
            if (skew.compareTo(SKEW) > 0) {
                findings.add(Finding.warn(
                        "clock",
                        "this machine is " + skew.toSeconds() + " s off " + url,
                        "set it by NTP: signed log-ins are refused"));
            }
            return findings;
        } catch (BizopsException unreachable) {
            return List.of(Finding.fail(
                    subject,
                    unreachable.getMessage(),
                    "see also the proxy (HTTPS_PROXY, HTTP_PROXY, NO_PROXY) and ca_bundle"));
        }
    }

    /** Whatever the status, somebody is there. */
    private static final class AnyAnswer implements Classifier {
        @Override
        public Verdict ofResponse(ApiResponse response, String body) {
            return Verdict.ok();
        }
    }
}
