package bizops.tap.zuora.convert;

import java.time.ZoneId;

/**
 * How records write what files hold. Immutable.
 *
 * @param zone what is meant where a moment has no offset
 * @param decimalsAsText decimals as the text that stood in the file
 * @param datesAsDateTimes days as their midnight in UTC
 */
public record Format(ZoneId zone, boolean decimalsAsText, boolean datesAsDateTimes) {}
