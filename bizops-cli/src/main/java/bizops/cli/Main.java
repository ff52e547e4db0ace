package bizops.cli;

import bizops.singer.cli.Launcher;
import bizops.singer.cli.Program;

/** The program {@code bizops}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Program program = Program.named("bizops", "Runs the taps, the target, the transform and the report together.")
                .with("demo", new DemoCommand())
                .with("install-cache", new InstallCacheCommand());
        Launcher.main(program, arguments);
    }
}
