package bizops.tap.zuora.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.singer.error.RemoteException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RowReaderTest {
    private static final String THREAD = "read-rows";
    /** More than may be on its way at a time: a row has some 60 characters and two values. */
    private static final int MANY_ROWS = 200_000;

    private final List<String> rows = new ArrayList<>();

    @AfterEach
    void noThreadIsLeft() {
        assertThat(readers()).isEmpty();
    }

    @Property(tries = 30)
    void everyRowComesOnceAndInOrder(@ForAll @IntRange(max = 5_000) int count, @ForAll @IntRange(max = 200) int length)
            throws IOException {
        List<String> came = new ArrayList<>();

        long read = RowReader.read(csv(count, "x".repeat(length)), collecting(came));

        assertThat(read).isEqualTo(count);
        assertThat(came).hasSize(count + 1).startsWith("[id, text]");
        for (int i = 0; i < count; i++) {
            assertThat(came.get(i + 1)).startsWith(i + " ");
        }
    }

    @Test
    void valuesLargerThanAllThatMayBeUnderWayComeToo() throws IOException {
        assertThat(RowReader.read(csv(5, "x".repeat(6_000_000)), collecting(rows)))
                .isEqualTo(5);

        assertThat(rows).hasSize(6);
    }

    @Test
    void theReaderDoesNotRunAheadWithoutBound() throws IOException {
        AtomicLong bytes = new AtomicLong();
        AtomicLong whileWaiting = new AtomicLong();
        RowReader.Source source = csv(MANY_ROWS, "x".repeat(50));

        RowReader.read(() -> counting(source.open(), bytes), new Handler(row -> {
            while (whileWaiting.get() == 0 && readers().get(0).getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            whileWaiting.compareAndSet(0, bytes.get());
        }));

        assertThat(whileWaiting.get()).isPositive().isLessThan(500_000);
        assertThat(bytes.get()).isGreaterThan(10_000_000);
    }

    @Test
    void aHandlerThatFailsEndsTheReader() {
        IllegalStateException stop = new IllegalStateException("the pipe is closed");

        assertThatThrownBy(() -> RowReader.read(csv(MANY_ROWS, "x".repeat(50)), new Handler(row -> {
                    throw stop;
                })))
                .isSameAs(stop);
    }

    @Test
    void aFileThatCannotBeReadToItsEndIsTold() {
        RowReader.Source broken = () -> new SequenceInputStream(csv(3, "x").open(), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk failure");
            }
        });

        assertThatThrownBy(() -> RowReader.read(broken, collecting(rows)))
                .isInstanceOf(BrokenFileException.class)
                .hasMessageContaining("disk failure");
    }

    @Test
    void aFileThatCannotBeOpenedIsTold() {
        IOException gone = new IOException("no such file");

        assertThatThrownBy(() -> RowReader.read(
                        () -> {
                            throw gone;
                        },
                        collecting(rows)))
                .isSameAs(gone);
    }

    @Test
    void anInterruptEndsTheWaitForRowsThatNeverCome() {
        GrowingFile never = new GrowingFile(Path.of("/dev/null"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> RowReader.read(never::follow, collecting(rows)))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
    }

    private static RowReader.Source csv(int rows, String text) {
        return () ->
                new SequenceInputStream(bytes("id,text\n"), new SequenceInputStream(new Enumeration<InputStream>() {
                    private int next;

                    @Override
                    public boolean hasMoreElements() {
                        return next < rows;
                    }

                    @Override
                    public InputStream nextElement() {
                        return bytes(next++ + "," + text + "\n");
                    }
                }));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream counting(InputStream in, AtomicLong bytes) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                bytes.incrementAndGet();
                return in.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = in.read(target, offset, length);
                bytes.addAndGet(read);
                return read;
            }
        };
    }

    private static RowHandler collecting(List<String> rows) {
        return new RowHandler() {
            @Override
            public void header(List<String> names) {
                rows.add(names.toString());
            }

            @Override
            public void row(String[] values) {
                rows.add(values[0] + " " + values[1].length());
            }
        };
    }

    private static List<Thread> readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(THREAD))
                .toList();
    }

    private record Handler(Consumer<String[]> rows) implements RowHandler {
        @Override
        public void header(List<String> names) {}

        @Override
        public void row(String[] values) {
            rows.accept(values);
        }
    }
}
