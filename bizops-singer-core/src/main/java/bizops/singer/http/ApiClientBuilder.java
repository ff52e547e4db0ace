package bizops.singer.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a client should do. Owned by one thread; {@link #build} may be called once. */
public final class ApiClientBuilder {
    final String userAgent;
    Map<String, String> environment = Map.of();
    Duration timeout = Duration.ofMinutes(5);
    int maxAttempts = 8;
    Duration maxDuration = Duration.ofMinutes(15);
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(2));
    int connections = 4;
    long maxBodyBytes = Long.MAX_VALUE;
    Classifier classifier = Classifier.STANDARD;

    @Nullable
    TokenSource tokens;

    @Nullable
    Path caBundle;

    int rate;
    Duration ratePer = Duration.ofSeconds(1);

    ApiClientBuilder(String userAgent) {
        this.userAgent = userAgent;
    }

    /** The process's variables, for the proxy. */
    public ApiClientBuilder environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    /** How long a connection may stay silent. */
    public ApiClientBuilder timeout(Duration silence) {
        timeout = silence;
        return this;
    }

    /** How often, and how long in all, one page is tried. */
    public ApiClientBuilder attempts(int most, Duration longest) {
        maxAttempts = most;
        maxDuration = longest;
        return this;
    }

    /** The waiting time after the first failure, doubled after each up to the longest. */
    public ApiClientBuilder backoff(Duration first, Duration longest) {
        backoff = new Backoff(first, longest);
        return this;
    }

    /** How many requests may be under way at a time. */
    public ApiClientBuilder connections(int most) {
        connections = most;
        return this;
    }

    /** A body that is larger, decompressed, fails the request. */
    public ApiClientBuilder maxBodyBytes(long bytes) {
        maxBodyBytes = bytes;
        return this;
    }

    public ApiClientBuilder classifier(Classifier vendors) {
        classifier = vendors;
        return this;
    }

    /** Where tokens come from; without it requests carry none. */
    public ApiClientBuilder tokens(TokenSource source) {
        tokens = source;
        return this;
    }

    /** A PEM file of authorities to trust beside Java's own. */
    public ApiClientBuilder caBundle(Path pem) {
        caBundle = pem;
        return this;
    }

    /** At most so many requests, evenly spread, in each period. */
    public ApiClientBuilder rate(int requests, Duration period) {
        rate = requests;
        ratePer = period;
        return this;
    }

    public ApiClient build() {
        return new ApiClient(this);
    }
}
