package bizops.singer.http;

import bizops.singer.error.RemoteException;
import bizops.singer.report.Metrics;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.event.ExecutionAttemptedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Talks to one vendor: sends a request, reads the answer to its end, and tries again as the vendor's {@link Classifier}
 * says. Thread-safe.
 */
public final class ApiClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ApiClient.class);
    private static final int ERROR_BODY_BYTES = 64 * 1024;

    private final Transport transport;
    private final Classifier classifier;
    private final @Nullable TokenCache tokens;
    private final @Nullable RateLimiter<Object> rate;
    private final Backoff backoff;
    private final int maxAttempts;
    private final Duration maxDuration;
    private volatile boolean closed;

    ApiClient(ApiClientBuilder settings) {
        this.transport = new Transport(settings);
        this.classifier = settings.classifier;
        this.tokens = settings.tokens == null ? null : new TokenCache(settings.tokens);
        this.rate = settings.rate == 0
                ? null
                : RateLimiter.smoothBuilder(settings.rate, settings.ratePer).build();
        this.backoff = settings.backoff;
        this.maxAttempts = settings.maxAttempts;
        this.maxDuration = settings.maxDuration;
    }

    /**
     * Begins a client.
     *
     * @param userAgent such as {@code tap-hello/1.0}
     */
    public static ApiClientBuilder builder(String userAgent) {
        return new ApiClientBuilder(userAgent);
    }

    /**
     * Sends a request until an answer was read whole.
     *
     * @param reader may run several times; only the last run's result counts
     * @throws RemoteException if the vendor refuses for good, or is still out of reach after the last attempt
     */
    public <T> T fetch(ApiRequest request, PageReader<T> reader) {
        Deadline deadline = new Deadline(maxDuration);
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .handle(RetryLaterException.class)
                .withMaxAttempts(maxAttempts)
                .withMaxDuration(maxDuration)
                .withDelayFn(context -> backoff.before(context.getAttemptCount(), asked(context.getLastException())))
                .onFailedAttempt(event -> warn(request, event))
                .build();
        try {
            return Failsafe.with(policy).get(() -> attempt(request, reader, deadline));
        } catch (RetryLaterException exhausted) {
            throw RemoteException.tryLater(
                    request + " still fails after the last attempt: " + exhausted.getMessage() + "; run again later",
                    exhausted);
        } catch (FailsafeException interrupted) {
            Thread.currentThread().interrupt();
            throw RemoteException.tryLater(request + " was interrupted", interrupted);
        }
    }

    /** The token in use, for a request that is built by hand; fetched if there is none. */
    public Token token() {
        if (tokens == null) {
            throw new IllegalStateException("this client has no token source");
        }
        return tokens.current();
    }

    /** What is under way on other threads breaks off, is not tried again, and is not told. */
    @Override
    public void close() {
        closed = true;
        try {
            transport.close();
        } catch (IOException nothingToSave) {
            throw new UncheckedIOException(nothingToSave);
        }
    }

    private <T> T attempt(ApiRequest request, PageReader<T> reader, Deadline deadline) throws InterruptedException {
        Token token = tokens != null && request.authorized() ? tokens.current() : null;
        Outcome<T> outcome = once(request, token, reader);
        if (outcome.verdict() instanceof Verdict.RefreshToken refused) {
            outcome = tokens != null && token != null
                    ? once(request, tokens.insteadOf(token), reader)
                    : Outcome.failed(Verdict.fatal(refused.why() + "; check the credentials"), outcome.cause());
        }
        return outcome.resultOrThrow(request, deadline.left());
    }

    private <T> Outcome<T> once(ApiRequest request, @Nullable Token token, PageReader<T> reader)
            throws InterruptedException {
        if (rate != null) {
            rate.acquirePermit();
        }
        Exchange exchange = new Exchange(request);
        try {
            return transport.exchange(request, token, response -> {
                exchange.answered(response);
                String body = response.isSuccess()
                        ? ""
                        : new String(response.body().readNBytes(ERROR_BODY_BYTES), StandardCharsets.UTF_8);
                Verdict verdict = classifier.ofResponse(response, body);
                return verdict instanceof Verdict.Ok
                        ? Outcome.of(reader.read(response))
                        : Outcome.failed(verdict, null);
            });
        } catch (IOException failure) {
            exchange.failed();
            return Outcome.failed(
                    closed ? Verdict.fatal("the client was closed") : classifier.ofFailure(failure), failure);
        } finally {
            if (!closed) {
                exchange.report();
            }
        }
    }

    private static Optional<Duration> asked(@Nullable Throwable failure) {
        return failure instanceof RetryLaterException retry ? retry.after() : Optional.empty();
    }

    private void warn(ApiRequest request, ExecutionAttemptedEvent<?> event) {
        Throwable failure = event.getLastException();
        if (failure instanceof RetryLaterException) {
            LOG.warn(
                    "{}: attempt {} of {} failed: {}",
                    request,
                    event.getAttemptCount(),
                    maxAttempts,
                    failure.getMessage());
        }
    }

    /** Measures one exchange for the metrics. */
    private static final class Exchange {
        private final ApiRequest request;
        private final long began = System.nanoTime();
        private String status = "none";
        private boolean succeeded;

        Exchange(ApiRequest request) {
            this.request = request;
        }

        void answered(ApiResponse response) {
            status = Integer.toString(response.status());
            succeeded = response.isSuccess();
        }

        void failed() {
            succeeded = false;
        }

        void report() {
            Metrics.timer(
                    "http_request_duration",
                    Duration.ofNanos(System.nanoTime() - began),
                    Map.of(
                            "endpoint",
                            request.endpoint(),
                            "http_status_code",
                            status,
                            "status",
                            succeeded ? "succeeded" : "failed"));
        }
    }
}
