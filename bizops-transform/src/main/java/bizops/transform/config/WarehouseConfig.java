package bizops.transform.config;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.singer.config.Secret;
import bizops.singer.config.SettingsSchema;
import bizops.transform.schema.BranchPrefix;
import bizops.transform.schema.Engine;
import bizops.transform.schema.Environment;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The executable's {@code --config}: where the warehouse is and how to build there. Immutable.
 *
 * @param rawSchemas schema of each vendor, by the vendor's name in lower case
 * @param rawNames exact raw name by {@code Object} or {@code Object.Field}
 */
public record WarehouseConfig(
        String host,
        int port,
        String user,
        Optional<Secret> password,
        String database,
        String sslMode,
        Optional<String> sslRootCert,
        Environment environment,
        Engine engine,
        Map<String, String> rawSchemas,
        Map<String, String> rawNames,
        int parallelism,
        String workMem,
        int buildWaitSeconds) {

    /** The schema that {@link #of} reads by. */
    public static SettingsSchema schema() {
        return SettingsSchema.load(WarehouseConfig.class, "settings.schema.json");
    }

    /**
     * Reads the checked settings into types.
     *
     * @param variables the process's environment, which names the schemas where {@code schema_prefix} is not set
     */
    public static WarehouseConfig of(Config config, Map<String, String> variables) {
        Optional<String> rootCert = config.optionalString("ssl_root_cert");
        String mode = rootCert.isPresent() && config.string("ssl_mode").equals("prefer")
                ? "verify-full"
                : config.string("ssl_mode");
        Problems problems = new Problems();
        config.strictness().connection(config.string("host"), mode, problems);
        problems.throwIfAny();
        return new WarehouseConfig(
                config.string("host"),
                config.integer("port"),
                config.string("user"),
                config.optionalSecret("password"),
                config.string("database"),
                mode,
                rootCert,
                new Environment(config.optionalString("schema_prefix")
                        .orElseGet(() -> new BranchPrefix(variables).find())
                        .toLowerCase(Locale.ROOT)),
                Engine.of(config.string("engine")),
                Map.of(
                        "salesforce", config.string("raw_salesforce_schema"),
                        "marketo", config.string("raw_marketo_schema"),
                        "zuora", config.string("raw_zuora_schema")),
                config.stringMap("raw_names"),
                config.integer("parallelism"),
                config.string("work_mem"),
                config.integer("build_wait_seconds"));
    }
}
