package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/install.md over the archive that the build has just made. */
final class InstallDocumentIT {
    private static final String FENCE = "```";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theArchiveIsInstalledAsTheDocumentSays() throws Exception {
        Path archive = archive();
        Files.copy(archive, folder.resolve(String.valueOf(archive.getFileName())));

        Run run = bash(block("tar xzf") + "ls\n");

        assertThat(run.exit()).as(run.stderr()).isZero();
        assertThat(run.stdout()).startsWith("bizops v");
        assertThat(run.stdout().lines())
                .contains("bin", "lib", "share", "LICENSE", "README", "SBOM.json", "THIRD-PARTY");
    }

    @Test
    void theLinesOfTheShellsStartFilesDefineCompletion() throws Exception {
        Tools.need("zsh");

        Run bash = bash(block("bash-completion").replace("~/bizops-0.1.0", Tree.HOME.toString())
                + "complete -p bizops tap-zuora\n");
        Run zsh = run(
                "zsh",
                "-f",
                block("fpath=").replace("~/bizops-0.1.0", Tree.HOME.toString())
                        + "autoload -U compinit && compinit -u -D && echo $_comps[tap-zuora]\n");

        assertThat(bash.stdout()).isEqualTo("complete -F _bizops bizops\ncomplete -F _tap_zuora tap-zuora\n");
        assertThat(zsh.stdout()).isEqualTo("_tap-zuora\n");
    }

    private Run bash(String script) throws Exception {
        return run("bash", "--norc", "set -e\n" + script);
    }

    private Run run(String shell, String option, String script) throws Exception {
        Path file = Files.writeString(folder.resolve("script"), script);
        Map<String, String> home = Map.of("HOME", folder.toString());
        Run run = Run.in(folder, home, Path.of("/usr/bin/env"), shell, option, file.toString());
        Files.delete(file);
        return run;
    }

    private static Path archive() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target").toAbsolutePath())) {
            return files.filter(file -> file.toString().endsWith(".tar.gz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "install.md"));
    }

    private static String block(String command) throws IOException {
        List<String> blocks = Arrays.stream(document().split(FENCE, -1))
                .filter(block -> block.startsWith("sh\n") && block.contains(command))
                .toList();
        assertThat(blocks).hasSize(1);
        return blocks.get(0).substring("sh\n".length());
    }
}
