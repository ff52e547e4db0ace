package bizops.report.view;

import bizops.report.formula.Formula;
import bizops.report.formula.Formula.Literal;
import bizops.report.formula.Formula.Operation;
import bizops.report.formula.Formula.Operator;
import bizops.report.source.Measure;
import bizops.report.source.Place;
import bizops.report.source.Unit;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measures of every kind over the drawn cubes. */
final class DrawnMeasures {
    static final Map<String, Measure> ALL = new LinkedHashMap<>();

    private static final Formula SPEND = new Formula.Sum("facts", "spend");
    private static final Formula LEADS = new Formula.Sum("facts", "leads");
    private static final Formula WON = new Formula.Sum("facts", "won");
    private static final Formula DEALS = new Formula.Sum("deals", "deals");
    private static final Formula VALUE = new Formula.Sum("deals", "value");

    static {
        add("spend", Unit.MONEY, 0, SPEND);
        add("leads", Unit.CREDIT, 2, LEADS);
        add("won", Unit.COUNT, 0, WON);
        add("opening", Unit.MONEY, 2, new Formula.Sum("facts", "opening"));
        add("closing", Unit.MONEY, 2, new Formula.Sum("facts", "closing"));
        add("deals", Unit.COUNT, 0, DEALS);
        add("value", Unit.MONEY, 3, VALUE);
        add("cost_per_lead", Unit.MONEY, 2, over(SPEND, LEADS, null));
        add("deals_per_lead", Unit.RATIO, 4, over(DEALS, LEADS, null));
        add("of_a_difference", Unit.RATIO, 2, over(LEADS, new Operation(Operator.MINUS, DEALS, WON, null), "as many"));
        add("all_money", Unit.MONEY, 1, new Operation(Operator.PLUS, VALUE, SPEND, null));
        add("margin", Unit.MONEY, 2, new Operation(Operator.TIMES, VALUE, new Formula.Constant("gross_margin"), null));
        add("lifetime", Unit.MONTHS, 1, new Formula.Constant("average_retention_months"));
        add("half", Unit.RATIO, 2, over(WON, new Literal(new BigDecimal("2")), null));
        add("lead_share", Unit.PERCENT, 1, new Formula.Share(LEADS));
        add("value_share", Unit.PERCENT, 1, new Formula.Share(VALUE));
        add("won_so_far", Unit.PERCENT, 1, new Formula.Running(new Formula.Share(WON)));
        add("spend_so_far", Unit.MONEY, 0, new Formula.Running(SPEND));
        add("median_days", Unit.DAYS, 1, new Formula.Median("facts", "days", "won"));
    }

    private DrawnMeasures() {}

    private static Formula over(Formula above, Formula below, @Nullable String gap) {
        return new Operation(Operator.OVER, above, below, gap);
    }

    private static void add(String name, Unit unit, int places, Formula formula) {
        ALL.put(
                name,
                new Measure(
                        name,
                        "The " + name,
                        unit,
                        places,
                        name.equals("half") ? "won / 2" : name,
                        formula,
                        name.equals("spend") ? "facts.spend" : "what " + name + " is",
                        Measure.Better.HIGHER,
                        null,
                        new Place("measures.yml", ALL.size() + 1)));
    }
}
