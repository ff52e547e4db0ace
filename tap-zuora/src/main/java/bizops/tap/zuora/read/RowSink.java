package bizops.tap.zuora.read;

import bizops.singer.tap.SyncContext;
import bizops.tap.zuora.convert.Format;
import bizops.tap.zuora.convert.Row;
import bizops.tap.zuora.convert.RowConverter;
import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.file.RowHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the rows of a query's files and remembers the greatest id. Owned by the run's thread. */
final class RowSink implements RowHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RowSink.class);

    private final String object;
    private final List<FieldDescription> asked;
    private final Format format;
    private final SyncContext sync;
    private final Instant asOf;
    private @Nullable RowConverter converter;
    private long rows;
    private long cleaned;
    private @Nullable String lastLive;
    private @Nullable String lastOfAll;

    /** @param asOf when Zuora took the rows' snapshot */
    RowSink(String object, List<FieldDescription> asked, Format format, SyncContext sync, Instant asOf) {
        this.object = object;
        this.asked = asked;
        this.format = format;
        this.sync = sync;
        this.asOf = asOf;
        sync.extractedAt(asOf);
    }

    @Override
    public void header(List<String> names) {
        noteCleaned();
        converter = new RowConverter(object, asked, names, format);
    }

    @Override
    public void row(String[] values) {
        if (converter == null) {
            throw new IllegalStateException("a row before the header");
        }
        Row row = converter.convert(values);
        rows++;
        if (row.values().get(ObjectDescription.ID) instanceof String id) {
            lastOfAll = later(lastOfAll, id);
            lastLive = row.deleted() ? lastLive : later(lastLive, id);
        }
        if (row.deleted()) {
            sync.writeDeleted(row.values(), asOf);
        } else {
            sync.write(row.values());
        }
    }

    long rows() {
        return rows;
    }

    /** The greatest id; deleted rows, which come beside a page, count only where nothing else came. */
    Optional<String> lastId() {
        return Optional.ofNullable(lastLive == null ? lastOfAll : lastLive);
    }

    /** Says what could not be sent as it was. */
    void report() {
        noteCleaned();
        if (cleaned > 0) {
            LOG.warn("stream \"{}\": {} values held U+0000, which was taken out", object, cleaned);
        }
    }

    private void noteCleaned() {
        cleaned += converter == null ? 0 : converter.cleaned();
        converter = null;
    }

    private static String later(@Nullable String one, String other) {
        return one == null || other.compareTo(one) > 0 ? other : one;
    }
}
