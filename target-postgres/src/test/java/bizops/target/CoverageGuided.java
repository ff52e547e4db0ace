package bizops.target;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of Jazzer's, which changes inputs in the direction of code that none of them reached before. */
final class CoverageGuided {
    private static final int SEEDS = 300;
    private static final int SECONDS_FOR_ONE_INPUT = 600;
    private static final int LONGEST_INPUT = 100_000;

    private CoverageGuided() {}

    /** How the process ended: 0 where nothing was found. */
    record Outcome(int exitCode, String summary) {}

    /** Runs for that long, or until something is found; what was interesting is kept in the folder for the next run. */
    static Outcome run(Class<?> target, Path folder, long minutes) throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        for (int seed = 0; seed < SEEDS; seed++) {
            byte[] stream = BrokenInput.stream(seed);
            byte[] input = new byte[stream.length + 1];
            input[0] = (byte) (2 | seed << 2);
            System.arraycopy(stream, 0, input, 1, stream.length);
            Files.write(seeds.resolve("seed-" + seed), input);
        }
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx768m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + target.getName(),
                        "--instrumentation_includes=bizops.**:com.fasterxml.jackson.core.**",
                        "--custom_hook_includes=bizops.**",
                        "--reproducer_path=" + folder.toAbsolutePath(),
                        "-artifact_prefix=" + folder.toAbsolutePath() + "/",
                        "-dict=" + dictionary(folder),
                        "-max_total_time=" + Duration.ofMinutes(minutes).toSeconds(),
                        "-timeout=" + SECONDS_FOR_ONE_INPUT,
                        "-max_len=" + LONGEST_INPUT,
                        "-rss_limit_mb=3000",
                        "-print_final_stats=1",
                        corpus.toAbsolutePath().toString(),
                        seeds.toAbsolutePath().toString()))
                .inheritIO()
                .start();
        Duration cpu = Duration.ZERO;
        while (!process.waitFor(1, TimeUnit.SECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        String summary = "fuzzing: " + cpu.toSeconds() + " CPU seconds, exit code " + process.exitValue()
                + "; what broke a promise is " + folder.toAbsolutePath() + "/crash-*";
        System.out.println(summary);
        return new Outcome(process.exitValue(), summary);
    }

    private static Path dictionary(Path folder) throws IOException {
        StringBuilder words = new StringBuilder();
        for (byte[] token : BrokenInput.TOKENS) {
            words.append('"');
            for (byte one : token) {
                words.append(String.format("\\x%02X", one));
            }
            words.append("\"\n");
        }
        return Files.writeString(folder.resolve("words"), words, StandardCharsets.US_ASCII)
                .toAbsolutePath();
    }
}
