package bizops.sandbox.company;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The company's sales regions. */
final class Regions {
    private static final Set<String> EMEA = Set.of("Germany", "Türkiye", "United Kingdom", "Poland");
    private static final Set<String> APAC = Set.of("Japan", "Australia");

    private Regions() {}

    static String of(@Nullable String country) {
        return country == null ? "AMER" : EMEA.contains(country) ? "EMEA" : APAC.contains(country) ? "APAC" : "AMER";
    }
}
