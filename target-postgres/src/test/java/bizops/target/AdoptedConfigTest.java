package bizops.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Another target's table goes on under that target's own settings, by their names there. */
final class AdoptedConfigTest {
    private final Loading loading = new Loading();

    @Test
    void pipelineWisesSettingsOnItsTable() throws IOException {
        peer("pipelinewise");
        named("host", "port", "user", "password", "dbname");
        loading.with("schema_mapping", "{\"shop\":{\"target_schema\":\"shop\",\"indices\":{\"orders\":[\"name\"]}}}")
                .with("data_flattening_max_level", "1")
                .with("hard_delete", "true")
                .with("add_metadata_columns", "true")
                .with("batch_size_rows", "20000")
                .with("primary_key_required", "true")
                .with("ssl", "\"false\"")
                .with("flush_all_streams", "false")
                .with("parallelism", "0")
                .with("validate_records", "false");
        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"shop-orders\",\"key_properties\":[\"id\",\"uid\"],\"schema\":{\"properties\":"
                        + "{\"id\":{\"type\":\"integer\"},\"uid\":{\"type\":\"string\"},\"address\":{\"type\":[\"null\",\"object\"],"
                        + "\"properties\":{\"city\":{\"type\":[\"null\",\"string\"]}}}}}}",
                record(
                        "shop-orders",
                        "{\"id\":1,\"uid\":\"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11\",\"address\":{\"city\":\"Basel\"}}"),
                record("shop-orders", "{\"id\":2,\"uid\":\"b\",\"_sdc_deleted_at\":\"2024-03-01T00:00:00Z\"}"));

        assertThat(loading.rows("SELECT id, address__city FROM shop.orders").toString())
                .isEqualTo("[[1, Basel]]");
        assertThat(loading.value(
                        "SELECT count(*) FROM pg_attribute WHERE attrelid = 'shop.orders'::regclass AND attname"
                                + " LIKE 'address%'"))
                .isEqualTo("1");
        assertThat(loading.value(
                        "SELECT count(*) FROM pg_indexes WHERE tablename = 'orders' AND indexdef LIKE '%(name)'"))
                .isEqualTo("1");
    }

    @Test
    void meltanoLabsSettingsOnItsTable() throws IOException {
        peer("meltanolabs");
        String url = "postgresql+psycopg2://" + loading.database().user() + ":"
                + loading.database().password() + "@" + loading.database().host() + ":"
                + loading.database().port() + "/" + loading.database().name();
        List.of("host", "port", "user", "password", "database").forEach(loading::without);
        loading.with("sqlalchemy_url", "\"" + url + "\"")
                .with("dialect+driver", "\"postgresql+psycopg2\"")
                .with("default_target_schema", "\"public\"")
                .with("activate_version", "true")
                .with("add_record_metadata", "true")
                .with("use_copy", "true")
                .with("interpret_content_encoding", "false")
                .with("sanitize_null_text_characters", "true")
                .with("load_method", "\"upsert\"")
                .with("hard_delete", "false")
                .with("flattening_enabled", "false")
                .with("stream_maps", "{}")
                .with("stream_map_config", "{}")
                .with("validate_records", "true")
                .with("ssl_enable", "false")
                .with("ssh_tunnel", "{\"enable\":false}");
        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"orders\",\"key_properties\":[\"Id\"],\"schema\":{\"properties\":{\"Id\":"
                        + "{\"type\":\"string\"},\"total\":{\"type\":\"number\"}}}}",
                record("orders", "{\"Id\":\"b\",\"total\":7.25}"));

        assertThat(loading.rows("SELECT \"Id\", total FROM orders ORDER BY 1").toString())
                .isEqualTo("[[a,1, 10.50], [b, 7.25]]");
    }

    @Test
    void datamillsSettingsOnItsTable() throws IOException {
        peer("datamill");
        named("postgres_host", "postgres_port", "postgres_username", "postgres_password", "postgres_database");
        loading.with("postgres_schema", "\"public\"")
                .with("postgres_sslmode", "\"prefer\"")
                .with("invalid_records_detect", "true")
                .with("invalid_records_threshold", "0")
                .with("disable_collection", "true")
                .with("max_batch_rows", "200000")
                .with("max_batch_size", "104857600")
                .with("batch_detection_threshold", "5000")
                .with("persist_empty_tables", "true")
                .with("add_upsert_indexes", "true")
                .with("before_run_sql", "\"CREATE TABLE began (at timestamptz)\"")
                .with("after_run_sql", "\"INSERT INTO began VALUES (now())\"")
                .with("application_name", "\"etl\"")
                .with("state_support", "true");
        loading.loads(
                "{\"type\":\"SCHEMA\",\"stream\":\"orders\",\"key_properties\":[\"id\"],\"schema\":{\"properties\":{\"id\":"
                        + "{\"type\":\"integer\"},\"Order Ref\":{\"type\":\"string\"}}}}",
                record("orders", "{\"id\":2,\"Order Ref\":\"r9\"}"));

        assertThat(loading.rows("SELECT id, order_ref FROM orders ORDER BY id").toString())
                .isEqualTo("[[1, r1], [2, r9]]");
        assertThat(loading.value("SELECT count(*) FROM began")).isEqualTo("1");
    }

    /** Says where the database is by these names, in this order. */
    private void named(String host, String port, String user, String password, String database) {
        List.of("host", "port", "user", "password", "database").forEach(loading::without);
        loading.with(host, '"' + loading.database().host() + '"')
                .with(port, Integer.toString(loading.database().port()))
                .with(user, '"' + loading.database().user() + '"')
                .with(password, '"' + loading.database().password() + '"')
                .with(database, '"' + loading.database().name() + '"');
    }

    private void peer(String name) throws IOException {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream("peers/" + name + ".sql"))) {
            loading.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String record(String stream, String json) {
        return "{\"type\":\"RECORD\",\"stream\":\"" + stream + "\",\"record\":" + json + "}";
    }
}
