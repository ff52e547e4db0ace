package bizops.singer.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.testkit.run.Executable;
import bizops.singer.testkit.run.Limits;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.ToolProvider;

/** A tap of one Java file, compiled here and run as a process of its own. */
final class CompiledTap {
    private CompiledTap() {}

    /** The program of the main class, whose classes go into {@code folder}. */
    static Executable of(Path source, String mainClass, Path folder) {
        String classPath = System.getProperty("java.class.path");
        int code = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(code).isZero();
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:disable",
                "-Xlog:all=warning:stderr",
                "-XX:TieredStopAtLevel=1",
                "-XX:CompileThresholdScaling=4", // it ends before most code, once compiled, would have paid for that
                "-XX:+UseSerialGC",
                "-cp",
                folder + ":" + classPath,
                mainClass);
        return new Executable(command, Map.of(), Limits.defaults());
    }
}
