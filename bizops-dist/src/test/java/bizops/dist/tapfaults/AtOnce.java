package bizops.dist.tapfaults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The same done for several, each on a thread of its own. */
final class AtOnce {
    private AtOnce() {}

    /** What is done for one. */
    @FunctionalInterface
    interface Step<T> {
        void of(T one) throws Exception;
    }

    /** Returns when all are done; an error is that of the first, in their order, that has one. */
    static <T> void each(List<T> all, Step<T> step) throws Exception {
        if (all.isEmpty()) {
            return;
        }
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        List<Future<?>> running = new ArrayList<>();
        for (T one : all) {
            running.add(threads.submit(() -> {
                step.of(one);
                return one;
            }));
        }
        threads.shutdown();
        Throwable failed = null;
        for (Future<?> each : running) {
            try {
                each.get();
            } catch (ExecutionException failure) {
                failed = failed == null ? failure.getCause() : failed;
            }
        }
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed != null) {
            throw (Exception) failed;
        }
    }
}
