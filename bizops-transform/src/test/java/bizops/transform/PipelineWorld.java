package bizops.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Invented opportunities that are changed at random: won, lost, opened again, pushed and pulled, in three currencies. */
final class PipelineWorld {
    static final LocalDate AS_OF = LocalDate.of(2020, 6, 14);
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final List<String> STAGES = List.of("A", "A", "B", "B", "C", "Won", "Lost");
    private static final List<String> CURRENCIES = List.of("USD", "GBP", "EUR");
    private static final Instant FIRST = Instant.parse("2020-01-20T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A row of OpportunityHistory. */
    record Entry(
            String id, Instant at, String stage, @Nullable BigDecimal amount, LocalDate close) {}

    /** @param entries in the order of their instants; the last one is the record */
    record Deal(String id, String currency, boolean isDeleted, List<Entry> entries) {}

    final List<Deal> deals = new ArrayList<>();

    PipelineWorld(long seed, int count) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            Instant at = FIRST.plus(random.nextInt(120 * 24), ChronoUnit.HOURS);
            List<Entry> entries = new ArrayList<>();
            int changes = 1 + random.nextInt(8);
            for (int k = 0; k < changes; k++) {
                Entry before = k == 0 ? null : entries.get(k - 1);
                entries.add(next(random, "008" + i + "x" + k, at, before));
                at = at.plus(random.nextInt(4) == 0 ? 0 : random.nextInt(30 * 24), ChronoUnit.HOURS);
            }
            deals.add(new Deal(
                    "006" + i, CURRENCIES.get(random.nextInt(3)), random.nextInt(10) == 0, List.copyOf(entries)));
        }
    }

    private static Entry next(Random random, String id, Instant at, @Nullable Entry before) {
        String stage =
                before == null || random.nextBoolean() ? STAGES.get(random.nextInt(STAGES.size())) : before.stage();
        BigDecimal amount = before == null || random.nextInt(3) == 0
                ? random.nextInt(6) == 0 ? null : BigDecimal.valueOf(random.nextInt(100_000), 2)
                : before.amount();
        LocalDate close = before == null || random.nextInt(3) == 0
                ? LocalDate.of(2020, 2, 1).plusDays(random.nextInt(180))
                : before.close();
        return new Entry(id, at, stage, amount, close);
    }

    /** Reporting units for one unit on a day; the same as the seeds say. */
    static BigDecimal value(String currency, Entry entry) {
        String rate = switch (currency) {
            case "GBP" -> entry.close().isBefore(LocalDate.of(2020, 4, 1)) ? "1.3" : "1.25";
            case "EUR" -> entry.close().isBefore(LocalDate.of(2020, 3, 15)) ? "1.1" : "1.234567891";
            default -> "1";
        };
        BigDecimal amount = entry.amount() == null ? BigDecimal.ZERO : entry.amount();
        return amount.multiply(new BigDecimal(rate)).setScale(6, RoundingMode.HALF_UP);
    }

    static boolean isOpen(Entry entry) {
        return entry.stage().length() == 1;
    }

    Path seeds(Path folder) throws IOException {
        Files.writeString(
                folder.resolve("settings.json"),
                "{\"as_of\": \"" + AS_OF + "\", \"reporting_timezone\": \"" + ZONE + "\"}");
        Files.writeString(folder.resolve("currency_rate.csv"), """
                currency,valid_from,rate
                GBP,2019-01-01,1.3
                GBP,2020-04-01,1.25
                EUR,2019-01-01,1.1
                EUR,2020-03-15,1.234567891
                """);
        Files.writeString(folder.resolve("stage.csv"), """
                stage,sort,probability,is_closed,is_won
                A,1,10,false,false
                B,2,20,false,false
                C,3,30,false,false
                Won,4,100,true,true
                Lost,5,0,true,false
                """);
        return folder;
    }

    /** Puts them in the place of the worked example's opportunities. */
    void load(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table raw_salesforce.opportunity, raw_salesforce.opportunityhistory,"
                    + " raw_salesforce.opportunitycontactrole");
        }
        List<JsonNode> records = new ArrayList<>();
        List<JsonNode> entries = new ArrayList<>();
        for (Deal deal : deals) {
            Entry last = deal.entries().get(deal.entries().size() - 1);
            Map<String, @Nullable Object> row = fields(last);
            row.put("Id", deal.id());
            row.put("Name", deal.id());
            row.put("CurrencyIsoCode", deal.currency());
            row.put("IsDeleted", deal.isDeleted());
            row.put("IsClosed", !isOpen(last));
            row.put("IsWon", last.stage().equals("Won"));
            row.put("CreatedDate", deal.entries().get(0).at().toString());
            row.put("SystemModstamp", last.at().toString());
            records.add(JSON.valueToTree(row));
            for (Entry entry : deal.entries()) {
                Map<String, @Nullable Object> change = fields(entry);
                change.put("Id", entry.id());
                change.put("OpportunityId", deal.id());
                change.put("IsDeleted", false);
                change.put("CreatedDate", entry.at().toString());
                entries.add(JSON.valueToTree(change));
            }
        }
        RawData.load(connection, "raw_salesforce", "Opportunity", records, RawShape.TEXT);
        RawData.load(connection, "raw_salesforce", "OpportunityHistory", entries, RawShape.TEXT);
    }

    private static Map<String, @Nullable Object> fields(Entry entry) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("StageName", entry.stage());
        fields.put("Amount", entry.amount());
        fields.put("CloseDate", entry.close().toString());
        return fields;
    }
}
