package bizops.tap.salesforce.bulk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/** Downloads a few pages ahead, side by side, and hands them out in order. Owned by one thread. */
final class PageQueue implements AutoCloseable {
    /** Fewer than the five long calls that a developer organisation allows at a time. */
    private static final int AHEAD = 3;

    private final Supplier<Optional<String>> paths;
    private final Function<String, ResultPage> download;
    private final Deque<Future<ResultPage>> under = new ArrayDeque<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(AHEAD, PageQueue::thread);

    /** @param paths the next page's path, empty when there is none; asked on the owner's thread */
    PageQueue(Supplier<Optional<String>> paths, Function<String, ResultPage> download) {
        this.paths = paths;
        this.download = download;
    }

    /** The next page, or empty behind the last one. */
    Optional<ResultPage> next() {
        boolean more = true;
        while (more && under.size() < AHEAD) {
            Optional<String> path = paths.get();
            path.ifPresent(at -> under.addLast(threads.submit(() -> download.apply(at))));
            more = path.isPresent();
        }
        return under.isEmpty() ? Optional.empty() : Optional.of(result(under.removeFirst()));
    }

    /** Pages that nobody took are thrown away. */
    @Override
    public void close() {
        threads.shutdownNow();
        for (Future<ResultPage> page : under) {
            if (!page.cancel(true) && page.isDone()) {
                discard(page);
            }
        }
        under.clear();
    }

    private static void discard(Future<ResultPage> page) {
        try {
            page.get().close();
        } catch (ExecutionException failed) {
            return; // a download that failed has closed its file
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static ResultPage result(Future<ResultPage> page) {
        try {
            return page.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            if (failed.getCause() instanceof Error fatal) {
                throw fatal;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was downloaded", interrupted);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bulk-page");
        thread.setDaemon(true);
        return thread;
    }
}
