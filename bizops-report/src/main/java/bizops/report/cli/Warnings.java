package bizops.report.cli;

import bizops.report.cube.Marts;
import bizops.report.page.Site;
import bizops.singer.cli.Terminal;

/** What is worth a word of a site that could be built. */
final class Warnings {
    private Warnings() {}

    /** What optional cubes lack, but for what nobody asked for, and measures that nothing says the meaning of. */
    static void print(Site site, Marts marts, Terminal terminal) {
        marts.cubes().values().stream()
                .filter(cube -> cube.missing() != null && !cube.file().details())
                .map(cube -> cube.file().place().file() + ": left out: " + cube.missing())
                .sorted()
                .forEach(line -> warn(terminal, line));
        site.warnings().forEach(line -> warn(terminal, line));
    }

    private static void warn(Terminal terminal, String line) {
        terminal.stderr().println("WARNING bizops-report: " + line);
    }
}
