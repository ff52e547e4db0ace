package bizops.report.files;

import bizops.report.source.Place;

/**
 * A file as read. Immutable.
 *
 * @param path as messages name it: from the project folder on, or below {@code built-in/}
 * @param isOwn whether it is one of the program's
 * @param text with {@code \n} at the end of lines
 */
public record SourceFile(String path, boolean isOwn, String text) {
    /** The file's name without its ending. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'));
    }

    public Place line(int line) {
        return new Place(path, line);
    }

    /** The line in which a character stands. */
    public Place at(int position) {
        return line(1
                + (int) text.substring(0, position)
                        .chars()
                        .filter(one -> one == '\n')
                        .count());
    }
}
