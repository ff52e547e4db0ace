package bizops.singer.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the file system refused, in words: Java's own name of the failure is all that most of them say. Stateless. */
final class FileFailure {
    private FileFailure() {}

    /** The file and why; what to do is the reader's, who knows what the file is. */
    static String words(FileSystemException refused) {
        String file = String.valueOf(refused.getFile());
        String reason = reason(refused);
        String other = refused.getOtherFile() == null ? "" : " (with " + refused.getOtherFile() + ")";
        return "file " + file + other + ": " + reason;
    }

    private static String reason(FileSystemException refused) {
        if (refused instanceof NoSuchFileException) {
            return "there is no such file, or its folder is not there and cannot be made; correct the path";
        }
        if (refused instanceof AccessDeniedException) {
            return "this user has no right to it; grant it, or name another place";
        }
        if (refused instanceof FileAlreadyExistsException || refused instanceof NotDirectoryException) {
            return "another file is in its place; move that one, or name another place";
        }
        return String.valueOf(refused.getReason());
    }
}
