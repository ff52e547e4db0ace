package bizops.cli.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Optional;

/** Where a run takes place, as the environment tells. Immutable. */
public record Surroundings(Map<String, String> environment) {
    public String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return environment.getOrDefault("HOSTNAME", "unknown");
        }
    }

    /** Of the CI job that runs this. */
    public Optional<String> jobUrl() {
        Optional<String> run = variable("GITHUB_RUN_ID");
        return variable("CI_JOB_URL")
                .or(() -> run.map(id -> environment.getOrDefault("GITHUB_SERVER_URL", "") + "/"
                        + environment.getOrDefault("GITHUB_REPOSITORY", "") + "/actions/runs/" + id));
    }

    /** Of the repository that the job belongs to. */
    public Optional<String> gitSha() {
        return variable("CI_COMMIT_SHA").or(() -> variable("GITHUB_SHA"));
    }

    /** The folders where programs are looked for. */
    public String path() {
        return environment.getOrDefault("PATH", "");
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
