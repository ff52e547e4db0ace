package bizops.report.serve;

import java.io.IOException;
import java.nio.file.Path;

/** Builds again whenever the files of a folder have changed and come to rest. Its own thread. */
final class Watch implements Runnable {
    private static final long PAUSE_MILLISECONDS = 150;

    private final Path folder;
    private final Runnable build;
    private FolderState built;

    /** @param built what the files were like before the last build began */
    Watch(Path folder, FolderState built, Runnable build) {
        this.folder = folder;
        this.built = built;
        this.build = build;
    }

    /** Until interrupted. */
    @Override
    public void run() {
        FolderState before = built;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(PAUSE_MILLISECONDS);
                FolderState now = look(before);
                if (now.equals(before) && !now.equals(built)) {
                    built = now;
                    build.run();
                }
                before = now;
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** A folder that cannot be looked at for once is looked at again soon. */
    private FolderState look(FolderState before) {
        try {
            return FolderState.of(folder);
        } catch (IOException unreadable) {
            return before;
        }
    }
}
