package bizops.sandbox.zuora.rest;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What kind of tenant it is; a test may change it at any time. Owned by the company's lock. */
public final class Settings {
    private ZoneId zone = ZoneId.of("America/New_York");
    private final Set<String> features = new HashSet<>();

    /** The tenant's zone: of literals without an offset and of files that are not asked for in UTC. */
    public ZoneId zone() {
        return zone;
    }

    public void setZone(ZoneId newZone) {
        zone = newZone;
    }

    /** Switches on an object that not every tenant has, such as {@code CreditMemo}. */
    public void enable(String object) {
        features.add(object.toLowerCase(Locale.ROOT));
    }

    boolean has(String object) {
        return features.contains(object.toLowerCase(Locale.ROOT));
    }
}
