package bizops.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** How long the target takes to say its version and to load two rows, beside a Java program that says hello. */
final class StartUp {
    private final Ground ground;
    private final PrintStream out;

    StartUp(Ground ground, PrintStream out) {
        this.ground = ground;
        this.out = out;
    }

    void run(int times) throws SQLException, IOException, InterruptedException {
        Data data = Data.make(ground.directory(), new Data.Wish("two", Field.wide(), 1, 2, 0));
        Path classes = hello();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Tables tables = new Tables(ground, data);
        List<Measured> hellos = new ArrayList<>();
        List<Measured> versions = new ArrayList<>();
        List<Measured> loads = new ArrayList<>();
        for (int i = -1; i < times; i++) {
            tables.drop(Tables.OURS);
            Measured hello = Measured.run(
                    ground.quiet(new ProcessBuilder(java, "-cp", classes.toString(), Hello.class.getName())));
            Measured version = Measured.run(ground.program("target-postgres", "--version"));
            Measured load = Measured.run(ground.target(Tables.OURS, data.messages(), ""));
            if (i >= 0) {
                hellos.add(hello);
                versions.add(version);
                loads.add(load);
            }
        }
        double base = Contest.median(hellos, Measured::seconds) * 1000;
        double version = Contest.median(versions, Measured::seconds) * 1000;
        double load = Contest.median(loads, Measured::seconds) * 1000;
        out.printf(
                "start, median of %d, Java %s: hello %.0f ms, --version %.0f ms (+%.0f), two rows %.0f ms (+%.0f)%n",
                times, Runtime.version(), base, version, version - base, load, load - base);
    }

    private Path hello() throws IOException {
        Path classes = ground.directory().resolve("hello");
        String file = Hello.class.getName().replace('.', '/') + ".class";
        Path copy = classes.resolve(file);
        Files.createDirectories(classes.resolve("bizops/bench"));
        try (InputStream in = Hello.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no " + file);
            }
            Files.copy(in, copy);
        }
        return classes;
    }
}
