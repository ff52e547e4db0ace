package bizops.tap.salesforce;

import bizops.singer.config.Config;
import bizops.singer.tap.TapContext;
import bizops.tap.salesforce.bulk.BulkSettings;
import bizops.tap.salesforce.settings.LoginSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tap's settings, checked. Immutable.
 *
 * @param login where and with what to log in
 * @param startDate first stamp read where there is no bookmark; empty reads everything
 * @param apiVersion such as {@code v64.0}
 * @param lookback how far before a bookmark rows are read again
 * @param wholeEvery how often every row of incremental streams is read again; empty for never
 * @param bulk when and how Bulk jobs are used
 * @param quotaTotal percent of the day's calls, used by everybody, at which the run stops
 * @param quotaPerRun percent of the day's calls that one run may use
 */
record SalesforceConfig(
        LoginSettings.Checked login,
        Optional<Instant> startDate,
        String apiVersion,
        Duration lookback,
        Optional<Duration> wholeEvery,
        int pageSize,
        List<String> streamsToDiscover,
        boolean selectFieldsByDefault,
        BulkSettings bulk,
        double quotaTotal,
        double quotaPerRun) {

    private static final double DEFAULT_TOTAL = 80;
    private static final double DEFAULT_PER_RUN = 25;
    private static final long DEFAULT_LOOKBACK = 600;

    SalesforceConfig {
        streamsToDiscover = List.copyOf(streamsToDiscover);
    }

    /** Reads and checks; every problem is reported at once. */
    static SalesforceConfig of(TapContext context) {
        Config config = context.config();
        SettingsReader settings = new SettingsReader(config);
        LoginSettings.@Nullable Checked login =
                new LoginSettings(config, context.environment(), settings.problems()).read();
        double total = settings.percent("quota_percent_total", DEFAULT_TOTAL);
        double perRun = settings.percent("quota_percent_per_run", DEFAULT_PER_RUN);
        Duration lookback = settings.seconds("lookback_window", DEFAULT_LOOKBACK);
        boolean selected = settings.flag("select_fields_by_default", true);
        BulkSettings bulk = new BulkReader(config, settings.problems()).read();
        boolean whole = config.has("full_refresh_interval_days");
        if (whole && !config.bool("emit_activate_version_messages")) {
            settings.problems()
                    .add(
                            "'full_refresh_interval_days' needs 'emit_activate_version_messages': set that to true, or take"
                                    + " the interval out");
        }
        settings.throwIfAny();
        String version = config.string("api_version");
        return new SalesforceConfig(
                Objects.requireNonNull(login, "a login without problems"),
                config.optionalInstant("start_date"),
                version.startsWith("v") ? version : "v" + version,
                lookback,
                whole ? Optional.of(Duration.ofDays(config.integer("full_refresh_interval_days"))) : Optional.empty(),
                config.integer("page_size"),
                config.strings("streams_to_discover"),
                selected,
                bulk,
                total,
                perRun);
    }
}
