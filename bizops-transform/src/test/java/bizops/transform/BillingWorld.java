package bizops.transform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A small invented Zuora beside the worked example's Salesforce: few names and few days, so that rings of renewals, ties and gaps are common. */
final class BillingWorld {
    static final LocalDate AS_OF = LocalDate.of(2021, 2, 10);
    /** Reporting units for a pound, by the first day of the rate. */
    static final Map<LocalDate, BigDecimal> POUND =
            Map.of(LocalDate.of(2018, 1, 1), new BigDecimal("1.3"), LocalDate.of(2020, 4, 1), new BigDecimal("1.25"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COMPANIES = 2;
    private static final int ACCOUNTS = 4;
    private static final int NAMES = 6;

    record Account(String id, @Nullable String crmId, String currency) {}

    record Subscription(
            String id,
            String name,
            @Nullable String account,
            int version,
            String status,
            LocalDate contract,
            @Nullable String renewal,
            boolean isExcluded,
            boolean isDeleted,
            int updated) {}

    record Charge(
            String id,
            String subscription,
            String product,
            String type,
            @Nullable BigDecimal mrr,
            LocalDate from,
            @Nullable LocalDate to) {}

    final List<Account> accounts = new ArrayList<>();
    final List<Subscription> subscriptions = new ArrayList<>();
    final List<Charge> charges = new ArrayList<>();
    private final Random random;

    BillingWorld(long seed) {
        random = new Random(seed);
        List<@Nullable String> crmIds =
                new ArrayList<>(List.of("001000000000001", "001000000000001AAA", "001000000000002", "00Q000000000001"));
        crmIds.add(null);
        for (int company = 0; company < COMPANIES; company++) {
            invent(company, crmIds);
        }
    }

    private void invent(int company, List<@Nullable String> crmIds) {
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(new Account(
                    account(company, i), crmIds.get(random.nextInt(5)), random.nextInt(3) == 0 ? "GBP" : "USD"));
        }
        for (int i = 0; i < NAMES; i++) {
            int versions = 1 + random.nextInt(3);
            for (int v = 0; v < versions; v++) {
                subscribe(company, i, v);
            }
        }
    }

    private void subscribe(int company, int name, int version) {
        String id = "s" + company + "n" + name + "v" + version;
        List<String> statuses = List.of("Active", "Cancelled", "Active", "Expired", "Active");
        subscriptions.add(new Subscription(
                id,
                name(company, name),
                random.nextInt(8) == 0 ? null : account(company, random.nextInt(ACCOUNTS + 1)),
                version - random.nextInt(2),
                statuses.get(random.nextInt(5)),
                LocalDate.of(2019, 11, 5).plusMonths(random.nextInt(8)),
                random.nextInt(5) == 0 ? null : renewal(company),
                random.nextInt(8) == 0,
                random.nextInt(12) == 0,
                random.nextInt(3)));
        for (int c = random.nextInt(4); c > 0; c--) {
            LocalDate from = LocalDate.of(2019, 10, 1).plusDays(random.nextInt(400));
            charges.add(new Charge(
                    id + "c" + c,
                    id,
                    "Product " + random.nextInt(2),
                    random.nextInt(6) == 0 ? "OneTime" : "Recurring",
                    random.nextInt(8) == 0 ? null : BigDecimal.valueOf(random.nextInt(1000) - 50, 2),
                    from,
                    random.nextInt(3) == 0 ? null : from.plusDays(random.nextInt(150) - 10)));
        }
    }

    /** One name or two, as people type them; nobody has the name after the last. */
    private String renewal(int company) {
        String name = name(company, random.nextInt(NAMES + 1));
        String first = random.nextBoolean() ? " " + name.toLowerCase(Locale.ROOT) : name;
        return random.nextBoolean() ? first : first + " || " + name(company, random.nextInt(NAMES));
    }

    private static String name(int company, int number) {
        return "S-" + company + "x" + number;
    }

    private static String account(int company, int number) {
        return "za" + company + "x" + number;
    }

    void load(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema if exists raw_zuora cascade");
            statement.execute("create schema raw_zuora");
        }
        put(
                connection,
                "Account",
                accounts.stream()
                        .map(one -> row("Id", one.id(), "CrmId", one.crmId(), "Currency", one.currency()))
                        .toList());
        put(
                connection,
                "Subscription",
                subscriptions.stream().map(BillingWorld::row).toList());
        put(
                connection,
                "RatePlan",
                charges.stream()
                        .map(one ->
                                row("Id", "p" + one.id(), "SubscriptionId", one.subscription(), "Name", one.product()))
                        .toList());
        put(
                connection,
                "RatePlanCharge",
                charges.stream()
                        .map(one -> row(
                                "Id",
                                one.id(),
                                "RatePlan.Id",
                                "p" + one.id(),
                                "ChargeType",
                                one.type(),
                                "MRR",
                                one.mrr(),
                                "EffectiveStartDate",
                                one.from(),
                                "EffectiveEndDate",
                                one.to()))
                        .toList());
    }

    private static JsonNode row(Subscription one) {
        return row(
                "Id",
                one.id(),
                "Name",
                one.name(),
                "Account.Id",
                one.account(),
                "Version",
                one.version(),
                "Status",
                one.status(),
                "ContractEffectiveDate",
                one.contract(),
                "Renewal_Subscription__c__c",
                one.renewal(),
                "ExcludeFromAnalysis__c",
                one.isExcluded() ? "True" : "",
                "Deleted",
                one.isDeleted(),
                "UpdatedDate",
                "2020-08-0" + (1 + one.updated()) + "T12:00:00.000+0000");
    }

    private static void put(Connection connection, String object, List<JsonNode> rows) throws SQLException {
        if (!rows.isEmpty()) {
            RawData.load(connection, "raw_zuora", object, rows, RawShape.TEXT);
        }
    }

    private static JsonNode row(@Nullable Object... pairs) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            row.put(String.valueOf(pairs[i]), value instanceof LocalDate ? value.toString() : value);
        }
        return JSON.valueToTree(row);
    }
}
