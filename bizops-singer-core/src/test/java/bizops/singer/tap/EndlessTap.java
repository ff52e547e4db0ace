package bizops.singer.tap;

import bizops.singer.config.SettingsSchema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/**
 * A tap for tests of its end: rows without end, or with the variable {@code HANG} one row and then silence, or with {@code
 * WAIT} a wait before the first row, whose end is told as concurrent work tells it.
 */
final class EndlessTap {
    private EndlessTap() {}

    public static void main(String[] arguments) {
        boolean hangs = System.getenv("HANG") != null;
        TestStream stream = new TestStream("s", sync -> read(sync, hangs)).incremental(RowOrder.SORTED);
        SettingsSchema none = SettingsSchema.parse("{\"type\":\"object\",\"properties\":{}}");
        new TapProgram("tap-endless", "For tests", none, context -> new Endless(stream)).start(arguments);
    }

    private static void read(SyncContext sync, boolean hangs) throws InterruptedException {
        Instant start = Instant.parse("2024-01-01T00:00:00Z");
        for (int i = 1; i < Integer.MAX_VALUE; i++) {
            sync.write(TestStream.row(i, start.plusSeconds(i)));
            if (hangs) {
                hang();
            }
            Thread.sleep(Duration.ofMillis(5).toMillis());
        }
    }

    /** Like a read from a socket, which no interrupt wakes. */
    private static void hang() {
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            try {
                never.await();
            } catch (InterruptedException ignored) {
                Thread.onSpinWait();
            }
        }
    }

    private record Endless(TestStream stream) implements Tap {
        @Override
        public List<? extends Stream> streams() {
            return List.of(stream);
        }

        @Override
        public void prepare(Map<String, SyncContext> planned) {
            if (System.getenv("WAIT") == null) {
                return;
            }
            System.err.println("waiting");
            try {
                Thread.sleep(Duration.ofMinutes(2).toMillis());
            } catch (InterruptedException stopped) {
                throw new CancellationException("the work was called off");
            }
        }
    }
}
