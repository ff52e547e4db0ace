package bizops.cli.pipeline;

import bizops.singer.error.ExitCode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ends a run early: passes a signal to the steps that run, wakes those that wait for their next attempt. Thread-safe. */
final class Stop {
    private final Set<Step> running = new HashSet<>();
    private final Set<Thread> waiting = new HashSet<>();
    private @Nullable ExitCode signal;

    /** Ends everything that runs, and what begins from now on. */
    synchronized void stop(ExitCode code) {
        signal = code;
        running.forEach(step -> step.stop(code));
        waiting.forEach(Thread::interrupt);
    }

    synchronized Optional<ExitCode> signal() {
        return Optional.ofNullable(signal);
    }

    /** A step begins an attempt on this thread. */
    synchronized void begins(Step step) {
        if (waiting.remove(Thread.currentThread())) {
            boolean unused = Thread.interrupted();
        }
        running.add(step);
        if (signal != null) {
            step.stop(signal);
        }
    }

    synchronized void ends(Step step) {
        running.remove(step);
    }

    /** This thread is about to wait. */
    synchronized void waits() {
        waiting.add(Thread.currentThread());
        if (signal != null) {
            Thread.currentThread().interrupt();
        }
    }

    /** This thread waits no longer. */
    synchronized void awakes() {
        if (waiting.remove(Thread.currentThread())) {
            boolean unused = Thread.interrupted();
        }
    }
}
