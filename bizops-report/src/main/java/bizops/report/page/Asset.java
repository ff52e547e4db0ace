package bizops.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A script or style sheet that is written into the page. Immutable.
 *
 * @param text as it stands between the tags, byte for byte: its hash is what the page's policy allows
 */
record Asset(String text) {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";

    /** The page's own scripts in the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of(
            "exact.js",
            "cube.js",
            "formulas.js",
            "rows.js",
            "state.js",
            "filters.js",
            "csv.js",
            "tables.js",
            "tiles.js",
            "charts.js",
            "page.js");

    static Asset chartLibrary() {
        return new Asset(read(ECHARTS));
    }

    static Asset script() {
        return new Asset(SCRIPTS.stream().map(Asset::read).collect(Collectors.joining("\n", "\"use strict\";\n", "")));
    }

    static Asset style() {
        return new Asset(read("page.css"));
    }

    /** As a Content-Security-Policy names it. */
    String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String read(String resource) {
        try (InputStream in = Asset.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
