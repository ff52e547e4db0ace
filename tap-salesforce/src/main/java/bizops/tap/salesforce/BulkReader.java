package bizops.tap.salesforce;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.tap.salesforce.bulk.BulkSettings;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** Reads the settings of Bulk jobs. Owned by one thread. */
final class BulkReader {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    private final Config config;
    private final Problems problems;

    BulkReader(Config config, Problems problems) {
        this.config = config;
        this.problems = problems;
    }

    BulkSettings read() {
        return new BulkSettings(
                api(),
                config.longInteger("bulk_min_rows"),
                Duration.ofMillis(new BigDecimal(config.string("bulk_poll_seconds"))
                        .multiply(MILLIS)
                        .longValue()),
                Duration.ofSeconds(config.longInteger("bulk_timeout_seconds")),
                config.integer("chunk_size"));
    }

    private BulkSettings.Api api() {
        String text = config.optionalString("api_type").orElse("").strip().toUpperCase(Locale.ROOT);
        try {
            return text.isEmpty() ? BulkSettings.Api.AUTO : BulkSettings.Api.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            problems.add("'api_type' must be AUTO, REST, BULK2 or BULK, got \"" + text + "\"");
            return BulkSettings.Api.AUTO;
        }
    }
}
