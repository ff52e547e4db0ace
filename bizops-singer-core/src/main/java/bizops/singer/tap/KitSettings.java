package bizops.singer.tap;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.config.SettingsSchema;
import bizops.singer.rules.ColumnRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The settings that every tap has. Immutable. */
record KitSettings(
        Optional<Instant> startDate,
        int stateEveryRecords,
        Duration stateEvery,
        boolean activateVersions,
        boolean continueOnStreamError,
        ColumnRules columnRules) {

    /** A tap's own settings with the kit's added. */
    static SettingsSchema addTo(SettingsSchema own) {
        return own.and(SettingsSchema.load(KitSettings.class, "kit.settings.schema.json"));
    }

    static KitSettings of(Config config) {
        Problems problems = new Problems();
        ColumnRules columnRules = ColumnRules.of(config, problems);
        problems.throwIfAny();
        return new KitSettings(
                config.optionalInstant("start_date"),
                config.integer("state_every_records"),
                Duration.ofSeconds(config.integer("state_every_seconds")),
                config.bool("emit_activate_version_messages"),
                config.string("on_stream_error").equals("continue"),
                columnRules);
    }
}
