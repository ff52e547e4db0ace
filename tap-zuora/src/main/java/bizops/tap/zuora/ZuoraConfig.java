package bizops.tap.zuora;

import bizops.singer.config.Config;
import bizops.tap.zuora.convert.Format;
import bizops.tap.zuora.read.ReadSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The tap's settings, checked. Immutable.
 *
 * @param addresses REST addresses to try in turn; mostly one
 * @param api AQUA, REST or DATA_QUERY
 * @param streams objects to describe; empty for all
 * @param dataQueryStreams tables that only Data Query has
 */
record ZuoraConfig(
        List<URI> addresses,
        Login login,
        Optional<String> entityId,
        String api,
        List<String> streams,
        List<String> dataQueryStreams,
        int queriesPerJob,
        int maxJobs,
        Duration poll,
        Duration jobTimeout,
        ReadSettings read) {

    ZuoraConfig {
        addresses = List.copyOf(addresses);
        streams = List.copyOf(streams);
        dataQueryStreams = List.copyOf(dataQueryStreams);
    }

    /** Reads and checks; every problem is reported at once. */
    static ZuoraConfig of(Config config) {
        SettingsReader settings = new SettingsReader(config);
        List<URI> addresses = settings.addresses();
        Login login = settings.login();
        String api = settings.api();
        Format format = new Format(
                settings.zone(), config.string("decimals").equals("string"), settings.flag("date_fields_as_datetime"));
        ReadSettings read = new ReadSettings(
                Duration.ofSeconds(config.longInteger("settle_seconds")),
                config.integer("page_rows"),
                config.string("deleted").equals("record"),
                settings.lookbacks(),
                settings.refreshes(),
                format);
        List<String> streams = settings.names("streams");
        List<String> dataQueryStreams = settings.names("data_query_streams");
        Duration poll = settings.seconds("poll_interval_seconds");
        settings.throwIfAny();
        settings.noteWhatIsNotNeeded();
        return new ZuoraConfig(
                addresses,
                login,
                settings.optional("entity_id"),
                api,
                streams,
                dataQueryStreams,
                config.integer("queries_per_job"),
                config.integer("max_jobs"),
                poll,
                Duration.ofMinutes(config.longInteger("job_timeout_minutes")),
                read);
    }
}
