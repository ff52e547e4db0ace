package bizops.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** One way to read a vendor's rows, as the bare client and as the tap call it. */
enum TapForm {
    PAGES("Salesforce REST pages", "salesforce", "Lead", "Lead", List.of("rest", "Lead", "-"), salesforce("REST")),
    RESULTS("Salesforce Bulk results", "salesforce", "Lead", "Lead", List.of("csv", "Lead", "-"), salesforce("BULK2")),
    AQUA(
            "Zuora AQuA file",
            "zuora",
            "zuora.InvoiceItem",
            "InvoiceItem",
            List.of("aqua", "InvoiceItem", "*, " + String.join(", ", Related.OF_INVOICE_ITEM)),
            "\"base_url\": \"%s\", \"streams\": [\"InvoiceItem\"], \"poll_interval_seconds\": 0"),
    LEADS(
            "Marketo bulk leads",
            "marketo",
            "marketo.leads",
            "leads",
            List.of("leads", Span.FROM, Span.TO),
            "\"endpoint\": \"%s\", \"start_date\": \"" + Span.FROM
                    + "\", \"poll_interval\": 0, \"request_rate\": 10000, \"max_bulk_mb_per_day\": 1000000");

    /** The word for all forms. */
    static final String ALL = "taps";

    /** The related rows whose ids a tap reads too; a star stands for own fields alone. */
    private static final class Related {
        static final List<String> OF_INVOICE_ITEM = List.of(
                "Account.Id",
                "Amendment.Id",
                "BillToContact.Id",
                "Invoice.Id",
                "Product.Id",
                "ProductRatePlan.Id",
                "ProductRatePlanCharge.Id",
                "RatePlan.Id",
                "RatePlanCharge.Id",
                "SoldToContact.Id");
    }

    /** From before the sandbox's company was founded to five minutes before its clock, where the tap stops too. */
    private static final class Span {
        static final String FROM = "2024-06-01T00:00:00Z";
        static final String TO = "2026-06-30T11:55:00Z";
    }

    final String title;
    final String vendor;
    /** The object as the sandbox's option {@code --rows} names it. */
    final String rows;
    /** What the tap calls it. */
    final String stream;
    /** The last three arguments of the bare client. */
    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    final List<String> ofClient;
    /** The tap's, beside the login, as members of a JSON object. */
    private final String settings;

    TapForm(String title, String vendor, String rows, String stream, List<String> ofClient, String settings) {
        this.title = title;
        this.vendor = vendor;
        this.rows = rows;
        this.stream = stream;
        this.ofClient = ofClient;
        this.settings = settings;
    }

    /** Whether a word of the command line names one form, or all. */
    static boolean isWork(String word) {
        return !of(word).isEmpty();
    }

    /** The forms that a word of the command line names: none, one, or all. */
    static List<TapForm> of(String word) {
        return Arrays.stream(values())
                .filter(form -> word.equals(ALL) || word.equals(form.work()))
                .toList();
    }

    /** The words for one form each, as a usage line lists them. */
    static String works() {
        return Arrays.stream(values()).map(TapForm::work).collect(Collectors.joining("|"));
    }

    private String work() {
        return ALL + ":" + name().toLowerCase(Locale.ROOT);
    }

    private static String salesforce(String api) {
        return "\"login_url\": \"%s\", \"streams_to_discover\": [\"Lead\"], \"api_type\": \"" + api
                + "\", \"quota_percent_total\": 100, \"quota_percent_per_run\": 100";
    }

    String tap() {
        return "tap-" + vendor;
    }

    /** The tap's configuration, as JSON. */
    String config(SandboxProcess sandbox) {
        SandboxProcess.Client client = sandbox.client(vendor);
        return "{" + settings.formatted(sandbox.url()) + ", \"client_id\": \"" + client.id()
                + "\", \"client_secret\": \"" + client.secret() + "\"}";
    }

    /** Lets the sandbox's Marketo give more than the megabytes of one day. */
    static void liftQuotas(SandboxProcess sandbox) throws IOException, InterruptedException {
        HttpRequest limits = HttpRequest.newBuilder(URI.create(sandbox.url() + "/__sandbox/marketo/limits"))
                .POST(HttpRequest.BodyPublishers.ofString("{\"bytesADay\": 1000000000000, \"callsADay\": 1000000000}"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(limits, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("the sandbox keeps its limits: " + answer.body());
        }
    }
}
