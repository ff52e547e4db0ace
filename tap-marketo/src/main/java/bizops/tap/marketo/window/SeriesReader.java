package bizops.tap.marketo.window;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** One stream's place in a series. Owned by the run's thread. */
public final class SeriesReader {
    private final ExportSeries series;
    final Position position;
    private final Consumer<Instant> windowRead;
    int cursor;

    /** @param windowRead notes in the position that all before an instant was read */
    SeriesReader(ExportSeries series, Position position, Consumer<Instant> windowRead) {
        this.series = series;
        this.position = position;
        this.windowRead = windowRead;
    }

    /** Hands over every file up to the span's end, and saves after each. */
    public void readAll(FileSink sink) throws Exception {
        series.readAll(this, sink);
    }

    void done(Slot slot, List<SavedJob> stillToRead) {
        if (slot.last) {
            windowRead.accept(slot.window.end());
        }
        position.saveNow(stillToRead);
    }
}
