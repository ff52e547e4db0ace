package bizops.report.source;

/**
 * Where something is written. Immutable.
 *
 * @param file as the user knows it: from the project folder on, or the name of one of the program's own
 * @param line from 1
 */
public record Place(String file, int line) {
    /** What the names of the program's own files begin with. */
    public static final String BUILT_IN = "built-in/";

    /** Whether it is in one of the program's own files. */
    public boolean isBuiltIn() {
        return file.startsWith(BUILT_IN);
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
