package bizops.tap.salesforce;

import bizops.singer.tap.CannotCountException;
import bizops.singer.tap.CountSpan;
import bizops.singer.tap.Totals;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.FieldKind;
import bizops.tap.salesforce.discover.Keys;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.AggregateCall;
import bizops.tap.salesforce.fetch.Chunk;
import bizops.tap.salesforce.fetch.Deletions;
import bizops.tap.salesforce.fetch.RowFeed;
import bizops.tap.salesforce.query.RowQuery;
import bizops.tap.salesforce.query.TotalsQuery;
import bizops.tap.salesforce.query.Window;
import bizops.tap.salesforce.rest.ApiException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts an object by aggregate queries, and names its rows that have changed since. Owned by the run's thread. */
final class ObjectCount {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectCount.class);
    private static final String IS_DELETED = "IsDeleted";
    /** So that the query stays short enough for an address. */
    private static final int SUMS_A_QUERY = 50;

    private final ObjectDescription object;
    private final Keys keys;
    private final SalesforceClient client;

    ObjectCount(ObjectDescription object, Keys keys, SalesforceClient client) {
        this.object = object;
        this.keys = keys;
        this.client = client;
    }

    Totals count(CountSpan span) throws CannotCountException {
        if (object.has(IS_DELETED) && !span.selected().contains(IS_DELETED)) {
            throw new CannotCountException("without the field IsDeleted the rows in the bin cannot be told apart in the"
                    + " warehouse; select it, and read the stream once more");
        }
        List<String> fields = summed(span);
        AggregateCall.Answer first = ask(span, fields.subList(0, Math.min(SUMS_A_QUERY, fields.size())));
        Map<String, BigDecimal> sums = new LinkedHashMap<>(first.sums());
        for (int from = SUMS_A_QUERY; from < fields.size(); from += SUMS_A_QUERY) {
            sums.putAll(ask(span, fields.subList(from, Math.min(from + SUMS_A_QUERY, fields.size())))
                    .sums());
        }
        return new Totals(first.rows(), sums, first.newest());
    }

    /** Rows in the bin come by their new stamp, rows that left it or never went there by getDeleted. */
    Set<String> changed(CountSpan span, int most) {
        Instant since = span.before().orElseThrow();
        Set<String> changed = new LinkedHashSet<>();
        List<FieldDescription> id = object.field(keys.id()).stream().toList();
        RowQuery query = new RowQuery(
                object.name(),
                List.of(keys.id()),
                keys.id(),
                span.replicationKey(),
                Optional.of(Window.from(since)),
                Optional.empty(),
                Optional.empty(),
                false);
        try (RowFeed rows = client.rows(
                object,
                query,
                id,
                (asked, error) -> {
                    throw error;
                },
                Optional.empty())) {
            for (Optional<Chunk> chunk = rows.next();
                    chunk.isPresent() && changed.size() <= most;
                    chunk = rows.next()) {
                chunk.get().rows().forEach(row -> changed.add(String.valueOf(row.get(keys.id()))));
            }
        }
        changed.addAll(deleted(since));
        return changed;
    }

    private Set<String> deleted(Instant since) {
        Set<String> deleted = new LinkedHashSet<>();
        if (!object.replicateable()) {
            return deleted;
        }
        try {
            for (Deletions.Deletion one :
                    client.deletions().since(object.name(), since).deletions()) {
                deleted.add(one.id());
            }
        } catch (ApiException refused) {
            switch (refused.kind()) {
                case QUOTA, SESSION, SESSION_REFUSED, TRANSIENT, UNKNOWN -> throw refused;
                default ->
                    LOG.info("stream \"{}\": deletions cannot be asked for ({})", object.name(), refused.getMessage());
            }
        }
        return deleted;
    }

    private AggregateCall.Answer ask(CountSpan span, List<String> sums) {
        Optional<Window> window = span.before().map(before -> new Window(span.from(), before));
        return client.aggregates()
                .ask(new TotalsQuery(
                        object.name(),
                        keys.id(),
                        span.replicationKey(),
                        window,
                        object.has(IS_DELETED) ? Optional.of(IS_DELETED) : Optional.empty(),
                        sums));
    }

    /**
     * The numbers that are read and that a sum says something about: no formulas, which change without a new stamp, no
     * parts of a location, and in an organisation of several currencies no amounts, which SUM would convert to one.
     */
    private List<String> summed(CountSpan span) {
        boolean severalCurrencies = object.has("CurrencyIsoCode");
        return object.fields().stream()
                .filter(field -> span.selected().contains(field.name()))
                .filter(field -> field.kind() == FieldKind.DECIMAL || field.kind() == FieldKind.INTEGER)
                .filter(field -> field.aggregatable()
                        && !field.calculated()
                        && field.compound().isEmpty())
                .filter(field -> !severalCurrencies || !field.type().equals("currency"))
                .map(FieldDescription::name)
                .toList();
    }
}
