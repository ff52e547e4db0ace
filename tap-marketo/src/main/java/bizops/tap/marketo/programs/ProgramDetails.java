package bizops.tap.marketo.programs;

import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.assets.AssetPages;
import bizops.tap.marketo.convert.Stamps;
import bizops.tap.marketo.rest.ErrorKind;
import bizops.tap.marketo.rest.MarketoException;
import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.window.Lookback;
import bizops.tap.marketo.window.Position;
import bizops.tap.marketo.window.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Costs and tags, which a program tells only when asked for alone: one call for each program that changed, and for each
 * program once a week, for an edited cost may leave {@code updatedAt} alone. Costs and tags have no id, so that one whose
 * note or type was edited is another row; what comes once a week comes under a version, with which the row before goes.
 * Both streams share the calls. Owned by the run's thread.
 */
public final class ProgramDetails {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramDetails.class);
    private static final String FULL_AT = "all_read_at";
    private static final Duration ALL_AFTER = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Lookback AN_HOUR = new Lookback(Optional.of(Duration.ofHours(1)));

    private final Rest rest;
    private final Map<Object, Map<String, @Nullable Object>> known = new HashMap<>();

    public ProgramDetails(Rest rest) {
        this.rest = rest;
    }

    /** Takes one program with its tags and costs. */
    interface Sink {
        void program(Map<String, @Nullable Object> json);
    }

    /** Hands over what changed since the stream's last run, or every program once a week, and moves the bookmark. */
    void read(SyncContext sync, Sink sink) {
        Position position = Position.of(sync, FULL_AT);
        Instant now = rest.now();
        Span span = Span.whole(sync, position, AN_HOUR, now);
        boolean all = position.instant(FULL_AT)
                .map(at -> !at.plus(ALL_AFTER).isAfter(now))
                .orElse(true);
        if (all) {
            resend(sync);
        }
        Map<Object, Map<String, @Nullable Object>> programs = new LinkedHashMap<>();
        new AssetPages(rest, "/rest/asset/v1/programs.json", filter(span, now, all))
                .read(json -> Optional.ofNullable(json.get("id")).ifPresent(id -> programs.put(id, Map.of())));
        LOG.info("{} programs are asked for their costs and tags", programs.size());
        for (Object id : programs.keySet()) {
            detail(id).ifPresent(sink::program);
            position.save();
        }
        if (all) {
            position.mark(FULL_AT, now);
        }
        position.advanceTo(span.limit());
    }

    /** A pass that was broken off begins again, so its version does too. */
    private static void resend(SyncContext sync) {
        sync.savePosition(Map.of());
        if (!sync.resendAll() && sync.bookmark().at().isPresent()) {
            LOG.warn("costs and tags that were replaced since the last run stay in the warehouse, for"
                    + " emit_activate_version_messages is off");
        }
    }

    private static Map<String, String> filter(Span span, Instant now, boolean all) {
        Instant since = all ? Span.BEGINNING : span.start();
        return Map.of("earliestUpdatedAt", Stamps.format(since), "latestUpdatedAt", Stamps.format(now.plus(AHEAD)));
    }

    private Optional<Map<String, @Nullable Object>> detail(Object id) {
        if (!known.containsKey(id)) {
            try {
                known.put(
                        id,
                        rest.get("/rest/asset/v1/program/" + id + ".json", Map.of())
                                .first()
                                .map(ProgramDetails::lean)
                                .orElse(Map.of()));
            } catch (MarketoException refused) {
                if (refused.kind() != ErrorKind.GONE) {
                    throw refused;
                }
                known.put(id, Map.of());
            }
        }
        return Optional.ofNullable(known.get(id)).filter(program -> !program.isEmpty());
    }

    /** What the streams need of it, so that thousands of programs fit into memory. */
    private static Map<String, @Nullable Object> lean(Map<String, @Nullable Object> json) {
        Map<String, @Nullable Object> lean = new LinkedHashMap<>();
        List.of("id", "updatedAt", "tags", "costs").forEach(name -> lean.put(name, json.get(name)));
        return lean;
    }
}
