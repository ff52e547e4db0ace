package bizops.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;

/** How much memory the target takes for many rows, which are made while it reads them. */
final class Memory {
    private final Ground ground;
    private final PrintStream out;

    Memory(Ground ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
    }

    void run(long rows) throws SQLException, IOException, InterruptedException {
        Path pipe = ground.directory().resolve("pipe");
        if (new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() != 0) {
            throw new IOException("cannot make a named pipe");
        }
        ground.sql("DROP SCHEMA IF EXISTS " + Tables.OURS + " CASCADE");
        Thread pouring = new Thread(() -> pour(pipe, rows), "pour");
        pouring.start();
        Measured measured = Measured.run(ground.target(Tables.OURS, pipe, ""));
        pouring.join();
        String loaded = ground.one("SELECT count(*) FROM " + Tables.OURS + ".rows");
        if (!loaded.equals(Long.toString(rows))) {
            throw new IllegalStateException("sent " + rows + " rows, found " + loaded);
        }
        out.printf(
                "memory, %d rows: peak %.0f MiB, %.1f s%n",
                rows, measured.peakBytes() / (double) (1 << 20), measured.seconds());
    }

    private static void pour(Path pipe, long rows) {
        try (OutputStream into = java.nio.file.Files.newOutputStream(pipe)) {
            Data.pour(new Data.Wish("memory", Field.wide(), 1, rows, 0), into);
        } catch (IOException closed) {
            System.err.println("the target stopped reading: " + closed.getMessage());
        }
    }
}
