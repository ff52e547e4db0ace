package bizops.cli;

import bizops.cli.process.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** An installation whose programs are shell scripts. */
final class Scripts {
    private final Path home;

    Scripts(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("bin"));
    }

    Installation installation() {
        return new Installation(home);
    }

    /** Puts a program there that appends its arguments to {@code <name>.calls} and then runs {@code body}. */
    Path program(String name, String body) throws IOException {
        Path script = home.resolve("bin").resolve(name);
        Files.writeString(script, "#!/bin/sh\necho \"$*\" >>'" + calls(name) + "'\n" + body + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Path calls(String name) {
        return home.resolve(name + ".calls");
    }
}
