package bizops.singer.cli;

import bizops.singer.error.ExitCode;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Turns SIGINT and SIGTERM into an orderly end with exit code 130 or 143. A program registers how to stop its work
 * ({@link #onSignal}); one that registers nothing, or gets a second signal, ends at once. Thread-safe.
 *
 * <p>Java offers no supported way to learn which signal came, so {@code sun.misc.Signal} is reached by reflection: its
 * module ships with every JDK, but the compiler warns of its direct use and warnings are errors here.
 */
public final class Signals {
    private static final AtomicReference<@Nullable Runnable> STOP = new AtomicReference<>();
    private static final AtomicReference<@Nullable ExitCode> RECEIVED = new AtomicReference<>();

    private Signals() {}

    /** Runs {@code stop} on the first signal, on a thread of its own; it should make the work end soon. */
    public static void onSignal(Runnable stop) {
        STOP.set(stop);
    }

    /** The exit code of the signal that came; empty while none has. */
    public static Optional<ExitCode> received() {
        return Optional.ofNullable(RECEIVED.get());
    }

    /** Ends the process with the signal's exit code, now; for work that did not end in time after {@link #onSignal}. */
    public static void endNow() {
        Runtime.getRuntime().halt(received().orElse(ExitCode.TERMINATED).number());
    }

    static void install() {
        handle("INT", ExitCode.INTERRUPTED);
        handle("TERM", ExitCode.TERMINATED);
    }

    private static void handle(String name, ExitCode code) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object proxy = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handler}, (self, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            receive(code);
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance(name), proxy);
        } catch (ReflectiveOperationException unavailable) {
            LoggerFactory.getLogger(Signals.class).debug("signal {} keeps its default", name, unavailable);
        }
    }

    private static void receive(ExitCode code) {
        boolean first = RECEIVED.compareAndSet(null, code);
        Runnable stop = STOP.get();
        if (!first || stop == null) {
            Runtime.getRuntime().halt(code.number());
        } else {
            stop.run();
        }
    }
}
