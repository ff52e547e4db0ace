package bizops.report.serve;

import bizops.singer.error.BizopsException;
import bizops.singer.error.ConfigException;
import bizops.singer.report.OneLine;
import bizops.singer.report.Redactor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Builds a site into a directory as often as it is asked to. What a build that fails leaves is the one before, and the
 * lines that say why. Thread-safe; builds follow one another.
 */
final class Workshop {
    private final SiteBuilder builder;
    private final Path directory;
    private final String script;
    private final Object building = new Object();
    private Outcome outcome = new Outcome(0, List.of("not built yet"));

    Workshop(SiteBuilder builder, Path directory, String script) {
        this.builder = builder;
        this.directory = directory;
        this.script = script;
    }

    /** What came of the last build. */
    synchronized Outcome outcome() {
        return outcome;
    }

    /** Waits until there is another outcome than the one known, or some time has passed. */
    synchronized Outcome outcomeAfter(long number, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        long left = milliseconds;
        while (outcome.number() == number && left > 0) {
            wait(left);
            left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        }
        return outcome;
    }

    /** Builds once. */
    Outcome build() {
        synchronized (building) {
            List<String> mistakes = mistakes();
            synchronized (this) {
                outcome = new Outcome(outcome.number() + 1, mistakes);
                notifyAll();
                return outcome;
            }
        }
    }

    private List<String> mistakes() {
        try {
            builder.build(directory, script);
            return List.of();
        } catch (ConfigException wrong) {
            return wrong.problems().stream().map(Workshop::shown).toList();
        } catch (BizopsException known) {
            return List.of(shown(known.getMessage()));
        } catch (Exception defect) {
            return List.of(shown("internal error: " + defect));
        }
    }

    private static String shown(String line) {
        return OneLine.of(Redactor.redact(line));
    }

    /**
     * What came of a build. Immutable.
     *
     * @param number of the build, from 1
     * @param mistakes why there are no new pages; empty where there are
     */
    record Outcome(long number, List<String> mistakes) {}
}
