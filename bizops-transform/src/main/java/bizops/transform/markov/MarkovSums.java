package bizops.transform.markov;

import bizops.transform.compute.Column;
import bizops.transform.compute.Computation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code marts.markov_sum} from events. Rows in: first those with {@code channel}, {@code share} (null for none) and {@code
 * median_conversion_days}; then those with {@code campaign_id} and its {@code channel}; then an event each, with {@code
 * event_type}, {@code event_day}, {@code n}, {@code value}, {@code margin} and arrays, as text, of its touches: {@code
 * campaigns}, and {@code days} from the event's day on.
 *
 * <p>Weights are integers here, in units of the last decimal, which is ten times as fast as the server's decimals.
 */
public final class MarkovSums implements Computation {

    @Override
    public List<Column> compute(ResultSet rows) throws SQLException {
        Channels channels = new Channels();
        @Nullable EventSums sums = null;
        int eventType = rows.findColumn("event_type");
        while (rows.next()) {
            String type = rows.getString(eventType);
            if (type != null) {
                sums = sums == null ? new EventSums(channels) : sums;
                sums.add(event(type, rows));
            } else if (sums == null) {
                channels.add(
                        rows.getString("campaign_id"),
                        rows.getString("channel"),
                        rows.getBigDecimal("share"),
                        rows.getBigDecimal("median_conversion_days"));
            } else {
                throw new IllegalStateException("channel " + rows.getString("channel") + " comes behind an event");
            }
        }
        return sums == null ? new EventSums(channels).columns() : sums.columns();
    }

    private static Event event(String type, ResultSet rows) throws SQLException {
        Kind kind = Kind.of(type);
        return new Event(
                kind,
                rows.getInt("event_day"),
                rows.getLong("n") > 0,
                kind.isMoney() ? rows.getBigDecimal("value") : BigDecimal.ZERO,
                kind.isMoney() ? rows.getBigDecimal("margin") : null,
                rows.getString("campaigns"),
                ArrayText.integers(rows.getString("days")));
    }
}
