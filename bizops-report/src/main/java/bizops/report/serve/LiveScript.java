package bizops.report.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What a served page runs to be loaded again after each build. */
final class LiveScript {
    static final String EVENTS = "/events";

    private LiveScript() {}

    static String text() {
        try (InputStream in = LiveScript.class.getResourceAsStream("live.js")) {
            if (in == null) {
                throw new IllegalStateException("no resource live.js");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page, saying as of which build it is served; the script compares. */
    static String stamped(String html, long number) {
        return html.replaceFirst("<head>", "<head>\n<meta name=\"build\" content=\"" + number + "\">");
    }
}
