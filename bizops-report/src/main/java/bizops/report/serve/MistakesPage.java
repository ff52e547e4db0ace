package bizops.report.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The page that stands in place of all others while a file has a mistake. */
final class MistakesPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            li { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
            code { font: 0.9rem/1.5 ui-monospace, monospace; }
            """;

    private MistakesPage() {}

    /** @param before whether there are pages of an earlier build */
    static String html(List<String> mistakes, boolean before) {
        String script = LiveScript.text();
        StringBuilder lines = new StringBuilder();
        mistakes.forEach(
                line -> lines.append("<li><code>").append(escaped(line)).append("</code></li>\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src %s; style-src %s; img-src data:; connect-src 'self'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <link rel="icon" href="data:,">
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                <ul>
                %s</ul>
                <p>This page goes away when the files are right.%s</p>
                </main>
                <script>%s</script>
                </body>
                </html>
                """.formatted(
                        hash(script),
                        hash(STYLE),
                        title(mistakes),
                        STYLE,
                        title(mistakes),
                        lines,
                        before ? " <a href=\"/last/index.html\">The site as it was before</a>" : "",
                        script);
    }

    private static String title(List<String> mistakes) {
        return mistakes.size() == 1 ? "One mistake" : mistakes.size() + " mistakes";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** As a Content-Security-Policy names it. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
