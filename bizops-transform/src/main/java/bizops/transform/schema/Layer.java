package bizops.transform.schema;

import java.util.Locale;

/** The layers that a build publishes, each a schema; in the order in which data flows. Immutable. */
public enum Layer {
    STAGING,
    CORE,
    MARTS;

    /** The name by which models call it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
