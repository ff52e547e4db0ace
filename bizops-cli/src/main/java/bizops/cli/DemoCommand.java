package bizops.cli;

import bizops.cli.process.Installation;
import bizops.singer.cli.Command;
import bizops.singer.cli.Signals;
import bizops.singer.cli.Terminal;
import bizops.singer.error.BizopsException;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code bizops demo}: the whole chain on an invented company, with a database and a Salesforce of its own. */
@Parameters(commandDescription = "Runs the whole chain on an invented company; the last line is the page's path")
final class DemoCommand implements Command {
    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");

    @Parameter(
            names = "--seed",
            placeholder = "NUMBER",
            description = "Which company is invented; another one gets a database of its own")
    private long seed = 1;

    @Parameter(
            names = "--scale",
            placeholder = "NUMBER",
            description = "The company's size; 1 is about 5000 leads and 200 customers")
    private BigDecimal scale = BigDecimal.ONE;

    @Parameter(
            names = "--advance",
            placeholder = "DURATION",
            description = "Moves the company's clock, such as 30d, and loads only what changed since the last run")
    private String advance = "";

    @Parameter(names = "--keep", description = "Leaves the database and the sandbox up until Ctrl-C")
    private boolean keep;

    @Parameter(
            names = "--dir",
            placeholder = "FOLDER",
            description = "Where everything is kept; made if it is not there")
    private String directory = "demo";

    @Override
    public void run(Terminal terminal) throws IOException, InterruptedException {
        try (Children children = new Children()) {
            Signals.onSignal(children::close);
            Demo demo = new Demo(Installation.current(), new Steps(terminal), children);
            run(demo, children);
        }
    }

    /** After a signal every program fails, which is what was wanted. */
    private void run(Demo demo, Children children) throws IOException, InterruptedException {
        try {
            demo.run(options());
        } catch (IOException | BizopsException e) {
            if (!children.closed()) {
                throw e;
            }
        }
    }

    private DemoOptions options() {
        if (scale.signum() <= 0) {
            throw new UsageException("--scale must be above 0, not " + scale);
        }
        return new DemoOptions(
                seed, scale, days(), keep, Path.of(directory).toAbsolutePath().normalize());
    }

    private int days() {
        if (advance.isEmpty()) {
            return 0;
        }
        Matcher days = DAYS.matcher(advance);
        if (!days.matches()) {
            throw new UsageException("--advance takes a number of days such as 30d, not " + advance);
        }
        return Integer.parseInt(days.group(1));
    }
}
