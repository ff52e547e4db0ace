package bizops.transform.config;

/**
 * A file of the user's project folder. Immutable.
 *
 * @param path from the folder on, parted by slashes, such as {@code models/marts/renewal.sql}
 */
public record ProjectFile(String path, String text) {

    /** The file's name without its ending. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    /** The name of the folder it lies in. */
    public String folder() {
        String folders = path.substring(0, path.lastIndexOf('/'));
        return folders.substring(folders.lastIndexOf('/') + 1);
    }
}
