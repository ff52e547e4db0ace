package bizops.cli.pair;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A tap and a target that run, joined by a pipe of the operating system. Thread-safe. */
final class ProcessPair {
    /** How long a tap may go on when nobody reads it any more, then once more until it is killed. */
    private static final Duration WITHOUT_READER = Duration.ofSeconds(10);
    /** How long both may take to end after a signal; the target itself takes 30 seconds at most. */
    private static final Duration AFTER_SIGNAL = Duration.ofSeconds(60);

    private final Process tap;
    private final Process target;
    private final CompletableFuture<Long> tapEnd;
    private final CompletableFuture<Long> targetEnd;
    private volatile long signalledAt;
    private volatile boolean signalled;

    private ProcessPair(Process tap, Process target) {
        this.tap = tap;
        this.target = target;
        this.tapEnd = tap.onExit().thenApply(ended -> System.nanoTime());
        this.targetEnd = target.onExit().thenApply(ended -> System.nanoTime());
    }

    /** Starts both; what they print on standard error is to be read, and what the target prints. */
    static ProcessPair start(ProcessBuilder tap, ProcessBuilder target) throws IOException {
        tap.redirectInput(Redirect.from(Path.of("/dev/null").toFile()));
        List<Process> both = ProcessBuilder.startPipeline(List.of(tap, target));
        return new ProcessPair(both.get(0), both.get(1));
    }

    Process tap() {
        return tap;
    }

    Process target() {
        return target;
    }

    /** Waits so long for both to end. */
    boolean await(Duration time) throws InterruptedException {
        try {
            CompletableFuture.allOf(tapEnd, targetEnd).get(time.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether the tap was the first to end; both have ended. */
    boolean tapEndedFirst() {
        return tapEnd.join() <= targetEnd.join();
    }

    /** Passes a signal on to both. In a terminal Ctrl-C has reached them already, and a second one would kill them. */
    void signal(ExitCode signal) {
        signalledAt = System.nanoTime();
        signalled = true;
        if (signal == ExitCode.INTERRUPTED && Boolean.getBoolean("bizops.terminal")) {
            return;
        }
        String name = signal == ExitCode.INTERRUPTED ? "INT" : "TERM";
        List<Process> alive = Stream.of(target, tap).filter(Process::isAlive).toList();
        if (!alive.isEmpty()) {
            send(name, alive);
        }
    }

    /** Ends what does not end by itself: a tap without a reader, or either after a signal. */
    void endLate() {
        if (signalled && isOver(signalledAt, AFTER_SIGNAL)) {
            tap.destroyForcibly();
            target.destroyForcibly();
        }
        if (targetEnd.isDone() && tap.isAlive() && isOver(targetEnd.join(), WITHOUT_READER)) {
            tap.destroy();
            if (isOver(targetEnd.join(), WITHOUT_READER.multipliedBy(2))) {
                tap.destroyForcibly();
            }
        }
    }

    private static boolean isOver(long since, Duration patience) {
        return System.nanoTime() - since > patience.toNanos();
    }

    /**
     * Java itself sends SIGTERM only. One command for both: between two, the tap could end and the target after it, as at
     * the end of its input.
     */
    private static void send(String name, List<Process> processes) {
        List<String> command = new ArrayList<>(List.of("kill", "-s", name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        try {
            new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        } catch (IOException noSuchCommand) {
            processes.forEach(Process::destroy);
        }
    }
}
