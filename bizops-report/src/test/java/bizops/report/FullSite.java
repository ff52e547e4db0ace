package bizops.report;

import bizops.singer.error.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A site in which everything stands that a site may have: the program's pages with details, and a project's own page of
 * every kind of tile, with targets, a theme and cubes that are not there. Built once for all tests of a process.
 */
final class FullSite {
    private FullSite() {}

    /** The site; nobody may change its files or its database. */
    static BuiltSite get() {
        return Holder.SITE;
    }

    /** The folder with the project's files. */
    static Path project() {
        try {
            return Path.of(
                    Objects.requireNonNull(FullSite.class.getResource("full")).toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static BuiltSite build() {
        try {
            Path directory = Files.createTempDirectory("bizops-report-full");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            BuiltSite site = BuiltSite.from(
                    BuiltSite.warehouse(),
                    directory,
                    "--with-details",
                    "--project",
                    project().toString());
            if (site.code() != ExitCode.OK) {
                throw new IllegalStateException("no site: " + site.stderr());
            }
            return site;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the invented warehouse cannot be made", e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Holder {
        private static final BuiltSite SITE = build();
    }
}
