package bizops.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A repository with a pipeline, whose jobs gitlab-ci-local runs as GitLab would, each in a folder of its own. The password
 * of the database is a variable of type file.
 *
 * @param folder what is checked out; the bare repository that it is pushed to lies beside it
 */
record GitlabProject(Path folder) {
    private static final Path RUNNER = Path.of("src", "test", "js", "node_modules", ".bin", "gitlab-ci-local")
            .toAbsolutePath();
    private static final Path BASH = Path.of("/bin/bash");

    /** A new project of {@code bizops init} with these files of an example over it, in its first commit. */
    static GitlabProject make(Path parent, Path example, Sandbox sandbox, TestDatabase database, String... files)
            throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(RUNNER), "gitlab-ci-local is not installed: run bizops-dist/src/test/js/install.sh first");
        GitlabProject project = new GitlabProject(Files.createDirectory(parent.resolve("project")));
        assertThat(Run.in(project.folder, Map.of(), Tree.program("bizops"), "init")
                        .exit())
                .isZero();
        for (String file : files) {
            project.shell("cp -r \"$0\" .", example.resolve(file).toString());
        }
        project.variables(sandbox, database);
        project.shell(
                "git init -q -b main . && git init -q --bare ../origin.git && git remote add origin \"$PWD/../origin.git\""
                        + " && git remote add gcl-origin https://gitlab.example.com/acme/warehouse.git"
                        + " && printf '%s\\n' '.gitlab-ci-local*' results differences.md >> .git/info/exclude");
        project.push("main");
        return project;
    }

    /** Commits everything, as a branch that is made where it is not there. */
    void push(String branch) throws IOException, InterruptedException {
        shell(
                "(git checkout -q \"$0\" || git checkout -q -b \"$0\") && git add -A"
                        + " && git -c user.name=it -c user.email=it@example.com commit -q --allow-empty -m change"
                        + " && git push -q origin \"$0\"",
                branch);
    }

    /** Runs the pipeline of the branch that is checked out, or the jobs that are named. */
    Run pipeline(String... arguments) throws IOException, InterruptedException {
        String path = Tree.HOME.resolve("bin") + File.pathSeparator + System.getenv("PATH");
        return Run.in(
                folder,
                Map.of("PATH", path, "NO_COLOR", "1"),
                RUNNER,
                Stream.concat(
                                Stream.of(
                                        "--force-shell-executor",
                                        "--shell-isolation",
                                        "--home",
                                        folder.resolveSibling("home").toString()),
                                Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** Runs a script, with {@code $0} and what follows. */
    void shell(String script, String... arguments) throws IOException, InterruptedException {
        String[] words =
                Stream.concat(Stream.of("-c", script), Stream.of(arguments)).toArray(String[]::new);
        Run run = Run.in(folder, Map.of(), BASH, words);
        assertThat(run.exit()).as(script + "\n" + run.stderr()).isZero();
    }

    private void variables(Sandbox sandbox, TestDatabase database) throws IOException {
        Path env = folder.resolve(".env");
        List<String> vendors = Files.readAllLines(env).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line ->
                        line.replace("http://127.0.0.1:8123", sandbox.url()).replaceFirst("=(.*)$", ": \"$1\""))
                .toList();
        Files.delete(env);
        String text = vendors.stream().collect(Collectors.joining("\n", "", "\n"))
                + """
                PG_ADDRESS: "%s"
                PG_PORT: "%d"
                PG_DATABASE: "%s"
                PG_USERNAME: "%s"
                PG_PASSWORD_FILE:
                  type: file
                  values: {"*": "%s"}
                """.formatted(
                        database.host(), database.port(), database.name(), database.user(), database.password());
        Files.writeString(folder.resolve(".gitlab-ci-local-variables.yml"), text);
    }
}
