package bizops.tap.zuora.read;

import bizops.tap.zuora.convert.Format;
import java.time.Duration;
import java.util.Map;

/**
 * How streams are read. Immutable.
 *
 * @param settle how far before a bookmark a window begins: transactions may commit that late
 * @param pageRows rows of a page by id
 * @param deletions whether deleted rows are asked for
 * @param lookbacks by stream: how often to read how far back
 * @param refreshes by stream: how often to read all of it again
 */
public record ReadSettings(
        Duration settle,
        int pageRows,
        boolean deletions,
        Map<String, Lookback> lookbacks,
        Map<String, Duration> refreshes,
        Format format) {

    /** Once in {@code every}, a window begins {@code back} before its end. */
    public record Lookback(Duration every, Duration back) {}

    public ReadSettings {
        lookbacks = Map.copyOf(lookbacks);
        refreshes = Map.copyOf(refreshes);
    }
}
