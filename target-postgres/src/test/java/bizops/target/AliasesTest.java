package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.config.Setting;
import bizops.singer.config.SettingsSchema;
import bizops.singer.error.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A configuration of another target is understood by its names. */
final class AliasesTest {
    private static final SettingsSchema SCHEMA = SettingsSchema.load(Main.class, "settings.schema.json");

    @ParameterizedTest
    @CsvSource({
        "host, postgres_host",
        "port, postgres_port",
        "user, postgres_username",
        "password, postgres_password",
        "database, postgres_database",
        "database, dbname",
        "default_target_schema, postgres_schema",
        "default_target_schema_select_permissions, default_target_schema_select_permission",
        "batch_size_rows, max_batch_rows",
        "batch_size_bytes, max_batch_size",
        "batch_size_bytes, max_buffer_size",
        "add_record_metadata, add_metadata_columns",
        "process_activate_version_messages, activate_version",
        "ssl_mode, postgres_sslmode",
        "ssl_root_cert, postgres_sslrootcert",
        "ssl_root_cert, ssl_certificate_authority",
        "ssl_cert, postgres_sslcert",
        "ssl_cert, ssl_client_certificate",
        "ssl_key, postgres_sslkey",
        "ssl_key, ssl_client_private_key"
    })
    void anAliasStandsForItsSetting(String setting, String alias) {
        assertThat(SCHEMA.setting(setting).orElseThrow().aliases()).contains(alias);
    }

    @ParameterizedTest
    @CsvSource({
        "sqlalchemy_url",
        "ssl",
        "ssl_enable",
        "ssl_client_certificate_enable",
        "ssl_storage_directory",
        "before_run_sql",
        "before_run_sql_file",
        "after_run_sql",
        "after_run_sql_file",
        "application_name",
        "schema_mapping",
        "hard_delete",
        "validate_records",
        "flattening_enabled",
        "flattening_separator",
        "data_flattening_max_level",
        "stream_maps",
        "stream_map_config",
        "batch_config",
        "interpret_content_encoding",
        "primary_key_required",
        "sanitize_null_text_characters",
        "persist_empty_tables",
        "invalid_records_threshold",
        "invalid_records_detect",
        "use_copy",
        "dialect+driver",
        "temp_dir",
        "flush_all_streams",
        "parallelism",
        "max_parallelism",
        "state_support",
        "add_upsert_indexes",
        "disable_collection",
        "ssh_tunnel"
    })
    void aSettingOfAnotherTargetIsKnown(String name) {
        assertThat(SCHEMA.settings().stream().map(Setting::name)).contains(name);
    }

    @Test
    void aliasAndSettingMustAgree() {
        Loading loading = new Loading();
        loading.with("dbname", "\"" + loading.database().name() + "\"").loads();

        Loading.Outcome outcome = loading.with("dbname", "\"another\"").load();

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(outcome.errors())
                .contains("'database' is given twice in", "with different values: keep one")
                .hasLineCount(1);
    }

    @Test
    void whatIsNotDoneIsRefusedByName() {
        assertThat(new Loading().with("postgres_sslcrl", "\"a.crl\"").load().errors())
                .contains("'postgres_sslcrl' is not supported by this version")
                .hasLineCount(1);
        new Loading().with("postgres_sslcrl", "\"\"").loads();
    }
}
