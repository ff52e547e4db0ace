package bizops.singer.warehouse.tls;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import java.util.Optional;
import java.util.Properties;

/**
 * How a connection is encrypted: PostgreSQL's name of the mode, and files for those who look further than the mode.
 * Immutable.
 */
public final class Tls {
    private final String mode;
    private final Optional<String> rootCertificate;
    private final Optional<String> certificate;
    private final Optional<String> key;

    private Tls(String mode, Optional<String> root, Optional<String> certificate, Optional<String> key) {
        this.mode = mode;
        this.rootCertificate = root;
        this.certificate = certificate;
        this.key = key;
    }

    /** Reads it from the settings that begin with {@code ssl}; texts in PEM become files that end with the process. */
    public static Tls of(Config config, Problems problems) {
        String mode = TlsMode.of(config, problems);
        config.strictness().connection(config.string("host"), mode, problems);
        boolean wantsClient = config.has("ssl_client_certificate_enable");
        boolean client = !wantsClient || config.bool("ssl_client_certificate_enable");
        Optional<String> none = Optional.empty();
        TlsFiles files = new TlsFiles(problems);
        return new Tls(
                mode,
                config.optionalString("ssl_root_cert").flatMap(given -> files.certificates("ssl_root_cert", given)),
                client
                        ? config.optionalString("ssl_cert").flatMap(given -> files.certificates("ssl_cert", given))
                        : none,
                client
                        ? config.optionalSecret("ssl_key").flatMap(given -> files.key("ssl_key", given.reveal()))
                        : none);
    }

    /** The mode as PostgreSQL's own clients name it. */
    public String mode() {
        return mode;
    }

    /** Adds it to the properties of a JDBC connection. */
    public void addTo(Properties properties) {
        properties.setProperty("sslmode", mode);
        rootCertificate.ifPresent(file -> properties.setProperty("sslrootcert", file));
        certificate.ifPresent(file -> properties.setProperty("sslcert", file));
        key.ifPresent(file -> properties.setProperty("sslkey", file));
    }
}
