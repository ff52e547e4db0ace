package bizops.tap.salesforce.bulk;

import bizops.singer.task.Background;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Downloads a few pages ahead, side by side, and hands them out in order. Owned by one thread. */
final class PageQueue implements AutoCloseable {
    /** Fewer than the five long calls that a developer organisation allows at a time. */
    private static final int AHEAD = 3;

    private final Supplier<Optional<String>> paths;
    private final Function<String, ResultPage> download;
    private final Deque<Background<ResultPage>> under = new ArrayDeque<>();

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
            path.ifPresent(
                    at -> under.addLast(Background.begin("bulk-page", () -> download.apply(at), ResultPage::close)));
            more = path.isPresent();
        }
        return under.isEmpty()
                ? Optional.empty()
                : Optional.of(under.removeFirst().result());
    }

    /** Pages that nobody took are thrown away. */
    @Override
    public void close() {
        under.forEach(Background::abandon);
        under.clear();
    }
}
