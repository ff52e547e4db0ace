package bizops.report.drive;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Settings drawn at random out of what a page offers. The same seed gives the same settings. Owned by one thread. */
final class Settings {
    private final Offer offer;
    private final Random random;

    Settings(Offer offer, long seed) {
        this.offer = offer;
        this.random = new Random(seed);
    }

    Setting next() {
        Map<String, List<@Nullable String>> chosen = new LinkedHashMap<>();
        offer.single().forEach((filter, keys) -> {
            List<@Nullable String> one = new ArrayList<>();
            if (!keys.isEmpty()) {
                one.add(keys.get(random.nextInt(keys.size())));
                chosen.put(filter, one);
            }
        });
        offer.many().forEach((filter, keys) -> {
            if (random.nextInt(3) == 0) {
                List<@Nullable String> some = new ArrayList<>();
                keys.stream().filter(key -> random.nextInt(3) > 0).forEach(some::add);
                chosen.put(filter, some);
            }
        });
        String grain = List.of("month", "quarter", "year").get(random.nextInt(3));
        List<YearMonth> months = offer.months();
        if (!offer.hasPeriod() || months.isEmpty() || random.nextInt(4) == 0) {
            return new Setting(null, null, grain, chosen);
        }
        YearMonth one = months.get(random.nextInt(months.size()));
        YearMonth other = months.get(random.nextInt(months.size()));
        return one.isBefore(other) ? new Setting(one, other, grain, chosen) : new Setting(other, one, grain, chosen);
    }
}
