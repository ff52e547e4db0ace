package bizops.transform.markov;

import bizops.transform.compute.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up what model markov gives the touches of events. Owned by one thread. */
final class EventSums {
    private static final int MONEY_DECIMALS = 6;

    private final Channels known;
    private final Shares shares;
    private final SumsByKind sums = new SumsByKind();

    EventSums(Channels known) {
        this.known = known;
        this.shares = known.shares();
    }

    void add(Event event) {
        int[] campaigns = ArrayText.numbered(event.campaigns(), known.campaigns());
        int[] channels = known.of(campaigns);
        Shares.Weights weights = shares.of(channels);
        @Nullable
        BigDecimal[] credits =
                event.kind().isMoney() ? credits(event.value(), weights) : new @Nullable BigDecimal[channels.length];
        SumsByKind.Groups groups = sums.of(event.kind());
        for (int i = 0; i < channels.length; i++) {
            int days = event.days()[i];
            if (event.isWon() && event.isTouched()) {
                groups = sums.of(Kind.ofWon(-days, known.median()));
            }
            if (i == 0 && event.isTouched() && weights.isLinear()) {
                groups.countLinear();
            }
            BigDecimal credit = credits[i];
            groups.add(
                    campaigns[i],
                    channels[i],
                    event.day(),
                    event.day() + days,
                    new SumsByKind.Touch(
                            weights.units()[i], credit, event.isWon() ? profit(credit, event.margin()) : null));
        }
    }

    List<Column> columns() {
        return sums.columns(known.campaigns(), known.names());
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
