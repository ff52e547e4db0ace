package bizops.report.serve;

import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A site of pages that say what the project's only file does, and may not begin with a question mark. */
record TextSite(Path project) implements SiteBuilder {
    static final String FILE = "words.txt";
    private static final List<String> PAGES = List.of("index.html", "other-page.html");

    /** Writes the project's file, all of it at once. */
    void say(String words) throws IOException {
        Path unfinished = Files.writeString(project.resolve(".unfinished"), words);
        Files.move(unfinished, project.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void build(Path directory, String script) throws IOException {
        String words = Files.readString(project.resolve(FILE), StandardCharsets.UTF_8);
        if (words.startsWith("?")) {
            throw new ConfigException(List.of(FILE + ":1: asks <why>", FILE + ":2: & more"));
        }
        if (words.startsWith("!")) {
            throw new IllegalStateException("out of order");
        }
        for (String page : PAGES) {
            Files.writeString(
                    directory.resolve(page),
                    "<!doctype html><html><head><link rel=\"icon\" href=\"data:,\"></head><body><p>" + page + " "
                            + words + "</p><script>" + script + "</script></body></html>");
        }
    }
}
