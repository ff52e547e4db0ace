package bizops.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.sandbox.salesforce.login.Credentials;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program as a process of its own. */
class ProgramTest {
    private static final Pattern READY = Pattern.compile(
            "sandbox listening on (http://127\\.0\\.0\\.1:\\d+) \\(client_id=\\S+, client_secret=\\S+\\)");

    private record Ended(int code, String out, String err) {}

    private static Process start(String... arguments) throws IOException {
        return start("-Xmx256m", arguments);
    }

    private static Process start(String heap, String[] arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:TieredStopAtLevel=1",
                "-XX:CompileThresholdScaling=4",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "bizops.sandbox.Main"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static Ended run(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out, err);
    }

    @Test
    void printsTheCredentialsOfEachVendorServesAndEndsOnASignal() throws Exception {
        Process process = start("--port", "0", "--scale", "0.02", "--advance", "30d", "--advance", "1h");
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Matcher ready = READY.matcher(Objects.requireNonNull(out.readLine()));
            assertThat(ready.matches()).isTrue();
            assertThat(out.readLine()).matches("zuora \\(client_id=\\S+, client_secret=\\S+\\)");
            assertThat(out.readLine()).matches("marketo \\(client_id=\\S+, client_secret=\\S+\\)");
            String clock = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(ready.group(1) + "/__sandbox/clock"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            process.toHandle().destroy(); // unlike Process.destroy, this leaves its output readable

            assertThat(clock).isEqualTo("{\"now\":\"2026-07-30T13:00:00Z\"}");
            assertThat(process.waitFor()).isEqualTo(143);
            assertThat(out.readLine()).isNull();
            assertThat(process.getErrorStream().readAllBytes()).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--bogus, --bogus",
        "--port=x, x",
        "serve, 'no command serve'",
        "--fault=bogus, 'no fault \"bogus\"'",
        "--advance=3x, 'no duration'",
        "--advance=-P1D, 'only moves on'",
        "--clock=yesterday, yesterday",
        "--scale=0, scale",
        "--rows=Lead, 'Lead=1000000'",
        "--rows=Lead=99999999, 'Lead: give 1 to 10000000'",
        "seeds, '--out'"
    })
    void refusesABadCommandLineInOneLine(String argument, String reason) throws Exception {
        Ended ended = run(argument.split("=", 2));

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .startsWith("CRITICAL bizops-sandbox: ")
                .contains(reason);
    }

    @Test
    void millionsOfComputedRowsTakeNoMemory() throws Exception {
        Process process = start("-Xmx40m", new String[] {"--scale", "0.02", "--rows", "Lead=2000000"});
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            Matcher ready = READY.matcher(Objects.requireNonNull(out.readLine()));
            assertThat(ready.matches()).isTrue();
            HttpClient http = HttpClient.newHttpClient();
            String session = http.send(
                            HttpRequest.newBuilder(URI.create(ready.group(1) + "/services/oauth2/token"))
                                    .header("Content-Type", "application/x-www-form-urlencoded")
                                    .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                            + Credentials.CLIENT_ID + "&client_secret=" + Credentials.CLIENT_SECRET))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            String query = Client.encode("SELECT Id,Name,Description FROM Lead WHERE LeadSource='Web'");
            String page = http.send(
                            HttpRequest.newBuilder(URI.create(ready.group(1) + Client.DATA + "/query?q=" + query))
                                    .header("Authorization", "Bearer " + session.split("\"", -1)[3])
                                    .build(),
                            BodyHandlers.ofString())
                    .body();

            assertThat(page).contains("\"done\":false", "\"nextRecordsUrl\"");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void explainsItself() throws Exception {
        assertThat(run("--help").out()).contains("--seed", "--advance", "--fault");
        assertThat(run("--version").out()).startsWith("bizops-sandbox ");
    }

    @Test
    void writesTheSeedsOfTheCompanyThatItServes(@TempDir Path folder) throws Exception {
        Path served = folder.resolve("served");
        Path alone = folder.resolve("alone");
        Process process = start("--scale", "0.02", "--advance", "30d", "--seeds", served.toString());
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).matches(READY);
        } finally {
            process.destroy();
        }
        run("seeds", "--scale", "0.02", "--advance", "30d", "--out", alone.toString());

        for (String file : List.of(
                "settings.json",
                "spend.csv",
                "campaign_channel.csv",
                "lead_source_bucket.csv",
                "currency_rate.csv",
                "collateral.csv",
                "quota.csv")) {
            assertThat(served.resolve(file)).hasSameTextualContentAs(alone.resolve(file));
        }
    }

    @Test
    void writesTheSeedsOfTheSameCompany(@TempDir Path folder) throws Exception {
        assertThat(run("seeds", "--out", folder.resolve("new").toString(), "--scale", "0.08", "--as-of", "2026-06-30")
                        .code())
                .isZero();
        List<String> spend = Files.readAllLines(folder.resolve("new/spend.csv"));

        assertThat(Files.readString(folder.resolve("new/settings.json")))
                .contains("\"as_of\" : \"2026-06-30\"", "\"reporting_currency\" : \"USD\"", "\"gross_margin\"");
        assertThat(Files.readAllLines(folder.resolve("new/campaign_channel.csv"))
                        .get(0))
                .isEqualTo("campaign_type,channel");
        assertThat(Files.readAllLines(folder.resolve("new/lead_source_bucket.csv"))
                        .get(0))
                .isEqualTo("lead_source,bucket");
        List<String> rates = Files.readAllLines(folder.resolve("new/currency_rate.csv"));
        assertThat(rates.get(0)).isEqualTo("currency,valid_from,rate");
        assertThat(rates)
                .anyMatch(line -> line.startsWith("EUR,2000-01-01,"))
                .anyMatch(line -> line.startsWith("GBP,"));
        assertThat(Files.readAllLines(folder.resolve("new/quota.csv")))
                .hasSize(1 + 31)
                .startsWith("owner_id,month,amount,currency", ",2024-06-01,36000.00,USD")
                .endsWith(",2026-12-01,36000.00,USD");
        assertThat(Files.readAllLines(folder.resolve("new/collateral.csv"))).contains("collateral,path_prefix");
        assertThat(spend.get(0)).isEqualTo("date,campaign_id,amount,currency");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(0.08))) {
            Set<String> campaigns = sandbox.truth("Campaign").stream()
                    .map(row -> String.valueOf(row.get("Id")))
                    .collect(Collectors.toSet());
            assertThat(spend.subList(1, spend.size())).hasSizeGreaterThan(50).allSatisfy(line -> {
                assertThat(line).matches("\\d{4}-\\d{2}-\\d{2},\\w{18},\\d+\\.\\d{2},USD");
                assertThat(campaigns).contains(line.split(",", -1)[1]);
            });
        }
    }
}
