package bizops.tap.zuora.file;

import bizops.singer.task.Background;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Reads the rows of a file on a thread of its own, while the caller's thread handles those read before. If either fails,
 * the other ends too. Stateless.
 */
final class RowReader {
    private RowReader() {}

    /** Opens the file's CSV. */
    interface Source {
        InputStream open() throws IOException;
    }

    /** Hands over every row in order, on the caller's thread, and answers how many there were. */
    static long read(Source csv, RowHandler handler) throws IOException {
        RowQueue queue = new RowQueue();
        try (Background<Long> reading = Background.begin("read-rows", () -> fill(csv, queue))) {
            for (Optional<RowBatch> next = queue.take(); next.isPresent(); next = queue.take()) {
                next.get().handOver(handler);
            }
            return reading.result(IOException.class);
        } catch (InterruptedException stopped) {
            throw Background.interrupted("read-rows", stopped);
        }
    }

    private static long fill(Source csv, RowQueue queue) throws IOException {
        try (InputStream in = csv.open()) {
            Filler filler = new Filler(queue);
            long rows = CsvFile.read(in, filler);
            filler.flush();
            return rows;
        } finally {
            queue.end();
        }
    }

    private static final class Filler implements RowHandler {
        private final RowQueue queue;
        private RowBatch batch = new RowBatch(List.of());

        Filler(RowQueue queue) {
            this.queue = queue;
        }

        @Override
        public void header(List<String> names) {
            batch = new RowBatch(names);
        }

        @Override
        public void row(String[] values) {
            batch.add(values);
            if (batch.isFull()) {
                flush();
            }
        }

        void flush() {
            try {
                queue.put(batch);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CancellationException("nobody takes the rows any more");
            }
            batch = new RowBatch(List.of());
        }
    }
}
