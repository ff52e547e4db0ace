package bizops.report.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A figure as it is shown. Immutable.
 *
 * @param gap the reason why there is no figure; null when there is one
 */
record Cell(String text, @Nullable String gap) {
    private static final String DASH = "\u2013";

    /** A cell that says nothing, where a measure has no meaning for the row. */
    static final Cell EMPTY = new Cell("", null);

    /** The figure in the unit's decimals; credits without decimals where the model gives whole ones only. */
    static Cell of(Figure figure, Unit unit, boolean wholeCredits) {
        Gap gap = figure.gap();
        if (gap != null) {
            return new Cell(DASH, gap.reason());
        }
        return new Cell(text(figure, unit == Unit.CREDIT && wholeCredits ? 0 : unit.places(), unit), null);
    }

    private static String text(Figure figure, int places, Unit unit) {
        BigDecimal hundredths = unit == Unit.PERCENT ? BigDecimal.valueOf(100) : BigDecimal.ONE;
        BigDecimal rounded = figure.times(Figure.of(hundredths)).rounded(places);
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(places);
        format.setMaximumFractionDigits(places);
        return format.format(rounded.signum() == 0 ? rounded.abs() : rounded) + (unit == Unit.PERCENT ? "%" : "");
    }
}
