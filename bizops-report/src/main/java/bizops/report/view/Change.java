package bizops.report.view;

import bizops.report.source.Measure;
import bizops.report.source.Unit;
import org.jspecify.annotations.Nullable;

/** How a figure stands to what it was and to what it should be. */
final class Change {
    private Change() {}

    /**
     * @param places decimals of the measure
     * @param before null where there is no period before
     * @param target null where there is none
     */
    static Comparison of(Measure measure, int places, Figure now, @Nullable Figure before, @Nullable Figure target) {
        Figure earlier = before == null ? Figure.missing("no period before") : before;
        boolean points = measure.unit() == Unit.PERCENT;
        Figure difference = now.plus(earlier.negated());
        Figure change = points ? difference : difference.over(earlier.absolute(), "it was 0 before");
        String gap = change.gap();
        Cell cell = gap == null ? new Cell(Format.change(change, points), null) : Cell.gap(gap);
        Cell was = before == null ? null : Format.cell(before, measure.unit(), places);
        if (target == null) {
            return new Comparison(cell, was, better(measure, change), null, null);
        }
        Figure share = now.over(target, "the target is 0");
        String missing = share.gap();
        return new Comparison(
                cell,
                was,
                better(measure, change),
                Format.cell(target, measure.unit(), places),
                missing == null ? new Cell(Format.percent(share), null) : Cell.gap(missing));
    }

    private static @Nullable Boolean better(Measure measure, Figure change) {
        int sign = change.isGap() ? 0 : change.compare(Figure.ZERO);
        if (sign == 0 || measure.better() == Measure.Better.NEITHER) {
            return null;
        }
        boolean wanted = measure.better() == Measure.Better.HIGHER;
        return wanted == (sign > 0);
    }
}
