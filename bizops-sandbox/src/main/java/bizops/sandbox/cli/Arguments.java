package bizops.sandbox.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParameterException;
import java.util.ArrayList;
import java.util.List;

/** The command line as typed; what the values mean is for the caller. */
public final class Arguments {
    @Parameter(names = "--port", placeholder = "PORT", description = "port on 127.0.0.1; 0 takes any free one")
    private int port = 0;

    @Parameter(names = "--seed", placeholder = "NUMBER", description = "another seed is another company")
    private long seed = 1;

    @Parameter(
            names = "--scale",
            placeholder = "NUMBER",
            description = "size of the company; 1 is about 5000 leads and 200 customers")
    private double scale = 1;

    @Parameter(
            names = {"--clock", "--as-of"},
            placeholder = "INSTANT",
            description = "instant at which the sandbox's clock stands (default 2026-06-30T12:00:00Z)")
    private String clock = "";

    @Parameter(
            names = "--advance",
            placeholder = "DURATION",
            description = "then move the clock, for example 30d; may be repeated")
    private List<String> advances = new ArrayList<>();

    @Parameter(
            names = "--fault",
            placeholder = "FAULT",
            description = "arm a fault: name[:key=value,...]; may be repeated",
            splitter = Whole.class)
    private List<String> faults = new ArrayList<>();

    @Parameter(
            names = "--rows",
            placeholder = "OBJECT=N",
            description =
                    "OBJECT=N: also answer with N rows of the object (Lead, marketo.leads, zuora.Account), computed when"
                            + " asked for; may be repeated")
    private List<String> rows = new ArrayList<>();

    @Parameter(
            names = "--seeds",
            placeholder = "FOLDER",
            description = "also write the files of the command seeds into this folder, then serve")
    private String seeds = "";

    @Parameter(
            names = "--out",
            placeholder = "FOLDER",
            description = "with the commands seeds and world: the folder to write")
    private String out = "";

    @Parameter(
            names = "--config",
            placeholder = "FILE",
            description = "with the command world: a file with host, port, user, password, database")
    private String config = "";

    @Parameter(
            names = "--touches",
            placeholder = "NUMBER",
            description = "with the command world: rows of CampaignMember; the rest in proportion")
    private long touches = 100_000;

    @Parameter(names = "--help", description = "print this and exit", help = true)
    private boolean help;

    @Parameter(names = "--version", description = "print the version and exit", help = true)
    private boolean version;

    @Parameter(description = "[seeds|world]")
    private List<String> commands = new ArrayList<>();

    /** Parses a command line; throws IllegalArgumentException that says what is wrong. */
    public static Arguments parse(String... args) {
        Arguments arguments = new Arguments();
        try {
            commander(arguments).parse(args);
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return arguments;
    }

    /** What --help prints. */
    public static String usage() {
        StringBuilder usage = new StringBuilder();
        commander(new Arguments()).getUsageFormatter().usage(usage);
        return usage.toString();
    }

    private static JCommander commander(Arguments arguments) {
        return JCommander.newBuilder()
                .addObject(arguments)
                .programName("bizops-sandbox")
                .build();
    }

    public int port() {
        return port;
    }

    public long seed() {
        return seed;
    }

    public double scale() {
        return scale;
    }

    /** An instant or a date, empty if not given. */
    public String clock() {
        return clock;
    }

    public List<String> advances() {
        return List.copyOf(advances);
    }

    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Each {@code OBJECT=N}. */
    public List<String> rows() {
        return List.copyOf(rows);
    }

    /** The folder for the seeds of the company that is served, empty if not given. */
    public String seeds() {
        return seeds;
    }

    /** Empty if not given. */
    public String out() {
        return out;
    }

    /** Empty if not given. */
    public String config() {
        return config;
    }

    public long touches() {
        return touches;
    }

    public boolean help() {
        return help;
    }

    public boolean version() {
        return version;
    }

    public List<String> commands() {
        return List.copyOf(commands);
    }
}
