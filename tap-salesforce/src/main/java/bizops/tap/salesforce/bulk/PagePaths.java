package bizops.tap.salesforce.bulk;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths of a complete job's pages in order, five told by one call. Owned by one thread. */
final class PagePaths implements Supplier<Optional<String>> {
    private static final Pattern LOCATOR = Pattern.compile("[?&]locator=([^&]*)");

    private final JobApi api;
    private final Deque<String> told = new ArrayDeque<>();
    private Optional<String> more;

    PagePaths(JobApi api, String job) {
        this.api = api;
        this.more = Optional.empty();
        take(api.pagesOf(job));
    }

    /** Leaves out all pages before that of {@code locator}; false if there is none with it. */
    boolean goOnAt(String locator) {
        for (Optional<String> path = next(false); path.isPresent(); path = next(false)) {
            if (locator(path.get()).equals(locator)) {
                return true;
            }
            told.removeFirst();
        }
        return false;
    }

    @Override
    public Optional<String> get() {
        return next(true);
    }

    private Optional<String> next(boolean remove) {
        while (told.isEmpty() && more.isPresent()) {
            take(api.pagesAt(more.get()));
        }
        return Optional.ofNullable(remove ? told.pollFirst() : told.peekFirst());
    }

    private void take(JobApi.PageList list) {
        list.pages().forEach(page -> told.addLast(local(page)));
        more = list.next().map(PagePaths::local);
    }

    /** Only the path is followed: the session's token goes to the session's server alone. */
    private static String local(String url) {
        URI uri = URI.create(url);
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    private static String locator(String path) {
        Matcher locator = LOCATOR.matcher(path);
        return locator.find() ? URLDecoder.decode(locator.group(1), StandardCharsets.UTF_8) : "";
    }
}
