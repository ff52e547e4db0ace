package bizops.sandbox.seed;

import bizops.sandbox.company.Company;
import bizops.sandbox.company.Spend;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The files that a user of the marts would keep for this company: {@code settings.json} and the CSV seeds. One campaign
 * type and one lead source are left out on purpose, so that the bucket Other has something in it.
 */
public final class SeedFiles {
    private static final List<String> CHANNELS = List.of(
            "campaign_type,channel",
            "Paid Search,Paid",
            "Paid Social,Paid",
            "Content Syndication,Content",
            "Trade Show,Field",
            "Webinar,Webinars",
            "Email Newsletter,Email",
            "Partner,Partner");
    private static final List<String> BUCKETS = List.of(
            "lead_source,bucket",
            "Web,Inbound",
            "Webinar,Inbound",
            "Content,Inbound",
            "Event,Field",
            "Partner,Partner",
            "Outbound,Outbound");
    /** What customers in Europe pay in; the first rates hold for all time before the second ones. */
    private static final List<String> RATES = List.of(
            "currency,valid_from,rate",
            "EUR,2000-01-01,1.08",
            "EUR,2025-04-01,1.12",
            "EUR,2026-01-01,1.17",
            "GBP,2000-01-01,1.27",
            "GBP,2025-04-01,1.31",
            "GBP,2026-01-01,1.35");

    private static final List<String> COLLATERAL = List.of(
            "collateral,path_prefix",
            "Attribution guide,www.bizops.example/blog/attribution",
            "Pricing page,go.bizops.example/pricing",
            "Product tour,go.bizops.example/product",
            "First steps,docs.bizops.example/start");
    /** What the company of scale 1 means to sell in a month. */
    private static final BigDecimal QUOTA = new BigDecimal(450_000);

    private static final int MONTHS_BACK = 24;
    private static final int MONTHS_AHEAD = 6;

    private SeedFiles() {}

    /** Writes the files into a folder, which is made if it is missing; files of these names are replaced. */
    public static void write(Company company, Path folder) throws IOException {
        Files.createDirectories(folder);
        settings(company, folder.resolve("settings.json"));
        lines(folder.resolve("campaign_channel.csv"), CHANNELS);
        lines(folder.resolve("lead_source_bucket.csv"), BUCKETS);
        lines(folder.resolve("currency_rate.csv"), RATES);
        lines(folder.resolve("collateral.csv"), COLLATERAL);
        lines(folder.resolve("quota.csv"), quota(company));
        List<String> spend = new ArrayList<>(List.of("date,campaign_id,amount,currency"));
        company.spend().stream()
                .sorted(Comparator.comparing(Spend::date).thenComparing(Spend::campaignId))
                .forEach(row -> spend.add(
                        row.date() + "," + row.campaignId() + "," + row.amount().toPlainString() + ",USD"));
        lines(folder.resolve("spend.csv"), spend);
    }

    private static List<String> quota(Company company) {
        YearMonth now = YearMonth.from(today(company));
        String amount = QUOTA.multiply(BigDecimal.valueOf(company.scale()))
                .setScale(2, RoundingMode.HALF_UP)
                .toPlainString();
        List<String> lines = new ArrayList<>(List.of("owner_id,month,amount,currency"));
        for (int month = -MONTHS_BACK; month <= MONTHS_AHEAD; month++) {
            lines.add("," + now.plusMonths(month).atDay(1) + "," + amount + ",USD");
        }
        return lines;
    }

    private static LocalDate today(Company company) {
        return company.salesforce().now().atZone(Company.ZONE).toLocalDate();
    }

    private static void settings(Company company, Path file) throws IOException {
        LocalDate asOf = today(company);
        try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(file))) {
            json.enable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            json.writeStringField("as_of", asOf.toString());
            json.writeStringField("reporting_timezone", Company.ZONE.getId());
            json.writeStringField("reporting_currency", "USD");
            json.writeStringField("gross_margin", "0.78");
            json.writeNumberField("average_retention_months", 30);
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void lines(Path file, List<String> lines) throws IOException {
        Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
