package bizops.report.page;

import bizops.report.cube.Cube;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes the pages into a directory. A page appears whole or not at all. */
public final class Site {
    private final TemplateEngine templates = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Site.class.getClassLoader(), Site.class.getPackageName());

    /**
     * Writes {@code index.html}.
     *
     * @param version of the program, printed at the page's foot
     * @return the page's path
     */
    public Path write(Cube cube, String version, Path directory) throws IOException {
        StringOutput html = new StringOutput(1 << 20);
        templates.render("index.jte", IndexPage.of(cube, version), html);
        Files.createDirectories(directory);
        Path page = directory.resolve("index.html");
        Path unfinished = directory.resolve("index.html.part");
        Files.writeString(unfinished, html.toString(), StandardCharsets.UTF_8);
        Files.move(unfinished, page, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        return page;
    }
}
