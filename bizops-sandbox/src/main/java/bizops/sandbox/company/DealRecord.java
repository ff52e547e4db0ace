package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.Row;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes opportunities with the history rows that every change of stage, amount, date or probability leaves. */
final class DealRecord {
    private static final List<String> HISTORY_FIELDS =
            List.of("StageName", "Amount", "CloseDate", "Probability", "ForecastCategory");
    private static final List<String> TRACKED = List.of("StageName", "Amount", "CloseDate", "OwnerId");

    private final World world;

    DealRecord(World world) {
        this.world = world;
    }

    Row insert(Map<String, Object> values, Stage stage) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(staged(stage));
        all.put("LastStageChangeDate", world.org().now());
        Row deal = world.org().insert("Opportunity", all);
        history(deal, Map.of());
        fieldHistory(deal, "created", null, null);
        return deal;
    }

    void change(Row deal, @Nullable Stage stage, Map<String, ?> changes) {
        Map<String, Object> before = Map.copyOf(deal.values());
        Map<String, Object> all = new HashMap<>(changes);
        if (stage != null) {
            all.putAll(staged(stage));
            all.put("LastStageChangeDate", world.org().now());
        }
        world.org().update(deal, "Opportunity", all);
        if (HISTORY_FIELDS.stream().anyMatch(field -> differs(deal, before, field))) {
            history(deal, before);
        }
        for (String field : TRACKED) {
            if (differs(deal, before, field)) {
                fieldHistory(
                        deal,
                        field.equals("OwnerId") ? "Owner" : field,
                        before.get(field),
                        deal.values().get(field));
            }
        }
    }

    private static boolean differs(Row deal, Map<String, Object> before, String field) {
        return !Objects.equals(before.get(field), deal.values().get(field));
    }

    private static Map<String, Object> staged(Stage stage) {
        return Map.of(
                "StageName", stage.label(),
                "Probability", BigDecimal.valueOf(stage.probability()),
                "IsClosed", stage.isClosed(),
                "IsWon", stage.isWon(),
                "ForecastCategory", stage.forecast(),
                "ForecastCategoryName", stage.forecastName());
    }

    private void history(Row deal, Map<String, Object> before) {
        Map<String, Object> row = new HashMap<>();
        row.put("OpportunityId", deal.id());
        for (String field : HISTORY_FIELDS) {
            put(row, field, deal.values().get(field));
        }
        put(row, "ExpectedRevenue", Formulas.expected(deal.number("Amount"), deal.number("Probability")));
        put(row, "PrevAmount", before.get("Amount"));
        put(row, "PrevCloseDate", before.get("CloseDate"));
        world.org().insert("OpportunityHistory", row);
    }

    private void fieldHistory(Row deal, String field, @Nullable Object before, @Nullable Object after) {
        Map<String, Object> row = new HashMap<>();
        row.put("OpportunityId", deal.id());
        row.put("Field", field);
        row.put("DataType", after instanceof BigDecimal ? "Currency" : "Text");
        put(row, "OldValue", text(before));
        put(row, "NewValue", text(after));
        world.org().insert("OpportunityFieldHistory", row);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value == null ? null : value.toString();
    }

    private static void put(Map<String, Object> row, String field, @Nullable Object value) {
        if (value != null) {
            row.put(field, value);
        }
    }
}
