package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shells offer where the last word of a command line is to be completed. */
final class CompletionIT {
    /** Calls a completion as bash does: {@code SCRIPT WORD...}, of which the last is completed. */
    private static final String ASK = """
            source "$1" && shift
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
            read -r _ _ function _ < <(complete -p "$1")
            "$function"
            printf '%s\\n' "${COMPREPLY[@]}"
            """;

    @TempDir
    private Path folder = Path.of("");

    static List<String> programs() throws IOException {
        return Tree.programs();
    }

    @Test
    void offersCommandsThenTheirOptionsThenValues() throws Exception {
        assertThat(offered("bizops", "st")).containsExactly("state");
        assertThat(offered("bizops", "run", "--ca")).containsExactly("--catalog");
        assertThat(offered("bizops", "state", "ex")).containsExactly("export");
        assertThat(offered("bizops-transform", "mapping", "")).containsExactly("init", "check");
        assertThat(offered("tap-zuora", "--format", "")).contains("text", "json", "markdown");
        assertThat(offered("tap-zuora", "--format", "=", "j")).containsExactly("json");
    }

    @Test
    void offersFilesAndFoldersWithSpacesInTheirNames() throws Exception {
        Files.createFile(folder.resolve("my settings.json"));
        Files.createDirectory(folder.resolve("my company"));

        assertThat(offered("tap-zuora", "--config", "my")).containsExactlyInAnyOrder("my settings.json", "my company");
        assertThat(offered("bizops-report", "build", "--project", "my")).containsExactly("my company");
    }

    @Test
    void offersTheStreamsOfTheProjectsCatalogs() throws Exception {
        Files.createDirectory(folder.resolve("catalogs"));
        Files.writeString(
                folder.resolve("catalogs/salesforce.json"),
                "{\"streams\":[{\"tap_stream_id\":\"Lead\"},{\"tap_stream_id\" : \"Account\"}]}");

        assertThat(offered("bizops", "run", "--full-refresh", "")).containsExactly("Lead", "Account");
        assertThat(offered("bizops", "backfill", "L")).containsExactly("Lead");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void bashAndZshReadTheScriptOfEveryProgram(String program) throws Exception {
        Tools.need("zsh");
        Path zsh = Tree.HOME.resolve("share/zsh/site-functions/_" + program);

        assertThat(offered(program, "--vers")).containsExactly("--version");
        assertThat(Run.of(Path.of("/usr/bin/env"), "zsh", "-n", zsh.toString())).isEqualTo(new Run(0, "", ""));
        assertThat(zsh).content().startsWith("#compdef " + program + "\n").contains("'--version[");
    }

    private List<String> offered(String program, String... words) throws Exception {
        Path script = Tree.HOME.resolve("share/bash-completion/completions/" + program);
        List<String> arguments = new ArrayList<>(List.of("-c", ASK, "ask", script.toString(), program));
        arguments.addAll(List.of(words));
        Run run = Run.in(folder, Map.of(), Path.of("/bin/bash"), arguments.toArray(String[]::new));
        assertThat(run.stderr()).isEmpty();
        return run.stdout().lines().toList();
    }
}
