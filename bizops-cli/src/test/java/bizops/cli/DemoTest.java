package bizops.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bizops.cli.process.Installation;
import bizops.singer.cli.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of things and what is kept between runs; the real programs are tried where all of them are built. */
final class DemoTest {
    @TempDir
    private Path directory = Path.of("");

    private Path home = Path.of("");
    private Path work = Path.of("");

    @BeforeEach
    void installScripts() throws IOException {
        home = directory.resolve("home");
        work = directory.resolve("work");
        Scripts scripts = new Scripts(home);
        scripts.program(
                "bizops-sandbox",
                "echo 'sandbox listening on http://127.0.0.1:9 (client_id=me, client_secret=mine)';"
                        + " echo 'zuora (client_id=z, client_secret=zs)'; echo 'marketo (client_id=m, client_secret=ms)';"
                        + " sleep 60");
        tap(
                scripts,
                "tap-salesforce",
                "Account Contact Lead Campaign CampaignMember Opportunity OpportunityContactRole OpportunityHistory User"
                        + " Task");
        tap(
                scripts,
                "tap-zuora",
                "Account Amendment Contact Invoice InvoiceItem Payment Product ProductRatePlan ProductRatePlanCharge"
                        + " RatePlan RatePlanCharge Subscription Refund");
        tap(
                scripts,
                "tap-marketo",
                "activities activity_types deleted_leads lead_merges leads program_costs program_members program_tags"
                        + " programs");
        scripts.program(
                "target-postgres", "cat >/dev/null; echo '{\"n\":'$(wc -l <'" + home + "/target-postgres.calls')'}'");
        scripts.program("bizops-transform", "");
        scripts.program("bizops-report", "");
    }

    private static void tap(Scripts scripts, String name, String streams) throws IOException {
        List<String> entries = Stream.of(streams.split(" ", -1))
                .map(stream -> "{\"tap_stream_id\":\"" + stream + "\"}")
                .toList();
        scripts.program(name, "echo '{\"streams\":[" + String.join(",", entries) + "]}'");
    }

    @Test
    void endsWithThePathOfThePage() throws Exception {
        String said = run(0);

        assertThat(said.lines())
                .last()
                .isEqualTo(work.resolve("company_1/site/index.html").toString());
        assertThat(said.lines()).hasSize(11);
    }

    @Test
    void startsTheSecondRunFromTheStateOfTheFirst() throws Exception {
        run(0);
        assertThat(calls("tap-salesforce").get(1)).doesNotContain("--state");
        assertThat(work.resolve("company_1/state-salesforce.json")).hasContent("{\"n\":1}\n");

        run(0);

        assertThat(calls("tap-salesforce").get(3))
                .endsWith("--state " + work.resolve("company_1/state-salesforce.json"));
        assertThat(work.resolve("company_1/state-salesforce.json")).hasContent("{\"n\":4}\n");
    }

    @Test
    void movesTheClockByAllThatWasEverAskedFor() throws Exception {
        run(30);
        run(7);

        String seeds = " --seeds " + work.resolve("company_1/seeds");
        assertThat(calls("bizops-sandbox"))
                .containsExactly(
                        "--seed 1 --scale 1 --advance 30d" + seeds,
                        "--seed 1 --scale 1 --advance 30d --advance 7d" + seeds);
    }

    @Test
    void aCompanyOfAnotherSeedAndSizeHasItsOwnFolderAndDatabase() throws Exception {
        assertThat(run(new DemoOptions(7, new BigDecimal("0.40"), 0, false, work))
                        .lines())
                .last()
                .isEqualTo(work.resolve("company_7_x0_4/site/index.html").toString());
        assertThat(calls("bizops-sandbox").get(0)).startsWith("--seed 7 --scale 0.40 ");
    }

    @Test
    void stopsAtTheFirstProgramThatFails() throws Exception {
        new Scripts(home).program("bizops-transform", "echo 'CRITICAL bizops-transform: no table lead' >&2; exit 1");

        assertThatThrownBy(() -> run(0))
                .hasMessageStartingWith("bizops-transform ended with 1: bizops-transform: no table lead; its log is ");
        assertThat(home.resolve("bizops-report.calls")).doesNotExist();
    }

    private List<String> calls(String program) throws IOException {
        return Files.readAllLines(home.resolve(program + ".calls"));
    }

    private String run(int advanceDays) throws Exception {
        return run(new DemoOptions(1, BigDecimal.ONE, advanceDays, false, work));
    }

    private String run(DemoOptions options) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(InputStream.nullInputStream(), said, System.err, Map.of());
        try (Children children = new Children()) {
            new Demo(new Installation(home), new Steps(terminal), children).run(options);
        }
        return said.toString(StandardCharsets.UTF_8);
    }
}
