package bizops.tap.salesforce.fetch;

import bizops.tap.salesforce.convert.RowConverter;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.query.IdRange;
import bizops.tap.salesforce.query.Position;
import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.query.Window;
import bizops.tap.salesforce.rest.ApiException;
import bizops.tap.salesforce.rest.Rest;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All rows of one query, chunk by chunk, through whatever the vendor does meanwhile: a dead session or locator means
 * going on behind the last row, a query that runs too long is halved by time and then by ids, a field that vanished is
 * left out. Owned by one thread.
 */
public final class RowSource implements RowFeed {
    private static final Logger LOG = LoggerFactory.getLogger(RowSource.class);
    /** Restarts, halvings and lost fields in a row without a single row read, before the stream is given up. */
    private static final int MOST_FAILURES = 120;

    private static final int MOST_RESTARTS = 6;
    /** Rows between two positions, so that a resumed run repeats few. */
    private static final int CHUNK = 500;

    private final QueryPages pages;
    private final IdRange everyId;
    private final LostFields lostFields;
    private final Deque<RowQuery> open = new ArrayDeque<>();
    private final Deque<Chunk> ready = new ArrayDeque<>();
    private List<FieldDescription> fields;
    private PageReader reader;
    private RowConverter converter;
    private Optional<String> next = Optional.empty();
    private int failures;
    private int restarts;

    /**
     * Starts before the first row.
     *
     * @param everyId where all ids of the object lie
     * @param fields what the query selects, described
     * @param lostFields describes the object again when the vendor no longer knows a field
     */
    public RowSource(Rest rest, RowQuery query, IdRange everyId, List<FieldDescription> fields, LostFields lostFields) {
        this.pages = new QueryPages(rest);
        this.everyId = everyId;
        this.lostFields = lostFields;
        this.fields = List.copyOf(fields);
        this.converter = new RowConverter(query.object(), query.idField(), fields);
        this.reader = new PageReader(converter);
        open.add(query);
    }

    @Override
    public Optional<Chunk> next() {
        while (ready.isEmpty() && !open.isEmpty()) {
            RowQuery query = open.getFirst();
            try {
                took(query, next.isPresent() ? pages.following(next.get(), reader) : pages.first(query, reader));
            } catch (ApiException error) {
                recover(query, error);
            }
        }
        return Optional.ofNullable(ready.pollFirst());
    }

    @Override
    public long repairedValues() {
        return converter.replacedSurrogates() + converter.notFinite();
    }

    @Override
    public void close() {
        ready.clear();
    }

    private void took(RowQuery query, QueryPage page) {
        failures = 0;
        restarts = page.rows().isEmpty() ? restarts : 0;
        next = page.next();
        open.removeFirst();
        RowQuery read = query;
        List<Map<String, @Nullable Object>> rows = page.rows();
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<Map<String, @Nullable Object>> some = rows.subList(from, Math.min(from + CHUNK, rows.size()));
            Optional<Position> position = position(read, some);
            read = position.map(read::after).orElse(read);
            ready.addLast(new Chunk(some, position, Optional.empty()));
        }
        if (next.isPresent()) {
            open.addFirst(read);
        } else if (open.isEmpty() || !open.getFirst().window().equals(query.window())) {
            ready.addLast(new Chunk(List.of(), Optional.empty(), query.window().map(Window::hi)));
        }
    }

    /**
     * The last row that still stands in the query's order. A row changed since the query began carries a
     * stamp behind the window, and going on from there would skip the rows between.
     */
    private static Optional<Position> position(RowQuery query, List<Map<String, @Nullable Object>> rows) {
        if (!query.sorted()) {
            return Optional.empty();
        }
        for (int i = rows.size() - 1; i >= 0; i--) {
            Map<String, @Nullable Object> row = rows.get(i);
            Optional<Instant> stamp = query.key().map(row::get).map(Instant.class::cast);
            boolean moved = query.window()
                    .filter(window -> stamp.isEmpty() || !stamp.get().isBefore(window.hi()))
                    .isPresent();
            if (!moved) {
                return Optional.of(new Position(stamp, String.valueOf(row.get(query.idField()))));
            }
        }
        return query.after();
    }

    private void recover(RowQuery query, ApiException error) {
        boolean following = next.isPresent();
        next = Optional.empty();
        if (++failures > MOST_FAILURES) {
            throw error;
        }
        switch (error.kind()) {
            case LOCATOR, SESSION -> restart(query, error, following);
            case TOO_MUCH -> halve(query, error);
            case INVALID_FIELD -> leaveOut(error);
            default -> throw error;
        }
    }

    /** The query at the head already goes on behind the last row read, or from its start where rows have no order. */
    private void restart(RowQuery query, ApiException error, boolean following) {
        if (!following || ++restarts > MOST_RESTARTS) {
            throw error;
        }
        LOG.info("stream \"{}\": {}; going on behind the last row read", query.object(), error.getMessage());
    }

    private void halve(RowQuery query, ApiException error) {
        List<RowQuery> parts = parts(query);
        if (parts.isEmpty()) {
            throw error;
        }
        LOG.info("stream \"{}\": {}; reading {} in halves", query.object(), error.getMessage(), span(query));
        open.removeFirst();
        for (int i = parts.size() - 1; i >= 0; i--) {
            open.addFirst(parts.get(i));
        }
    }

    /** By time while there is more than a second, else by ids. What was read already stays left out. */
    private List<RowQuery> parts(RowQuery query) {
        List<RowQuery> parts = new ArrayList<>();
        if (query.ids().isEmpty() && query.window().isPresent()) {
            Window rest = unread(query.window().get(), query.after());
            for (Window half : rest.halves()) {
                parts.add(query.within(half));
            }
        }
        if (parts.isEmpty() && query.idField().equals("Id")) {
            for (IdRange half : query.ids().orElse(everyId).halves()) {
                parts.add(query.within(half));
            }
        }
        return parts;
    }

    private static Window unread(Window window, Optional<Position> after) {
        return after.flatMap(Position::stamp)
                .map(stamp -> Window.between(stamp, window.hi()))
                .orElse(window);
    }

    private void leaveOut(ApiException error) {
        fields = lostFields.remaining(fields, error);
        List<String> names = fields.stream().map(FieldDescription::name).toList();
        List<RowQuery> narrower =
                open.stream().map(query -> query.selecting(names)).toList();
        open.clear();
        open.addAll(narrower);
        RowQuery any = open.getFirst();
        converter = new RowConverter(any.object(), any.idField(), fields);
        reader = new PageReader(converter);
    }

    private static String span(RowQuery query) {
        return query.ids()
                .map(range -> "ids " + range.first() + " to " + range.last())
                .or(() -> query.window().map(Window::toString))
                .orElse("the table");
    }
}
