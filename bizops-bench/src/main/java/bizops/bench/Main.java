package bizops.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.List;

/** {@code bench WORK [rows] [pairs]}, or {@code bench --short}. */
public final class Main {
    private static final String TRANSFORM = "transform";
    private static final String LINES = "lines";
    private static final List<String> ALL = List.of(
            "first", "narrow", "streams", "second", "link", "checks", "start", "memory", TapForm.ALL, TRANSFORM);
    private static final List<String> SHORT = List.of("first", "second", TapForm.ALL, TRANSFORM);
    private static final int MILLION = 1_000_000;
    private static final int PAIRS = 5;
    private static final int TAP_PAIRS = 3;
    private static final int SHORT_ROWS = 3000;
    private static final int SHORT_TOUCHES = 1000;

    private Main() {}

    public static void main(String... arguments) throws Exception {
        String work = arguments.length > 0 ? arguments[0] : "";
        boolean brief = work.equals("--short");
        if (!brief && !work.equals("all") && !work.equals(LINES) && !ALL.contains(work) && !TapForm.isWork(work)) {
            System.err.println("usage: bench " + String.join("|", ALL) + "|" + TapForm.works()
                    + "|all [rows] [pairs], or bench lines [rows], or bench --short");
            System.exit(2);
        }
        if (work.equals(LINES)) {
            long rows = arguments.length > 1 ? Long.parseLong(arguments[1]) : MILLION;
            Data.pour(new Data.Wish(LINES, Field.wide(), 1, rows, 0), new FileOutputStream(FileDescriptor.out));
            return;
        }
        try (Installation programs = new Installation(Path.of(System.getProperty("bizops.home")), !brief)) {
            for (String one : brief ? SHORT : work.equals("all") ? ALL : List.of(work)) {
                long rows = brief ? brief(one) : number(arguments, 1, usual(one));
                int pairs = brief ? 1 : (int) number(arguments, 2, TapForm.isWork(one) ? TAP_PAIRS : PAIRS);
                if (TapForm.isWork(one)) {
                    new Taps(programs, System.out).run(TapForm.of(one), rows, pairs);
                } else {
                    run(programs, one, rows, pairs);
                }
            }
        }
    }

    private static long number(String[] arguments, int place, long otherwise) {
        return arguments.length > place ? Long.parseLong(arguments[place]) : otherwise;
    }

    private static long brief(String work) {
        return work.equals(TRANSFORM) ? SHORT_TOUCHES : SHORT_ROWS;
    }

    private static long usual(String work) {
        return switch (work) {
            case "first", "narrow", "memory" -> MILLION;
            case TRANSFORM -> 10 * MILLION;
            default -> TapForm.isWork(work) ? MILLION : MILLION / 5;
        };
    }

    private static void run(Installation programs, String work, long rows, int pairs) throws Exception {
        try (Ground ground = new Ground(programs)) {
            run(ground, work, rows, pairs);
        }
    }

    private static void run(Ground ground, String work, long rows, int pairs) throws Exception {
        Loads loads = new Loads(ground, new Contest(System.out));
        switch (work) {
            case "first" -> loads.first(rows, pairs);
            case "narrow" -> loads.narrow(rows, pairs);
            case "streams" -> loads.streams(rows, pairs);
            case "second" -> loads.second(rows, pairs);
            case "link" -> loads.link(rows, pairs);
            case "checks" -> loads.checks(rows, pairs);
            case "start" -> new StartUp(ground, System.out).run(11);
            case "memory" -> new Memory(ground, System.out).run(rows);
            case TRANSFORM -> new Transforms(ground, System.out).run(rows, rows > SHORT_TOUCHES);
            default -> throw new IllegalArgumentException(work);
        }
    }
}
