package bizops.report.files;

import bizops.report.source.Place;
import bizops.singer.resource.ResourceFolder;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The program's own files of a site. */
public final class ProgramFolder {
    /** A file that every site has. */
    private static final String KNOWN = "pages/definitions.md";

    private ProgramFolder() {}

    /** By path, such as {@code pages/index.md}. */
    public static Map<String, SourceFile> read() {
        URL known = Objects.requireNonNull(ProgramFolder.class.getResource("/bizops/report/site/" + KNOWN), KNOWN);
        Map<String, SourceFile> files = new TreeMap<>();
        ResourceFolder.texts(known, KNOWN)
                .forEach((path, text) ->
                        files.put(path, new SourceFile(Place.BUILT_IN + path, true, text.replace("\r\n", "\n"))));
        return files;
    }
}
