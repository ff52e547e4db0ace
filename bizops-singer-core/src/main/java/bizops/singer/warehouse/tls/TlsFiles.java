package bizops.singer.warehouse.tls;

import bizops.singer.config.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Turns what a setting holds, the name of a file or a text in PEM, into a file as the driver reads it. Files made here
 * are the owner's alone and are deleted when the process ends. Owned by one thread.
 */
final class TlsFiles {
    private static final String PEM = "-----BEGIN ";

    private final Problems problems;

    TlsFiles(Problems problems) {
        this.problems = problems;
    }

    /** A file of certificates. */
    Optional<String> certificates(String setting, String given) {
        if (!given.contains(PEM)) {
            return content(setting, given).map(readable -> path(given).toString());
        }
        if (!given.contains(PEM + "CERTIFICATE-----") && !given.contains(PEM + "TRUSTED CERTIFICATE-----")) {
            problems.add("'" + setting + "' holds PEM, but no certificate");
            return Optional.empty();
        }
        return Optional.of(temporary(".crt", given.getBytes(StandardCharsets.US_ASCII)));
    }

    /** A file of a private key: PKCS-8 in DER, or whatever else was named that is not PEM. */
    Optional<String> key(String setting, String given) {
        if (given.contains(PEM)) {
            return converted(setting, given);
        }
        return content(setting, given).flatMap(bytes -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            return text.contains(PEM)
                    ? converted(setting, text)
                    : Optional.of(path(given).toString());
        });
    }

    private Optional<String> converted(String setting, String pem) {
        try {
            return Optional.of(temporary(".pk8", PrivateKeyPem.der(pem)));
        } catch (IllegalArgumentException unusable) {
            problems.add("'" + setting + "' " + unusable.getMessage());
            return Optional.empty();
        }
    }

    private Optional<byte[]> content(String setting, String file) {
        try {
            return Optional.of(Files.readAllBytes(path(file)));
        } catch (IOException | InvalidPathException unreadable) {
            problems.add("'" + setting + "' names no file that can be read; it takes a file, or the text in PEM");
            return Optional.empty();
        }
    }

    private static Path path(String file) {
        return file.startsWith("~/") ? Path.of(System.getProperty("user.home", ""), file.substring(2)) : Path.of(file);
    }

    /** Java makes temporary files readable for their owner alone where the system knows owners. */
    private static String temporary(String suffix, byte[] content) {
        try {
            Path file = Files.createTempFile("bizops-tls-", suffix);
            file.toFile().deleteOnExit();
            return Files.write(file, content).toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
