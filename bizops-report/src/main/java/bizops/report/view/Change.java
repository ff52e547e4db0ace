package bizops.report.view;

import bizops.report.source.Measure;
import bizops.report.source.Unit;
import org.jspecify.annotations.Nullable;

/** How a figure stands to what it was and to what it should be. */
final class Change {
    private Change() {}

    /** @param target null where there is none */
    static Comparison of(Measure measure, int places, Figure now, Figure before, @Nullable Figure target) {
        boolean points = measure.unit() == Unit.PERCENT;
        Figure difference = now.plus(before.negated());
        Figure change = points ? difference : difference.over(before.absolute(), "it was 0 before");
        String gap = change.gap();
        Cell cell = gap == null ? new Cell(Format.change(change, points), null) : Cell.gap(gap);
        if (target == null) {
            return new Comparison(cell, better(measure, change), null, null);
        }
        Figure share = now.over(target, "the target is 0");
        String missing = share.gap();
        return new Comparison(
                cell,
                better(measure, change),
                Format.cell(target, measure.unit(), places),
                missing == null ? new Cell(Format.percent(share), null) : Cell.gap(missing));
    }

    private static @Nullable Boolean better(Measure measure, Figure change) {
        int sign = change.isGap() ? 0 : change.compare(Figure.ZERO);
        return sign == 0 || measure.better() == Measure.Better.NEITHER
                ? null
                : (sign > 0) == (measure.better() == Measure.Better.HIGHER);
    }
}
