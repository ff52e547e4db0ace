package bizops.report;

import bizops.postgres.TestDatabase;
import bizops.report.drive.Browser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A command, no test, for machines differ: how large and how fast the page of acquisition is with 10^5 cells of its
 * cube. Prints medians of twenty, beside those of an empty page in the same browser.
 */
public final class SiteSpeed {
    private static final int TIMES = 20;

    /** 700 campaigns, 24 months, 3 models, 2 bases. */
    private static final String MANY_CELLS = """
            create table marts.many_campaigns as
            select 'M' || i as campaign_id, 'Campaign no. ' || i as campaign_name,
                (array['Search', 'Events', 'E-mail'])[1 + i % 3] as channel
            from generate_series(1, 700) i;
            insert into marts.performance_group
            select 'campaign', c.campaign_id, c.campaign_name, c.channel, true, 0, null from marts.many_campaigns c;
            insert into marts.campaign_performance_day
            select d.model, c.campaign_id, c.campaign_name, c.channel, d.basis, d.day, d.spend, d.leads + 1, d.saos, d.sao_iacv,
                d.won, d.new_customers, d.won_iacv, d.won_margin, d.iacv_at_median, d.iacv_within_30, d.iacv_within_60,
                d.iacv_within_90, d.iacv_within_180, d.iacv_within_365
            from marts.many_campaigns c
            cross join (
                select distinct on (model, basis, date_trunc('month', day)) *
                from marts.campaign_performance_day
                where campaign_id = 'C1'
                order by model, basis, date_trunc('month', day), day
            ) d;
            insert into marts.performance_fact
            select d.model, 'campaign', d.campaign_id, d.basis, d.day, false, d.spend
            from marts.campaign_performance_day d
            join marts.many_campaigns c on c.campaign_id = d.campaign_id
            """;

    private static final String WATCH = """
            new MutationObserver((_, observer) => {
              if (document.querySelector(".chart svg path") === null) return;
              window.firstChart = performance.now();
              observer.disconnect();
            }).observe(document, { childList: true, subtree: true });
            """;

    private static final String ANSWER = """
            const done = arguments[arguments.length - 1];
            const begun = performance.now();
            let near = null;
            addEventListener("hashchange", () => (near = performance.now() - begun), { once: true });
            location.hash = arguments[0];
            const wait = () => {
              if (near === null || document.documentElement.dataset.shown === undefined) setTimeout(wait, 0);
              else done([near, performance.now() - begun]);
            };
            setTimeout(wait, 0);
            """;

    private SiteSpeed() {}

    public static void main(String[] arguments) throws Exception {
        Path directory = Files.createTempDirectory("bizops-report-speed");
        TestDatabase database = BuiltSite.warehouse();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            statement.execute(MANY_CELLS);
        }
        BuiltSite site = BuiltSite.from(database, directory);
        Path empty = Files.writeString(directory.resolve("empty.html"), "<!doctype html><title>Empty</title><p>Empty.");
        try (Browser browser = Browser.start()) {
            browser.resize(1440, 900);
            browser.driver().executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", WATCH));
            measure(browser, site.file("acquisition"), empty);
        }
    }

    private static void measure(Browser browser, Path page, Path empty) throws IOException {
        List<Double> loads = new ArrayList<>();
        List<Double> charts = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            browser.open(URI.create(empty.toUri() + "?" + i));
            loads.add(number(browser.run("return performance.getEntriesByType('navigation')[0].loadEventEnd")));
            browser.open(URI.create(page.toUri() + "?" + i));
            charts.add(number(browser.run("return window.firstChart ?? NaN")));
        }
        List<Double> near = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            String fragment = (i % 2 == 0 ? "channel=Search" : "channel=Events,E-mail")
                    + (i % 3 == 0 ? "&model=linear" : "") + "&period=all";
            if (browser.driver().executeAsyncScript(ANSWER, fragment) instanceof List<?> times) {
                near.add(number(times.get(0)));
                whole.add(number(times.get(1)));
            }
        }
        say("cells", String.valueOf(browser.run("return data.cubes.campaign_facts.rows")));
        say("page", Files.size(page) / 1000 + " kB, " + gzipped(page) / 1000 + " kB gzipped");
        say("empty page", milliseconds(loads));
        say("first chart", milliseconds(charts));
        say("a filter, what is on screen", milliseconds(near));
        say("a filter, the whole page", milliseconds(whole));
    }

    private static String milliseconds(List<Double> times) {
        return Math.round(median(times)) + " ms";
    }

    private static double median(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static long gzipped(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        }
        return bytes.size();
    }

    private static void say(String what, String value) {
        System.out.println(what + ": " + value);
    }
}
