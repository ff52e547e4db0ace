package bizops.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;

/** {@code bench WORK [rows] [pairs]}, or {@code bench --short}. */
public final class Main {
    private static final List<String> ALL =
            List.of("first", "narrow", "streams", "second", "link", "checks", "start", "memory");
    private static final String LINES = "lines";
    private static final int MILLION = 1_000_000;
    private static final int PAIRS = 5;
    private static final int SHORT_ROWS = 3000;

    private Main() {}

    public static void main(String... arguments) throws Exception {
        String work = arguments.length > 0 ? arguments[0] : "";
        boolean brief = work.equals("--short");
        if (!brief && !work.equals("all") && !work.equals(LINES) && !ALL.contains(work)) {
            System.err.println("usage: bench " + String.join("|", ALL)
                    + "|all [rows] [pairs], or bench lines [rows], or bench --short");
            System.exit(2);
        }
        if (work.equals(LINES)) {
            long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : MILLION;
            Data.pour(new Data.Wish(LINES, Field.wide(), 1, rows, 0), new FileOutputStream(FileDescriptor.out));
            return;
        }
        try (Ground ground = new Ground(Path.of(System.getProperty("bizops.home")), !brief)) {
            if (brief) {
                for (String one : List.of("first", "second")) {
                    run(ground, one, SHORT_ROWS, 1);
                }
            } else if (work.equals("all")) {
                for (String one : ALL) {
                    run(ground, one, usual(one), PAIRS);
                }
            } else {
                long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : usual(work);
                run(ground, work, rows, arguments.length > 2 ? Integer.parseInt(arguments[2]) : PAIRS);
            }
        }
    }

    private static long usual(String work) {
        return switch (work) {
            case "first", "narrow", "memory" -> MILLION;
            default -> MILLION / 5;
        };
    }

    private static void run(Ground ground, String work, long rows, int pairs) throws Exception {
        Loads loads = new Loads(ground, new Contest(ground, System.out));
        switch (work) {
            case "first" -> loads.first(rows, pairs);
            case "narrow" -> loads.narrow(rows, pairs);
            case "streams" -> loads.streams(rows, pairs);
            case "second" -> loads.second(rows, pairs);
            case "link" -> loads.link(rows, pairs);
            case "checks" -> loads.checks(rows, pairs);
            case "start" -> new StartUp(ground, System.out).run(11);
            case "memory" -> new Memory(ground, System.out).run(rows);
            default -> throw new IllegalArgumentException(work);
        }
    }
}
