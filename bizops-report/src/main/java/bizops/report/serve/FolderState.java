package bizops.report.serve;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a folder's files looked like at a time; two are equal where nothing was written between them. Looked at again and
 * again, for notices of the operating system miss what editors, containers and shared folders do. Immutable.
 *
 * @param stamps size, time and identity, by path
 */
record FolderState(Map<Path, String> stamps) {
    /** Files lie in folders of the folder. */
    private static final int DEPTH = 2;

    /** Empty where there is no such folder. */
    static FolderState of(Path folder) throws IOException {
        Map<Path, String> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return new FolderState(stamps);
        }
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes read) {
                if (!isHidden(file)) {
                    stamps.put(file, read.size() + " " + read.lastModifiedTime() + " " + read.fileKey());
                }
                return FileVisitResult.CONTINUE;
            }

            /** It went away meanwhile, as an editor's do. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes read) {
                return isHidden(directory) && !directory.equals(folder)
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }
        });
        return new FolderState(stamps);
    }

    /** An editor's or a version control's own. */
    private static boolean isHidden(Path file) {
        return String.valueOf(file.getFileName()).startsWith(".");
    }
}
