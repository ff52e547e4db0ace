package bizops.cli.pipeline;

import bizops.cli.pair.LockWatch;
import bizops.singer.error.ExitCode;
import bizops.singer.report.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Waits for steps: looks after the lock and moves the progress meanwhile. Owned by one thread. */
final class Watch {
    private static final long EVERY_MILLIS = 500;

    private final LockWatch lock;
    private final Stop stop;
    private final String task;

    Watch(LockWatch lock, Stop stop, String task) {
        this.lock = lock;
        this.stop = stop;
        this.task = task;
    }

    /** The outcomes, in the order of the steps. */
    List<StepOutcome> await(List<Step> steps, List<Future<StepOutcome>> running) throws InterruptedException {
        List<StepOutcome> outcomes = new ArrayList<>();
        long shown = 0;
        try (Progress progress = Progress.start(task)) {
            for (Future<StepOutcome> one : running) {
                while (true) {
                    try {
                        outcomes.add(one.get(EVERY_MILLIS, TimeUnit.MILLISECONDS));
                        break;
                    } catch (TimeoutException notYet) {
                        shown = show(progress, steps, running, shown);
                        if (lock.isLost()) {
                            stop.stop(ExitCode.TERMINATED);
                        }
                    }
                }
            }
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        }
        return outcomes;
    }

    private static long show(Progress progress, List<Step> steps, List<Future<StepOutcome>> running, long shown) {
        long rows = steps.stream().mapToLong(Step::rowsSoFar).sum();
        progress.add(Math.max(0, rows - shown));
        progress.say(steps.stream()
                .filter(step -> !running.get(steps.indexOf(step)).isDone())
                .map(Step::name)
                .collect(Collectors.joining(", ")));
        return Math.max(rows, shown);
    }
}
