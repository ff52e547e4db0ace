package bizops.transform.explain;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import bizops.transform.compare.Dimension;
import bizops.transform.schema.Environment;
import bizops.transform.schema.Layer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Reads the rows behind a metric; a touch without weight is none of them. Immutable. */
record FactRows(DSLContext statements, Environment environment, Scope scope, String model, int limit) {

    Explanation.Rows of(String metric, Fact fact) {
        Layer layer = fact.relation().equals(Fact.SPEND) ? Layer.CORE : Layer.MARTS;
        Table<Record> rows =
                table(name(environment.live(layer), fact.relation())).as("r");
        Condition wanted = condition(fact);
        Field<BigDecimal> summed = fact.summed()
                .<Field<BigDecimal>>map(column -> sum(field(name("r", column), BigDecimal.class)))
                .orElse(DSL.castNull(BigDecimal.class));
        var total = statements.select(count(), summed).from(rows).where(wanted).fetchSingle();
        List<Field<?>> columns = fact.columns().stream()
                .<Field<?>>map(column -> field(name("r", column)))
                .toList();
        List<List<String>> shown = statements
                .select(columns)
                .from(rows)
                .where(wanted)
                .orderBy(columns)
                .limit(limit)
                .fetch(FactRows::texts);
        return new Explanation.Rows(
                metric,
                layer.id() + "." + fact.relation(),
                fact.summed().orElse(""),
                Numbers.text(total.value2()),
                total.value1(),
                fact.columns(),
                shown);
    }

    private Condition condition(Fact fact) {
        Condition wanted = DSL.noCondition();
        if (fact.relation().equals(Fact.CREDIT)) {
            wanted = wanted.and(text("model").eq(model))
                    .and(text("event_type").eq(fact.eventType().orElseThrow()))
                    .and(field(name("r", "weight"), BigDecimal.class).ne(BigDecimal.ZERO));
        }
        if (fact.within().isPresent()) {
            wanted = wanted.and(field(name("r", "days_before"), BigDecimal.class)
                    .le(bound(fact.within().get())));
        }
        return wanted.and(group(fact));
    }

    /** A number of days, or the column of build_info that holds it. */
    private Field<BigDecimal> bound(String within) {
        return Character.isDigit(within.charAt(0))
                ? inline(new BigDecimal(within))
                : field(select(field(name(within), BigDecimal.class))
                        .from(table(name(environment.live(Layer.MARTS), "build_info"))));
    }

    private Condition group(Fact fact) {
        if (scope.dimension() == Dimension.TOTAL) {
            return DSL.noCondition();
        }
        if (scope.dimension() == Dimension.CAMPAIGN) {
            return text(fact.relation().equals(Fact.CONVERSION) ? "first_touch_campaign_id" : "campaign_id")
                    .eq(scope.group());
        }
        if (!fact.relation().equals(Fact.SPEND)) {
            return text("channel").eq(scope.group());
        }
        Name campaign = name(environment.live(Layer.CORE), "campaign");
        return text("campaign_id")
                .in(select(field(name("campaign_id"), String.class))
                        .from(table(campaign))
                        .where(field(name("channel"), String.class).eq(val(scope.group()))));
    }

    private static Field<String> text(String column) {
        return field(name("r", column), String.class);
    }

    private static List<String> texts(Record row) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            texts.add(
                    value instanceof BigDecimal number ? Numbers.text(number) : value == null ? "" : value.toString());
        }
        return texts;
    }
}
