package bizops.transform.compare;

import java.util.Locale;

/** By what performance is grouped. Immutable. */
public enum Dimension {
    TOTAL("", ""),
    CHANNEL("channel", "channel"),
    CAMPAIGN("campaign_id", "campaign_name");

    private final String key;
    private final String shown;

    Dimension(String key, String shown) {
        this.key = key;
        this.shown = shown;
    }

    /** As it is written. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mart of all time. */
    public String table() {
        return id() + "_performance";
    }

    /** The column that names a group; empty where there is one only. */
    public String key() {
        return key;
    }

    /** The column to show; empty where there is one group only. */
    String shown() {
        return shown;
    }
}
