package bizops.tap.zuora.read;

import bizops.singer.catalog.ReplicationMethod;
import bizops.singer.state.ReplicationValue;
import bizops.singer.tap.SyncContext;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.read.ReadSettings.Lookback;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what a run reads of a stream: what an interrupted run left, else the whole object where there is no bookmark,
 * else the window since the bookmark, and beside it the whole object where a window cannot be enough. Used once.
 */
final class ReadPlan {
    private static final Logger LOG = LoggerFactory.getLogger(ReadPlan.class);
    /** How long Zuora remembers deleted rows. */
    private static final Duration DELETED_KEPT = Duration.ofDays(30);

    private final ObjectDescription object;
    private final SyncContext sync;
    private final ReadSettings settings;
    private final List<String> asked;
    private final boolean deletions;
    private final List<Part> parts = new ArrayList<>();
    private StreamPosition position;
    private boolean deletionsLost;

    ReadPlan(
            ObjectDescription object,
            SyncContext sync,
            ReadSettings settings,
            StreamPosition position,
            List<String> asked,
            boolean deletions) {
        this.object = object;
        this.sync = sync;
        this.settings = settings;
        this.position = position;
        this.asked = asked;
        this.deletions = deletions;
    }

    /** Plans by Zuora's clock, and answers the position that the state has from the first job on. */
    StreamPosition position(Instant now) {
        Optional<Instant> bookmark = sync.bookmark().at().map(ReplicationValue::instant);
        if (sync.method() == ReplicationMethod.FULL_TABLE || bookmark.isEmpty()) {
            Optional<Instant> since =
                    sync.method() == ReplicationMethod.FULL_TABLE ? Optional.empty() : sync.startDate();
            add(position.whole()
                    .filter(half -> half.from().equals(since))
                    .orElseGet(() -> Part.whole(since, now, settings.pageRows())));
            position = new StreamPosition(
                    Optional.empty(),
                    position.whole(),
                    position.memory().refreshed(now).lookedBack(now));
            return position;
        }
        Optional<Part> unfinished = position.window();
        if (unfinished.isPresent()) {
            add(unfinished.get());
        } else {
            window(bookmark.get(), now);
        }
        if (position.whole().isPresent()) {
            add(position.whole().get());
        } else {
            reasonForAll(bookmark.get(), now).ifPresent(why -> {
                LOG.info("stream \"{}\": all rows are read again: {}", object.name(), why);
                add(Part.whole(sync.startDate(), now, settings.pageRows()));
                position = position.with(position.memory().refreshed(now));
            });
        }
        return position;
    }

    /** Whether rows were deleted that no window tells any more. */
    boolean deletionsLost() {
        return deletionsLost;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }

    private void window(Instant bookmark, Instant now) {
        Instant start = bookmark.minus(settings.settle());
        Lookback lookback = settings.lookbacks().get(object.name());
        if (lookback != null && due(position.memory().lookedBackAt(), lookback.every(), now)) {
            Instant further = now.minus(lookback.back());
            start = further.isBefore(start) ? further : start;
            position = position.with(position.memory().lookedBack(now));
        }
        Instant begin = sync.startDate().filter(start::isBefore).orElse(start);
        if (begin.isBefore(now)) {
            add(Part.window(begin, now));
        } else {
            LOG.info("stream \"{}\": its bookmark is ahead of Zuora's clock, {}; left alone", object.name(), now);
        }
    }

    private Optional<String> reasonForAll(Instant bookmark, Instant now) {
        if (deletions && bookmark.plus(DELETED_KEPT).isBefore(now)) {
            deletionsLost = true;
            return Optional.of("its bookmark is older than the 30 days for which Zuora remembers deleted rows");
        }
        if (sync.position().get("file_ids") instanceof Collection<?> files && !files.isEmpty()) {
            return Optional.of(
                    "another tap left it in the middle of its files, with a bookmark beyond rows not yet read");
        }
        List<String> known = position.memory().fields().orElse(asked);
        List<String> grown =
                asked.stream().filter(name -> !known.contains(name)).toList();
        if (!grown.isEmpty()) {
            return Optional.of("new fields: " + String.join(", ", grown));
        }
        Duration every = settings.refreshes().get(object.name());
        return every != null && due(position.memory().refreshedAt(), every, now)
                ? Optional.of("some of its fields change without a new stamp")
                : Optional.empty();
    }

    private static boolean due(Optional<Instant> last, Duration every, Instant now) {
        return last.map(at -> !at.plus(every).isAfter(now)).orElse(true);
    }

    private void add(Part part) {
        parts.add(part);
        position = position.with(part);
    }
}
