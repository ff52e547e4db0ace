package bizops.report.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The filters of a site. The grain is none: it hides nothing. */
public enum Filter {
    PERIOD("month", "Period", false),
    BASIS("basis", "Basis", false),
    MODEL("model", "Model", false),
    CHANNEL("channel", "Channels", true),
    CAMPAIGN("campaign_id", "Campaigns", true),
    SOURCE("lead_source", "Sources", true),
    SEGMENT("segment", "Segments", true),
    OWNER("owner_id", "Owners", true),
    ORGANIZATION("account_id", "Organizations", true);

    private final String dimension;
    private final String title;
    private final boolean many;

    Filter(String dimension, String title, boolean many) {
        this.dimension = dimension;
        this.title = title;
        this.many = many;
    }

    /** The column of a cube that it looks at. */
    public String dimension() {
        return dimension;
    }

    public String title() {
        return title;
    }

    /** Whether any number of values can be chosen, else exactly one. */
    public boolean isMany() {
        return many;
    }

    /** As it stands in files and addresses. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Filter> of(String key) {
        return Arrays.stream(values())
                .filter(filter -> filter.key().equals(key))
                .findFirst();
    }
}
