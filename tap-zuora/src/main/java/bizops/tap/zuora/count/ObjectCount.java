package bizops.tap.zuora.count;

import bizops.singer.convert.BadValueException;
import bizops.singer.error.InputException;
import bizops.singer.tap.CountSpan;
import bizops.singer.tap.Totals;
import bizops.tap.zuora.convert.Stamps;
import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.FieldKind;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.job.Statements;
import bizops.tap.zuora.query.CountQuery;
import bizops.tap.zuora.query.Sql;
import bizops.tap.zuora.rest.ApiException;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts one object by Data Query, and names its rows that have changed since. Owned by the run's thread. */
public final class ObjectCount {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectCount.class);
    private static final Pattern NO_COLUMN = Pattern.compile("Column '(\\w+)' cannot be resolved");

    private final ObjectDescription object;
    private final Statements statements;
    private final Stamps stamps;

    /** @param stamps reads moments in the tenant's zone */
    public ObjectCount(ObjectDescription object, Statements statements, Stamps stamps) {
        this.object = object;
        this.statements = statements;
        this.stamps = stamps;
    }

    /** Counts and sums; a field that exports have and Data Query has not is left out. */
    public Totals count(CountSpan span) {
        List<String> fields = new ArrayList<>(summed(span));
        while (true) {
            CountQuery query = new CountQuery(object.name(), span.replicationKey(), span.from(), span.before(), fields);
            try {
                return totals(query, ask(query.totals()));
            } catch (ApiException refused) {
                Matcher named = NO_COLUMN.matcher(refused.getMessage());
                if (!named.find() || !fields.removeIf(field -> Sql.column(field).equals(named.group(1)))) {
                    throw refused;
                }
                LOG.info("stream \"{}\": Data Query has no column {}; it is not summed", object.name(), named.group(1));
            }
        }
    }

    /** The ids of rows stamped since, the deleted ones too. */
    public Set<String> changed(CountSpan span, int most) {
        CountQuery query = new CountQuery(object.name(), span.replicationKey(), span.from(), span.before(), List.of());
        Set<String> ids = new LinkedHashSet<>();
        ask(query.changed(most + 1)).rows().forEach(row -> ids.add(row.getOrDefault("id", "")));
        return ids;
    }

    private Answer ask(String sql) {
        Answer answer = new Answer();
        try {
            statements.run(sql, answer);
        } catch (IOException unreadable) {
            throw new InputException(
                    "stream \"" + object.name() + "\": the answer of Data Query cannot be read: "
                            + unreadable.getMessage() + "; audit again",
                    unreadable);
        }
        return answer;
    }

    private Totals totals(CountQuery query, Answer answer) {
        Map<String, String> row =
                answer.rows().isEmpty() ? Map.of() : answer.rows().get(0);
        Map<String, BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < query.sums().size(); i++) {
            String sum = row.getOrDefault(CountQuery.SUM + i, "");
            sums.put(query.sums().get(i), sum.isEmpty() ? BigDecimal.ZERO : number(sum));
        }
        String newest = row.getOrDefault(CountQuery.NEWEST, "");
        return new Totals(
                number(row.getOrDefault(CountQuery.ROWS, "")).longValueExact(),
                sums,
                newest.isEmpty() ? Optional.empty() : Optional.of(moment(newest)));
    }

    private BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException wrong) {
            throw unreadable("number", wrong);
        }
    }

    private Instant moment(String text) {
        try {
            return stamps.dateTime(text);
        } catch (BadValueException wrong) {
            throw unreadable("date-time", wrong);
        }
    }

    private InputException unreadable(String what, Exception cause) {
        return new InputException(
                "stream \"" + object.name() + "\": Data Query answered no " + what + " where one was asked for; use"
                        + " bizops audit --records",
                cause);
    }

    private List<String> summed(CountSpan span) {
        return object.fields().stream()
                .filter(field -> span.selected().contains(field.name()))
                .filter(field -> field.joined().isEmpty())
                .filter(field -> field.kind() == FieldKind.DECIMAL || field.kind() == FieldKind.INTEGER)
                .map(FieldDescription::name)
                .toList();
    }
}
