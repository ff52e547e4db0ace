package bizops.dist.tapfaults;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;
import bizops.singer.cli.Terminal;
import bizops.singer.error.ExitCode;
import bizops.singer.tap.TapProgram;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Programs run in this process, from their command line to their exit code, with streams of their own: thousands of loads
 * in the time in which a hundred processes start. First the tap writes all that it sends, then the target reads it.
 */
final class InProcess {
    /** What a run says besides its errors is of no use here. */
    private static final Map<String, String> QUIET = Map.of("LOGLEVEL", "CRITICAL");

    private static final Map<String, TapProgram> TAPS = Map.of(
            "tap-salesforce", bizops.tap.salesforce.Main.program(),
            "tap-zuora", bizops.tap.zuora.Main.program(),
            "tap-marketo", bizops.tap.marketo.Main.program());

    private InProcess() {}

    /** How a program ended, what it printed, and what it said on standard error. */
    record End(int exit, ByteArrayOutputStream output, String errors) {
        String text() {
            return output.toString(StandardCharsets.UTF_8);
        }
    }

    /** Something that happens at a vendor. */
    @FunctionalInterface
    interface Event {
        void happen();
    }

    /** @param meanwhile happens once, when the tap has written its first bytes */
    static End tap(String name, Event meanwhile, String... arguments) {
        TapProgram tap = TAPS.get(name);
        if (tap == null) {
            throw new IllegalArgumentException(name);
        }
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ExitCode exit = tap.run(
                terminal(InputStream.nullInputStream(), new Watched(sent, meanwhile), errors), List.of(arguments));
        return new End(exit.number(), sent, errors.toString(StandardCharsets.UTF_8));
    }

    static End target(byte[] messages, String... arguments) {
        return program(bizops.target.Main.program(), new ByteArrayInputStream(messages), arguments);
    }

    static End transform(String... arguments) {
        return program(bizops.transform.Main.program(), InputStream.nullInputStream(), arguments);
    }

    private static End program(Program program, InputStream input, String... arguments) {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        ExitCode exit = Launcher.run(program, terminal(input, output, errors), Arrays.asList(arguments));
        return new End(exit.number(), output, errors.toString(StandardCharsets.UTF_8));
    }

    private static Terminal terminal(InputStream input, OutputStream output, OutputStream errors) {
        return new Terminal(input, output, new PrintStream(errors, true, StandardCharsets.UTF_8), QUIET);
    }

    /** Tells of the first bytes. */
    private static final class Watched extends FilterOutputStream {
        private final Event event;
        private boolean told;

        Watched(OutputStream out, Event event) {
            super(out);
            this.event = event;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            if (!told) {
                told = true;
                event.happen();
            }
        }
    }
}
