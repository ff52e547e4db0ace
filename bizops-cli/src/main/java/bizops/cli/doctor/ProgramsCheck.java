package bizops.cli.doctor;

import bizops.cli.pipeline.Programs;
import bizops.cli.process.Executable;
import bizops.cli.project.Job;
import bizops.cli.project.ProgramSpec;
import bizops.cli.project.TapSpec;
import bizops.singer.cli.Version;
import bizops.singer.error.ConfigException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether every program is there, and ours are of one version. */
record ProgramsCheck(Job job, Programs programs) implements Check {
    @Override
    public List<Finding> findings() throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(
                "java", Runtime.version() + ", " + (Runtime.getRuntime().maxMemory() >> 20) + " MB heap"));
        Map<String, ProgramSpec> specs = new LinkedHashMap<>();
        for (TapSpec tap : job.taps()) {
            specs.putIfAbsent(tap.program().command().get(0), tap.program());
        }
        specs.putIfAbsent(job.target().command().get(0), job.target());
        job.transform()
                .ifPresent(step -> specs.putIfAbsent(step.program().command().get(0), step.program()));
        job.report()
                .ifPresent(step -> specs.putIfAbsent(step.program().command().get(0), step.program()));
        for (ProgramSpec spec : specs.values()) {
            findings.add(finding(spec));
        }
        return findings;
    }

    private Finding finding(ProgramSpec spec) throws IOException, InterruptedException {
        String subject = "program " + spec.program();
        try {
            Executable program = programs.find(spec);
            if (!program.ours()) {
                return Finding.ok(subject, program.path().toString());
            }
            Process process = new ProcessBuilder(program.path().toString(), "--version")
                    .redirectError(Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int exit = process.waitFor();
            if (exit != 0) {
                return Finding.fail(subject, "--version ended with " + exit, "unpack the archive again");
            }
            return said.contains(" " + Version.current())
                    ? Finding.ok(subject, said)
                    : Finding.warn(
                            subject,
                            said + ", but bizops is " + Version.current(),
                            "install all programs from one archive");
        } catch (ConfigException missing) {
            return Finding.fail(subject, missing.getMessage(), "correct command in bizops.yml");
        }
    }
}
