package bizops.transform.schema;

import java.util.Locale;

/** What stores the tables. Immutable. */
public enum Engine {
    /** One PostgreSQL server. */
    POSTGRES,
    /** PostgreSQL with the Citus extension: large tables are distributed over servers, the others are on each. */
    CITUS;

    /** The one that the setting {@code engine} names. */
    public static Engine of(String setting) {
        return valueOf(setting.toUpperCase(Locale.ROOT));
    }
}
