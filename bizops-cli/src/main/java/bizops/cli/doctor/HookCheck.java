package bizops.cli.doctor;

import bizops.cli.process.Executable;
import bizops.cli.project.AlertSpec;
import bizops.singer.error.ConfigException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether those can be told whom {@code alerts} names: a run would only warn, when it matters. Nothing is sent. */
record HookCheck(AlertSpec spec) implements Check {
    private static final String SUBJECT = "alerts";

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (!spec.command().isEmpty()) {
            findings.add(command(spec.command().get(0)));
        }
        spec.prometheus()
                .ifPresent(
                        folder -> findings.add(
                                Files.isDirectory(folder) && Files.isWritable(folder)
                                        ? Finding.ok(SUBJECT, "metrics go to " + folder)
                                        : Finding.warn(
                                                SUBJECT,
                                                "no file can be written in " + folder,
                                                "make the folder and let this user write there, or correct prometheus_folder")));
        return findings;
    }

    private Finding command(String name) {
        try {
            Executable program =
                    Executable.find(name, Optional.empty(), spec.environment().getOrDefault("PATH", ""));
            return Finding.ok(SUBJECT, "go to " + program.path());
        } catch (ConfigException missing) {
            return Finding.warn(SUBJECT, String.valueOf(missing.getMessage()), "else nobody is told of failures");
        }
    }
}
