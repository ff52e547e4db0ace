package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.error.ConfigException;
import bizops.singer.warehouse.tls.Tls;
import bizops.target.batch.BatchLimits;
import bizops.target.connect.ConnectionSettings;
import bizops.target.files.Manifest;
import bizops.target.load.LoadSettings;
import bizops.target.load.StateSettings;
import bizops.target.merge.Removal;
import bizops.target.reject.RejectedTable;
import bizops.target.reshape.Reshaping;
import bizops.target.table.StreamTables;
import java.time.Duration;
import java.util.Optional;

/** All settings, each concern its own record. Immutable. */
record TargetSettings(
        ConnectionSettings connection,
        BatchLimits limits,
        IntakeSettings intake,
        LoadSettings load,
        SqlSettings sql,
        int maxMessageBytes) {

    /**
     * Checks and reads them.
     *
     * @param runId names this run in what it writes
     * @param tapState what the tap was given as its state, if that is known
     */
    static TargetSettings of(Config config, String program, String runId, Optional<String> tapState) {
        Problems problems = new Problems();
        UnsupportedSettings.check(config, problems);
        TableSettings tables = TableSettings.of(config, problems);
        Reshaping reshaping = ReshapingSettings.of(config, problems);
        Manifest manifest = BatchSettings.manifest(config, problems);
        BadRecords badRecords = BadRecords.of(config, tables.streams().own(RejectedTable.NAME), runId, problems);
        Optional<StateSettings> state = config.optionalString("state_id").map(id -> new StateSettings(id, tapState));
        if (tapState.isPresent() && state.isEmpty()) {
            problems.add("--tap-state is for a state that is kept in the database: set 'state_id' too");
        }
        SqlSettings sql = SqlSettings.of(config, problems);
        Tls tls = Tls.of(config, problems);
        problems.throwIfAny();
        return new TargetSettings(
                connection(config, program, tls),
                new BatchLimits(
                        config.integer("batch_size_rows"),
                        config.longInteger("batch_size_bytes"),
                        Duration.ofSeconds(config.integer("batch_wait_limit_seconds")),
                        Duration.ofSeconds(config.integer("state_flush_seconds"))),
                intake(config, tables.streams(), reshaping, manifest, badRecords),
                new LoadSettings(
                        config.bool("add_record_metadata"),
                        overwrites(config),
                        tables.rules(),
                        new Removal(
                                config.bool("hard_delete") || overwrites(config),
                                config.bool("allow_empty_activation")),
                        state,
                        runId,
                        System.currentTimeMillis()),
                sql,
                config.integer("max_message_bytes"));
    }

    private static ConnectionSettings connection(Config config, String program, Tls tls) {
        return new ConnectionSettings(
                config.string("host"),
                config.integer("port"),
                config.string("database"),
                config.string("user"),
                config.optionalSecret("password"),
                config.optionalString("application_name").orElse(program),
                tls,
                Duration.ofSeconds(config.integer("retry_seconds")));
    }

    private static IntakeSettings intake(
            Config config, StreamTables tables, Reshaping reshaping, Manifest manifest, BadRecords badRecords) {
        return new IntakeSettings(
                InputLimits.of(config),
                tables,
                config.optionalString("load_method").orElse("upsert").equals("append-only"),
                config.bool("primary_key_required"),
                config.bool("validate_records"),
                config.bool("process_activate_version_messages"),
                config.string("absent_fields").equals("keep"),
                overwrites(config),
                config.bool("interpret_content_encoding"),
                reshaping,
                manifest,
                badRecords);
    }

    private static boolean overwrites(Config config) {
        return config.optionalString("load_method").filter("overwrite"::equals).isPresent();
    }

    /**
     * As they are to replay rejected records: these were reshaped when they first came, and no STATE covers them.
     *
     * @throws ConfigException if the settings replace whole tables
     */
    TargetSettings forReplay() {
        if (load.overwrite()) {
            throw new ConfigException(
                    "--replay-rejected adds to tables, and load_method is overwrite; set it to upsert for the replay");
        }
        return new TargetSettings(
                connection, limits, intake.withoutReshaping(), load.withoutState(), sql, maxMessageBytes);
    }
}
