package bizops.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The same rows for both sides, as files.
 *
 * @param messages Singer lines
 * @param copies COPY text, one file a stream
 */
record Data(Path messages, List<Path> copies, List<Field> fields, List<String> streams) {
    private static final int STATE_EVERY = 1000;
    private static final int BUFFER = 1 << 16;
    /** The metadata columns, as the target fills them for such rows, but for the number at the end. */
    private static final String METADATA =
            "\t2026-01-31T10:11:12.131415Z\t2026-01-31T10:11:13.141Z\t\\N\t\\N\t2026-01-31T10:11:13.014159Z\t1769854273000\t";

    /** What rows to make: how many in all, dealt to the streams in turn, and the share that differs, one in so many. */
    record Wish(String name, List<Field> fields, int streams, long rows, int changedOneIn) {}

    static Data make(Path directory, Wish wish) throws IOException {
        List<String> streams = new ArrayList<>();
        List<Path> copies = new ArrayList<>();
        for (int i = 0; i < wish.streams(); i++) {
            String stream = wish.streams() == 1 ? "rows" : "rows_" + i;
            streams.add(stream);
            copies.add(directory.resolve(wish.name() + "-" + stream + ".copy"));
        }
        Path messages = directory.resolve(wish.name() + ".jsonl");
        List<OutputStream> outs = new ArrayList<>();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(messages), BUFFER)) {
            for (Path copy : copies) {
                outs.add(new BufferedOutputStream(Files.newOutputStream(copy), BUFFER));
            }
            write(wish, streams, new Messages(out, wish.fields()), outs);
        } finally {
            for (OutputStream out : outs) {
                out.close();
            }
        }
        return new Data(messages, copies, wish.fields(), streams);
    }

    /** Writes the messages alone, for a reader at the other end of a pipe. */
    static void pour(Wish wish, OutputStream out) throws IOException {
        List<OutputStream> nowhere = List.of(OutputStream.nullOutputStream());
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        write(wish, List.of("rows"), new Messages(buffered, wish.fields()), nowhere);
        buffered.flush();
    }

    private static void write(Wish wish, List<String> streams, Messages messages, List<OutputStream> copies)
            throws IOException {
        Rows rows = new Rows(wish.fields());
        for (String stream : streams) {
            messages.schema(stream);
        }
        for (long number = 0; number < wish.rows(); number++) {
            int stream = (int) (number % streams.size());
            rows.make(number, wish.changedOneIn() > 0 && number % wish.changedOneIn() == 0);
            messages.record(streams.get(stream), rows.json());
            OutputStream copy = copies.get(stream);
            copy.write(Rows.utf8(rows.copy()));
            copy.write(Rows.utf8(METADATA + (number + 1) + "\n"));
            if ((number + 1) % STATE_EVERY == 0) {
                messages.state(number + 1);
            }
        }
        messages.state(wish.rows());
    }
}
