package bizops.cli;

import bizops.cli.process.Installation;
import bizops.singer.error.RemoteException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running sandbox, as its first lines describe it.
 *
 * @param url without a slash at the end
 */
record SandboxProcess(String url, Credentials salesforce, Credentials zuora, Credentials marketo) {
    /** Before any of what the invented company has done. */
    private static final String BEGINNING = "2024-06-01T00:00:00Z";

    private static final Pattern LINE =
            Pattern.compile("(?:sandbox listening on (\\S+)|\\w+) \\(client_id=([^,]+), client_secret=([^)]+)\\)");

    /** What a tap logs in with; the sandbox's are public. */
    record Credentials(String clientId, String clientSecret) {}

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
    private static final Set<String> ZUORA = Set.of(
            "Account",
            "Amendment",
            "Contact",
            "Invoice",
            "InvoiceItem",
            "Payment",
            "Product",
            "ProductRatePlan",
            "ProductRatePlanCharge",
            "RatePlan",
            "RatePlanCharge",
            "Subscription");
    private static final Set<String> MARKETO = Set.of(
            "activities",
            "activity_types",
            "deleted_leads",
            "lead_merges",
            "leads",
            "program_costs",
            "program_members",
            "program_tags",
            "programs");

    /** Starts one on a free port, with the company's seeds written, and waits until it listens. */
    static SandboxProcess start(
            Installation installation, DemoOptions options, CompanyClock clock, DemoFiles files, Children children)
            throws IOException {
        Path log = files.log("bizops-sandbox");
        List<String> arguments = company(options, clock);
        arguments.addAll(List.of("--seeds", files.seeds().toString()));
        ProgramRun run = new ProgramRun(installation.program("bizops-sandbox"), arguments, log);
        Process process = run.builder().start();
        children.add(process);
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Matcher first = said(lines, log);
        return new SandboxProcess(
                first.group(1), credentials(first), credentials(said(lines, log)), credentials(said(lines, log)));
    }

    private static Matcher said(BufferedReader lines, Path log) throws IOException {
        String line = lines.readLine();
        Matcher said = LINE.matcher(line == null ? "" : line);
        if (!said.matches()) {
            throw RemoteException.permanent("bizops-sandbox did not start; its log is " + log, null);
        }
        return said;
    }

    private static Credentials credentials(Matcher said) {
        return new Credentials(said.group(2), said.group(3));
    }

    /** What the demo loads, in this order. The sandbox answers at once: nobody need wait between two looks at a job. */
    List<DemoVendor> vendors() {
        return List.of(
                new DemoVendor("salesforce", SALESFORCE, settings(salesforce, Map.of("login_url", url))),
                new DemoVendor("zuora", ZUORA, settings(zuora, Map.of("base_url", url, "poll_interval_seconds", 0))),
                new DemoVendor(
                        "marketo",
                        MARKETO,
                        settings(
                                marketo,
                                Map.of(
                                        "endpoint",
                                        url,
                                        "start_date",
                                        BEGINNING,
                                        "poll_interval",
                                        0,
                                        "request_rate",
                                        100_000))));
    }

    private static Map<String, Object> settings(Credentials credentials, Map<String, Object> more) {
        Map<String, Object> settings = new TreeMap<>(more);
        settings.put("client_id", credentials.clientId());
        settings.put("client_secret", credentials.clientSecret());
        return settings;
    }

    /** The arguments that make the sandbox this company at this time. */
    private static List<String> company(DemoOptions options, CompanyClock clock) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--seed",
                Long.toString(options.seed()),
                "--scale",
                options.scale().toPlainString()));
        for (String move : clock.moves()) {
            arguments.addAll(List.of("--advance", move));
        }
        return arguments;
    }
}
