package bizops.singer.report;

import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A moving count on standard error while something long runs; shown on a terminal only, so that a CI log stays plain.
 * Java cannot ask whether standard error is a terminal, so the launcher does and says so in the property {@code
 * bizops.terminal}. Owned by one thread.
 */
public final class Progress implements AutoCloseable {
    private static final int TERMINAL_WIDTH = 100;

    private final @Nullable ProgressBar bar;

    private Progress(@Nullable ProgressBar bar) {
        this.bar = bar;
    }

    /** Starts a count without a known total. */
    public static Progress start(String task) {
        if (!Boolean.getBoolean("bizops.terminal")) {
            return new Progress(null);
        }
        return new Progress(new ProgressBarBuilder()
                .setTaskName(task)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis((int) Duration.ofMillis(500).toMillis())
                .setConsumer(new ConsoleProgressBarConsumer(System.err, TERMINAL_WIDTH))
                .showSpeed()
                .setInitialMax(-1)
                .build());
    }

    public void add(long steps) {
        if (bar != null) {
            bar.stepBy(steps);
        }
    }

    /** Shows {@code text} behind the count, such as the stream being read. */
    public void say(String text) {
        if (bar != null) {
            bar.setExtraMessage(text);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
