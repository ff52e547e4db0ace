package bizops.transform.model;

import bizops.singer.resource.ResourceFolder;
import java.net.URL;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The program's own files of models, audits, history and staging. */
public final class Folder {
    /** A file that is always there, below the root of all folders. */
    private static final String KNOWN = "history/user.sql";

    private static final class Read {
        static final Map<String, String> FILES = ResourceFolder.texts(known(), KNOWN);

        private static URL known() {
            return Objects.requireNonNull(Folder.class.getResource("/bizops/transform/sql/" + KNOWN), KNOWN);
        }
    }

    private Folder() {}

    /** Text by path below {@code /bizops/transform/sql/FOLDER}, for files whose name ends in {@code ending}. */
    public static Map<String, String> read(String folder, String ending) {
        String within = folder + "/";
        if (Read.FILES.keySet().stream().noneMatch(path -> path.startsWith(within))) {
            throw new IllegalStateException("no resource folder " + folder);
        }
        Map<String, String> texts = new TreeMap<>();
        Read.FILES.forEach((path, text) -> {
            if (path.startsWith(within) && path.endsWith(ending)) {
                texts.put(path.substring(within.length()), text);
            }
        });
        return texts;
    }
}
