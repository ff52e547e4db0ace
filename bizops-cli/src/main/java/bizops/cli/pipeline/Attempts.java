package bizops.cli.pipeline;

import bizops.cli.project.Policy;
import bizops.singer.error.ExitCode;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import java.io.IOException;
import java.time.Duration;

/** Runs a step, and again where that may help; each attempt is noted. Thread-safe. */
final class Attempts {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final double SPREAD = 0.1;

    private final Policy policy;
    private final Stop stop;
    private final Journal journal;

    Attempts(Policy policy, Stop stop, Journal journal) {
        this.policy = policy;
        this.stop = stop;
        this.journal = journal;
    }

    /** The outcome of the last attempt. */
    StepOutcome run(Step step) {
        try {
            return Failsafe.with(retries(step)).get(context -> {
                stop.begins(step);
                if (stop.signal().isPresent()) {
                    return stopped();
                }
                journal.begins(step.name(), context.getAttemptCount() + 1);
                StepOutcome outcome = outcome(step);
                stop.ends(step);
                journal.ended(step.name(), context.getAttemptCount() + 1, outcome);
                return outcome;
            });
        } catch (FailsafeException failed) {
            if (failed.getCause() instanceof InterruptedException) {
                return stopped();
            }
            throw failed;
        } finally {
            stop.ends(step);
            stop.awakes();
        }
    }

    private static StepOutcome outcome(Step step) throws InterruptedException {
        long start = System.nanoTime();
        try {
            return step.run();
        } catch (IOException refused) {
            return StepOutcome.failed(
                    ExitCode.FAILURE,
                    "a program cannot be run: " + refused.getMessage() + "; correct its path or its first line",
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private RetryPolicy<StepOutcome> retries(Step step) {
        RetryPolicyBuilder<StepOutcome> retries = RetryPolicy.<StepOutcome>builder()
                .handle(NeverThrown.class)
                .handleResultIf(
                        outcome -> outcome.isWorthRetrying() && stop.signal().isEmpty())
                .withMaxRetries(policy.retries())
                .onRetryScheduled(scheduled -> {
                    journal.again(step.name(), scheduled.getDelay());
                    stop.waits();
                });
        if (!policy.retryDelay().isZero()) {
            Duration first = policy.retryDelay().compareTo(LONGEST) < 0 ? policy.retryDelay() : LONGEST.minusMillis(1);
            retries.withBackoff(first, LONGEST).withJitter(SPREAD);
        }
        return retries.build();
    }

    private StepOutcome stopped() {
        return StepOutcome.failed(stop.signal().orElse(ExitCode.TERMINATED), "stopped by a signal", Duration.ZERO);
    }

    /** Failsafe would repeat after any exception, but only outcomes are repeated here. */
    private static final class NeverThrown extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
