package bizops.tap.marketo.programs;

import bizops.singer.catalog.StreamSchema;
import bizops.singer.error.InputException;
import bizops.singer.tap.SyncContext;
import bizops.tap.marketo.assets.AssetPages;
import bizops.tap.marketo.bulk.ExportKind;
import bizops.tap.marketo.bulk.ExportRequest;
import bizops.tap.marketo.bulk.Exports;
import bizops.tap.marketo.convert.CellReader;
import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.Stamps;
import bizops.tap.marketo.discover.FieldSet;
import bizops.tap.marketo.rest.ErrorKind;
import bizops.tap.marketo.rest.MarketoException;
import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.stream.WindowStream;
import bizops.tap.marketo.window.ExportSeries;
import bizops.tap.marketo.window.Lookback;
import bizops.tap.marketo.window.Position;
import bizops.tap.marketo.window.Requests;
import bizops.tap.marketo.window.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who takes part in which program and how far they came, in bulk, ten programs a job. Owned by the run's thread. */
public final class MemberStream implements WindowStream {
    private static final Logger LOG = LoggerFactory.getLogger(MemberStream.class);
    /** One window for all time. */
    private static final Duration EVER = Duration.ofDays(100_000);

    private static final String PROGRAM = "programId";
    private static final String LEAD = "leadId";
    private static final String UPDATED = "updatedAt";
    private static final int PROGRAMS_PER_JOB = 10;

    private final Rest rest;
    private final Exports exports;
    private final FieldSet fields;
    private final Lookback lookback;
    private final Duration largestWindow;

    public MemberStream(Rest rest, Exports exports, FieldSet fields, Lookback lookback, Duration largestWindow) {
        this.rest = rest;
        this.exports = exports;
        this.fields = fields;
        this.lookback = lookback;
        this.largestWindow = largestWindow;
    }

    @Override
    public String id() {
        return "program_members";
    }

    @Override
    public StreamSchema schema() {
        return fields.schema()
                .field(PROGRAM, FieldType.INTEGER.schema())
                .field(LEAD, FieldType.INTEGER.schema())
                .field(UPDATED, FieldType.DATE_TIME.schema());
    }

    @Override
    public List<String> key() {
        return List.of(LEAD, PROGRAM);
    }

    @Override
    public List<String> replicationKeys() {
        return List.of(UPDATED);
    }

    @Override
    public void read(SyncContext sync) throws Exception {
        Position position = Position.of(sync);
        Instant now = rest.now();
        List<String> wanted = wanted(sync);
        List<Batch> batches = batches();
        Span span = Span.of(sync, position, lookback, now);
        try {
            extract(
                    sync,
                    position,
                    span,
                    largestWindow,
                    window -> requests(madeBy(window.end(), batches), wanted, window.filter(UPDATED)));
        } catch (MarketoException refused) {
            if (refused.kind() != ErrorKind.FILTER_UNSUPPORTED) {
                throw refused;
            }
            LOG.warn("this subscription cannot extract members by updatedAt (1035); all members are read each time");
            extract(sync, position, span, EVER, window -> requests(batches, wanted, Map.of()));
        }
        position.advanceTo(span.limit());
    }

    private void extract(SyncContext sync, Position position, Span span, Duration size, Requests requests)
            throws Exception {
        try (ExportSeries series = new ExportSeries(id(), exports, requests, span, size, position.jobs(), rest.now())) {
            series.join(position).readAll(file -> {
                CellReader reader = new CellReader(id(), file.columns(), types());
                file.read(cells -> sync.write(reader.row(cells)));
            });
        }
    }

    /** Programs of one job. {@code since}: when the first of them was made, before which none has members. */
    private record Batch(List<Long> programs, Instant since) {}

    private static List<Batch> madeBy(Instant end, List<Batch> batches) {
        return batches.stream().filter(batch -> !batch.since().isAfter(end)).toList();
    }

    private static List<ExportRequest> requests(List<Batch> batches, List<String> wanted, Map<String, Object> changed) {
        return batches.stream()
                .map(batch -> {
                    Map<String, Object> filter = new LinkedHashMap<>();
                    filter.put("programIds", batch.programs());
                    filter.putAll(changed);
                    return new ExportRequest(ExportKind.MEMBERS, wanted, filter);
                })
                .toList();
    }

    /** The fields to ask for; the file names the program by itself. */
    private List<String> wanted(SyncContext sync) {
        List<String> wanted = new ArrayList<>(List.of(LEAD));
        for (String field : fields.known(sync.selected())) {
            if (!field.equals(PROGRAM) && !field.equals(LEAD)) {
                wanted.add(field);
            }
        }
        return wanted;
    }

    private Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>(fields.types());
        types.put(PROGRAM, FieldType.INTEGER);
        types.put(LEAD, FieldType.INTEGER);
        types.put(UPDATED, FieldType.DATE_TIME);
        return types;
    }

    /** All programs by id, so that new ones come last and the jobs of the others stay the same. */
    private List<Batch> batches() {
        TreeMap<Long, Instant> made = new TreeMap<>();
        new AssetPages(rest, "/rest/asset/v1/programs.json", Map.of()).read(json -> made.put(id(json), madeAt(json)));
        List<Long> sorted = List.copyOf(made.keySet());
        List<Batch> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += PROGRAMS_PER_JOB) {
            List<Long> ids = sorted.subList(from, Math.min(from + PROGRAMS_PER_JOB, sorted.size()));
            Instant since = Collections.min(
                    made.subMap(ids.get(0), true, ids.get(ids.size() - 1), true).values());
            batches.add(new Batch(ids, since));
        }
        return batches;
    }

    private static Instant madeAt(Map<String, @Nullable Object> program) {
        try {
            return program.get("createdAt") instanceof String made ? Stamps.parse(made) : Span.BEGINNING;
        } catch (DateTimeException unknown) {
            return Span.BEGINNING;
        }
    }

    private long id(Map<String, @Nullable Object> program) {
        if (program.get("id") instanceof Number id) {
            return id.longValue();
        }
        throw new InputException("stream \"" + id() + "\": a program has no id");
    }
}
