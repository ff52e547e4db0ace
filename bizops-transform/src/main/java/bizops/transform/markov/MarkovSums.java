package bizops.transform.markov;

import bizops.transform.compute.Column;
import bizops.transform.compute.Computation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * {@code marts.markov_sum} from events. Rows in: first those with {@code channel}, {@code share} (null for none) and {@code
 * median_conversion_days}; then an event each, with {@code event_type}, {@code event_day}, {@code n}, {@code value}, {@code
 * margin} and arrays, as text, of its touches: {@code campaigns}, {@code channels}, {@code days} from the event's day on.
 *
 * <p>Weights are integers here, in units of the last decimal, which is ten times as fast as the server's decimals.
 */
public final class MarkovSums implements Computation {
    private static final int MONEY_DECIMALS = 6;

    @Override
    public List<Column> compute(Iterable<Record> rows) {
        Map<String, BigDecimal> shares = new HashMap<>();
        @Nullable BigDecimal median = null;
        @Nullable Shares known = null;
        SumsByKind sums = new SumsByKind();
        for (Record row : rows) {
            String channel = row.get("channel", String.class);
            if (channel == null) {
                known = known == null ? new Shares(shares) : known;
                add(sums, row, known, median);
            } else if (known == null) {
                BigDecimal share = row.get("share", BigDecimal.class);
                shares.put(channel, share == null ? BigDecimal.ZERO : share);
                median = row.get("median_conversion_days", BigDecimal.class);
            } else {
                throw new IllegalStateException("channel " + channel + " comes behind an event");
            }
        }
        return sums.columns();
    }

    private static void add(SumsByKind sums, Record row, Shares shares, @Nullable BigDecimal median) {
        String type = row.get("event_type", String.class);
        int eventDay = row.get("event_day", Integer.class);
        boolean isTouched = row.get("n", Long.class) > 0;
        String[] campaigns = ArrayText.strings(row.get("campaigns", String.class));
        String[] channels = ArrayText.strings(row.get("channels", String.class));
        int[] days = ArrayText.integers(row.get("days", String.class));
        Shares.Weights weights = shares.of(channels);
        Kind kind = Kind.of(type);
        @Nullable
        BigDecimal[] credits = kind.isMoney()
                ? credits(row.get("value", BigDecimal.class), weights)
                : new @Nullable BigDecimal[channels.length];
        BigDecimal margin = row.get("margin", BigDecimal.class);
        boolean isWon = type.equals(Kind.WON);
        for (int i = 0; i < channels.length; i++) {
            SumsByKind.Groups groups = sums.of(isWon && isTouched ? Kind.ofWon(-days[i], median) : kind);
            if (i == 0 && isTouched && weights.isLinear()) {
                groups.countLinear();
            }
            BigDecimal credit = credits[i];
            groups.add(
                    campaigns[i],
                    channels[i],
                    eventDay,
                    eventDay + days[i],
                    new SumsByKind.Touch(weights.units()[i], credit, isWon ? profit(credit, margin) : null));
        }
    }

    private static BigDecimal profit(@Nullable BigDecimal credit, @Nullable BigDecimal margin) {
        return credit == null || margin == null ? BigDecimal.ZERO : credit.multiply(margin);
    }

    /** What rounding leaves falls to the touch to which the weights' remainder fell. */
    private static BigDecimal[] credits(BigDecimal value, Shares.Weights weights) {
        BigDecimal[] credits = new BigDecimal[weights.units().length];
        BigDecimal left = value;
        for (int i = 0; i < credits.length; i++) {
            credits[i] = value.multiply(BigDecimal.valueOf(weights.units()[i], Shares.DECIMALS))
                    .setScale(MONEY_DECIMALS, RoundingMode.HALF_UP);
            left = i == weights.top() ? left : left.subtract(credits[i]);
        }
        credits[weights.top()] = left;
        return credits;
    }
}
