package bizops.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What one process cost, as Linux counts it.
 *
 * @param seconds from start to end
 * @param cpuSeconds of all its threads, in user and system mode
 * @param peakBytes the most memory that was resident
 */
record Measured(double seconds, double cpuSeconds, long peakBytes) {
    private static final int LOOK_EVERY_MILLIS = 10;
    private static final double TICKS_PER_SECOND = 100;
    /** Fields of {@code /proc/PID/stat} behind the name: user time is the 12th, system time the one after it. */
    private static final int USER_TIME = 11;

    /** Runs the process to its end; its exit code must be 0. */
    static Measured run(ProcessBuilder builder) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = builder.start();
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        double cpu = 0;
        long peak = 0;
        boolean ended = false;
        while (!ended) {
            try {
                cpu = Math.max(cpu, cpu(Files.readString(proc.resolve("stat"))));
                peak = Math.max(peak, peak(Files.readAllLines(proc.resolve("status"))));
            } catch (IOException gone) {
                ended = !process.isAlive();
            }
            ended |= process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (process.waitFor() != 0) {
            throw new IOException(builder.command() + " ended with " + process.exitValue());
        }
        return new Measured(seconds, cpu, peak);
    }

    private static double cpu(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1])) / TICKS_PER_SECOND;
    }

    private static long peak(List<String> status) {
        for (String line : status) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
            }
        }
        return 0;
    }
}
