package bizops.report.view;

import bizops.report.source.Unit;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as text: grouped by thousands, rounded once. */
final class Format {
    private static final Figure HUNDRED = Figure.of(BigDecimal.valueOf(100));

    private Format() {}

    static Cell cell(Figure figure, Unit unit, int places) {
        if (figure.gap() != null) {
            return Cell.gap(figure.gap());
        }
        return unit == Unit.PERCENT
                ? new Cell(number(figure.times(HUNDRED), places, "") + "%", null)
                : new Cell(number(figure, places, ""), null);
    }

    /** A share in percent of one decimal. */
    static String percent(Figure share) {
        return number(share.times(HUNDRED), 1, "") + "%";
    }

    /** A change with its sign, in percent or, of a share, in points. */
    static String change(Figure change, boolean points) {
        return number(change.times(HUNDRED), 1, "+") + (points ? " points" : "%");
    }

    private static String number(Figure figure, int places, String plus) {
        BigDecimal rounded = figure.rounded(places);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return (rounded.signum() > 0 ? plus : "")
                + format.format(rounded.signum() == 0 ? rounded.abs() : rounded).replace('-', Cell.MINUS);
    }
}
