package bizops.tap.marketo.window;

import bizops.tap.marketo.bulk.ExportFile;
import bizops.tap.marketo.bulk.ExportRequest;
import bizops.tap.marketo.bulk.ExportStatus;
import bizops.tap.marketo.bulk.Job;
import org.jspecify.annotations.Nullable;

/** One job of a series, from its plan to its file. Owned by the run's thread. */
final class Slot {
    final Window window;
    final ExportRequest request;
    /** Whether the window is complete with it. */
    final boolean last;

    @Nullable
    Job job;

    @Nullable
    SavedJob saved;

    @Nullable
    ExportStatus status;

    @Nullable
    ExportFile file;

    /** Whether an earlier run made the job. */
    boolean takenOver;

    int reads;

    Slot(Window window, ExportRequest request, boolean last) {
        this.window = window;
        this.request = request;
        this.last = last;
    }

    /** The job came to nothing: another is needed. */
    void forget() {
        job = null;
        takenOver = false;
        saved = null;
        status = null;
    }

    void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
