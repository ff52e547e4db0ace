package bizops.tap.salesforce.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The use of the day's API calls as the header {@code Sforce-Limit-Info} tells it, approximately. Immutable.
 *
 * @param used calls of the whole organisation in the last 24 hours
 */
public record LimitInfo(long used, long allowed) {
    /** Searched, not matched: a second form appends {@code ; per-app-api-usage=17/250(appName=my-app)}. */
    private static final Pattern API_USAGE = Pattern.compile("(?<![A-Za-z-])api-usage=(\\d{1,18})/(\\d{1,18})");

    /** Reads the header; empty when it does not tell. */
    public static Optional<LimitInfo> parse(String header) {
        Matcher usage = API_USAGE.matcher(header);
        return usage.find()
                ? Optional.of(new LimitInfo(Long.parseLong(usage.group(1)), Long.parseLong(usage.group(2))))
                : Optional.empty();
    }
}
