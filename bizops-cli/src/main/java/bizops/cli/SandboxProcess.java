package bizops.cli;

import bizops.singer.error.RemoteException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running sandbox, as its first line describes it.
 *
 * @param url without a slash at the end
 */
record SandboxProcess(String url, String clientId, String clientSecret) {
    private static final Pattern FIRST_LINE =
            Pattern.compile("sandbox listening on (\\S+) \\(client_id=([^,]+), client_secret=([^)]+)\\)");

    private static final Set<String> SALESFORCE = Set.of(
            "Account",
            "Contact",
            "Lead",
            "Campaign",
            "CampaignMember",
            "Opportunity",
            "OpportunityContactRole",
            "OpportunityHistory",
            "User");

    /** Starts one on a free port and waits until it listens. */
    static SandboxProcess start(
            Installation installation, DemoOptions options, CompanyClock clock, Path log, Children children)
            throws IOException {
        ProgramRun run = new ProgramRun(installation.program("bizops-sandbox"), company(options, clock), log);
        Process process = run.builder().start();
        children.add(process);
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        Matcher said = FIRST_LINE.matcher(line == null ? "" : line);
        if (!said.matches()) {
            throw RemoteException.permanent("bizops-sandbox did not start; its log is " + log, null);
        }
        return new SandboxProcess(said.group(1), said.group(2), said.group(3));
    }

    /** What the demo loads, in this order. */
    List<DemoVendor> vendors() {
        return List.of(new DemoVendor(
                "salesforce",
                SALESFORCE,
                Map.of("login_url", url, "client_id", clientId, "client_secret", clientSecret)));
    }

    /** The arguments that make the sandbox this company at this time, whatever it is asked to do with it. */
    static List<String> company(DemoOptions options, CompanyClock clock) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("--seed", Long.toString(options.seed()), "--scale", Integer.toString(options.scale())));
        for (String move : clock.moves()) {
            arguments.addAll(List.of("--advance", move));
        }
        return arguments;
    }
}
