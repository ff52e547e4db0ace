package bizops.report.source;

/**
 * Where something is written. Immutable.
 *
 * @param file as the user knows it: from the project folder on, or the name of one of the program's own
 * @param line from 1
 */
public record Place(String file, int line) {
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
