package bizops.singer.cli;

import bizops.singer.error.BizopsException;
import bizops.singer.error.ConfigException;
import bizops.singer.error.ConsumerClosedException;
import bizops.singer.error.ExitCode;
import bizops.singer.report.Logging;
import bizops.singer.report.OneLine;
import bizops.singer.report.Quotes;
import bizops.singer.report.Redactor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Runs a {@link Program}: the only place that ends the process. */
public final class Launcher {
    private Launcher() {}

    /** Runs the program with the process's own streams and exits with its code. */
    public static void main(Program program, String... arguments) {
        Signals.install();
        Terminal terminal = Terminal.ofProcess();
        ExitCode code = run(program, terminal, List.of(arguments));
        if (code == ExitCode.OK) {
            Signals.received().ifPresent(signal -> stopped(program, terminal.stderr(), signal));
        }
        System.exit(Signals.received().orElse(code).number());
    }

    /** Runs the program and returns its exit code; whatever went wrong is one line on {@code stderr}. */
    public static ExitCode run(Program program, Terminal terminal, List<String> arguments) {
        CommandLine line = new CommandLine(program, arguments);
        Logging.level(program.name(), line.debug(), terminal.environment());
        try {
            if (line.asksForVersion()) {
                terminal.print(Version.line(program.name()));
            } else if (line.asksForHelp()) {
                terminal.print(line.help());
            } else {
                line.parse().run(line.strict() ? terminal.strict() : terminal);
            }
            return ExitCode.OK;
        } catch (ConfigException wrong) {
            wrong.problems().forEach(problem -> critical(program, terminal.stderr(), problem));
            trace(wrong, line.debug(), terminal.stderr());
            return wrong.exitCode();
        } catch (ConsumerClosedException nobodyReads) {
            return nobodyReads(program, terminal, nobodyReads);
        } catch (BizopsException known) {
            if (isStopped(known)) {
                return ExitCode.OK;
            }
            critical(program, terminal.stderr(), known.getMessage());
            trace(known, line.debug(), terminal.stderr());
            return known.exitCode();
        } catch (InvalidPathException unusable) {
            critical(program, terminal.stderr(), noPath(unusable));
            trace(unusable, line.debug(), terminal.stderr());
            return ExitCode.FAILURE;
        } catch (FileSystemException refused) {
            critical(program, terminal.stderr(), FileFailure.words(refused));
            trace(refused, line.debug(), terminal.stderr());
            return ExitCode.FAILURE;
        } catch (Exception defect) {
            return defect(program, terminal, line.debug(), defect);
        } finally {
            Quotes.allow(true);
        }
    }

    private static String noPath(InvalidPathException unusable) {
        return "\"" + unusable.getInput() + "\" is no path here (" + unusable.getReason()
                + "); correct it, or set LC_ALL to a locale of UTF-8, such as C.UTF-8, if it has other letters than ASCII's";
    }

    private static ExitCode defect(Program program, Terminal terminal, boolean debug, Exception defect) {
        if (isStopped(defect)) {
            return ExitCode.OK;
        }
        if (defect instanceof IOException closed && isBrokenPipe(closed)) {
            return nobodyReads(program, terminal, new ConsumerClosedException(closed));
        }
        String hint = debug ? "" : "; run again with --debug for the details";
        critical(program, terminal.stderr(), "internal error: " + Quotes.of(defect) + hint);
        trace(defect, debug, terminal.stderr());
        return ExitCode.FAILURE;
    }

    /** Whether it broke off as a signal asked: that is no failure, and the signal's own code replaces the exit code. */
    private static boolean isStopped(Exception end) {
        if (Signals.received().isEmpty()) {
            return false;
        }
        for (Throwable cause = end; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException
                    || cause instanceof InterruptedIOException
                    || cause instanceof CancellationException) {
                return true;
            }
        }
        return false;
    }

    private static void stopped(Program program, PrintStream stderr, ExitCode signal) {
        String name = signal == ExitCode.INTERRUPTED ? "SIGINT" : "SIGTERM";
        stderr.println("WARNING " + program.name() + ": stopped by " + name
                + "; what was complete is kept, run again to go on from there");
    }

    /** Not the program's own failure: whoever closed the pipe says why. */
    private static ExitCode nobodyReads(Program program, Terminal terminal, ConsumerClosedException closed) {
        terminal.stderr().println("WARNING " + program.name() + ": " + closed.getMessage());
        return closed.exitCode();
    }

    private static boolean isBrokenPipe(IOException failure) {
        return "Broken pipe".equals(failure.getMessage());
    }

    private static void critical(Program program, PrintStream stderr, String message) {
        stderr.println(OneLine.of(Redactor.redact("CRITICAL " + program.name() + ": " + message)));
    }

    private static void trace(Exception failure, boolean debug, PrintStream stderr) {
        if (debug) {
            stderr.print(Redactor.redact(StackTrace.of(failure)));
        }
    }
}
