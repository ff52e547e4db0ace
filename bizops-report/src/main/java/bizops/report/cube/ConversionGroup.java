package bizops.report.cube;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Won opportunities of one first-touch channel, close month and conversion time. Immutable.
 *
 * @param channel of the first eligible touch; {@link Campaign#UNATTRIBUTED} without one
 * @param days from that touch to the close; null without a touch, and then no part of any median
 */
public record ConversionGroup(
        String channel, YearMonth month, @Nullable Integer days, long count) {}
