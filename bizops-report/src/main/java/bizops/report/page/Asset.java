package bizops.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * A script or style sheet that is written into a page. Immutable.
 *
 * @param text as it stands between the tags, byte for byte: its hash is what the page's policy allows
 */
record Asset(String text) {
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.common.min.js";
    private static final String SCRIPTS = "/bizops/report/script/";
    private static final String STYLES = "/bizops/report/style/";
    /** Names of the files in the order in which they need each other. */
    private static final String ORDER = "order.txt";

    static Asset chartLibrary() {
        return new Asset(read(ECHARTS));
    }

    /** The pages' own script. */
    static Asset script() {
        return new Asset("\"use strict\";\n" + joined(SCRIPTS));
    }

    static Asset style() {
        return new Asset(joined(STYLES));
    }

    /** A user's style sheet; what would end its element is written so that it does not. */
    static Asset theme(String css) {
        return new Asset(css.replace("\r\n", "\n").replace("</", "<\\/"));
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

    private static String joined(String folder) {
        return read(folder + ORDER)
                .lines()
                .filter(name -> !name.isBlank())
                .map(name -> read(folder + name.strip()))
                .collect(Collectors.joining("\n"));
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
