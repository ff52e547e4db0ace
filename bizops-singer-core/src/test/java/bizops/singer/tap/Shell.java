package bizops.singer.tap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A line of bash with real processes and real pipes, and how it ended. */
record Shell(int exit, String stdout, String stderr) {
    /** How this Java runs a class with the tests' own class path, more folders in front. */
    static String java(String mainClass, Path... folders) {
        StringBuilder classPath = new StringBuilder();
        for (Path folder : folders) {
            classPath.append(folder).append(':');
        }
        classPath.append(System.getProperty("java.class.path"));
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -Xshare:auto -XX:TieredStopAtLevel=1"
                + " -XX:CompileThresholdScaling=4 -XX:+UseSerialGC -Xlog:disable -Xlog:all=warning:stderr -cp '"
                + classPath + "' " + mainClass;
    }

    static Shell run(String line, Map<String, String> environment) throws IOException, InterruptedException {
        Path out = Files.createTempFile("shell", ".out");
        Path err = Files.createTempFile("shell", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", "-o", "pipefail", "-c", line)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().putAll(environment);
            int exit = builder.start().waitFor();
            return new Shell(exit, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }
}
