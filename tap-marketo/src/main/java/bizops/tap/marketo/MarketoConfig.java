package bizops.tap.marketo;

import bizops.singer.config.Config;
import bizops.singer.config.Secret;
import bizops.tap.marketo.bulk.ExportSettings;
import bizops.tap.marketo.convert.TypeChoices;
import bizops.tap.marketo.rest.DailyQuota;
import bizops.tap.marketo.rest.RestSettings;
import bizops.tap.marketo.window.Lookback;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The tap's settings, checked. Immutable.
 *
 * @param identity where tokens come from, such as {@code https://123-ABC-456.mktorest.com/identity}
 * @param requestRate calls in 20 seconds at most
 * @param requestTimeout how long a request may stay silent; empty for the kit's setting
 * @param largestWindow of one extract
 * @param fullResync how often all leads are read where changes cannot be asked for
 * @param activityTypes of the stream {@code activities}; empty for all
 */
record MarketoConfig(
        URI identity,
        String clientId,
        Secret clientSecret,
        RestSettings rest,
        ExportSettings exports,
        int requestRate,
        Optional<Duration> requestTimeout,
        Lookback lookback,
        Duration largestWindow,
        Duration fullResync,
        List<Integer> activityTypes,
        TypeChoices types) {

    private static final int DEFAULT_DAILY_CALLS = 40_000;
    private static final int DEFAULT_EXPORT_DAYS = 30;
    /** The longest span that Marketo extracts. */
    private static final int MOST_EXPORT_DAYS = 31;

    private static final int DEFAULT_JOB_SECONDS = 10_800;
    private static final int DEFAULT_QUEUED = 4;
    private static final int PLACES_IN_QUEUE = 10;
    private static final int DEFAULT_RATE = 50;
    private static final int MINUTE = 60;
    private static final int RATE_WINDOW = 20;
    private static final int DEFAULT_RESYNC_DAYS = 30;
    private static final int ANY = Integer.MAX_VALUE;

    MarketoConfig {
        activityTypes = List.copyOf(activityTypes);
    }

    /** Reads and checks; every problem is reported at once. */
    static MarketoConfig of(Config config) {
        SettingsReader settings = new SettingsReader(config);
        URI endpoint = settings.endpoint();
        MarketoConfig read = new MarketoConfig(
                settings.identity(endpoint),
                settings.required("client_id"),
                new Secret(settings.required("client_secret")),
                rest(settings, endpoint),
                exports(settings),
                settings.number("request_rate", DEFAULT_RATE, 1, ANY),
                settings.optionalNumber("request_timeout", 0, ANY)
                        .filter(seconds -> seconds > 0)
                        .map(Duration::ofSeconds),
                new Lookback(settings.optionalNumber("lookback", 0, ANY).map(Duration::ofSeconds)),
                Duration.ofDays(settings.number("max_export_days", DEFAULT_EXPORT_DAYS, 1, MOST_EXPORT_DAYS)),
                Duration.ofDays(settings.number("full_resync_days", DEFAULT_RESYNC_DAYS, 1, ANY)),
                settings.numbers("activity_type_ids"),
                new TypeChoices(settings.flag("percent_as_integer"), settings.flag("date_as_date_time")));
        settings.throwIfAny();
        return read;
    }

    private static RestSettings rest(SettingsReader settings, URI endpoint) {
        return new RestSettings(
                endpoint,
                settings.text("user_agent").orElse(""),
                settings.number("max_daily_calls", DEFAULT_DAILY_CALLS, 1, ANY),
                new DailyQuota(settings.text("quota_action").orElse("stop").equals("wait")),
                Duration.ofSeconds(settings.number("rate_limit_wait", RATE_WINDOW, 0, ANY)));
    }

    private static ExportSettings exports(SettingsReader settings) {
        return new ExportSettings(
                Duration.ofSeconds(settings.number("poll_interval", MINUTE, 0, ANY)),
                Duration.ofSeconds(settings.number("job_timeout", DEFAULT_JOB_SECONDS, 1, ANY)),
                settings.number("max_queued_jobs", DEFAULT_QUEUED, 1, PLACES_IN_QUEUE),
                settings.flag("quoted_null_is_null"),
                settings.number("max_bulk_mb_per_day", 0, 0, ANY));
    }
}
