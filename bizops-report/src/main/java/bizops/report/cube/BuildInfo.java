package bizops.report.cube;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What holds for the whole build, from {@code marts.build_info}. Immutable.
 *
 * @param asOf day of the build, in the reporting time zone
 * @param currency of all money (ISO 4217)
 * @param timezone that turned instants into days
 * @param defaultModel the attribution model that is shown first
 * @param constants by the name that formulas know; a value is null where it is unknown
 */
public record BuildInfo(
        LocalDate asOf,
        String currency,
        String timezone,
        String defaultModel,
        Map<String, @Nullable BigDecimal> constants) {
    private static final String SQL = """
            select as_of, reporting_currency, reporting_timezone, default_model, average_retention_months, gross_margin,
                median_conversion_days
            from build_info""";

    /** The value of a constant; null where it is unknown. */
    public @Nullable BigDecimal constant(String name) {
        if (!constants.containsKey(name)) {
            throw new IllegalArgumentException("no constant " + name);
        }
        return constants.get(name);
    }

    static BuildInfo read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SQL)) {
            if (!row.next()) {
                throw new SQLException("build_info has no row: the build of the marts did not end", "02000");
            }
            Map<String, @Nullable BigDecimal> constants = new LinkedHashMap<>();
            for (String name : new String[] {"average_retention_months", "gross_margin", "median_conversion_days"}) {
                constants.put(name, row.getBigDecimal(name));
            }
            return new BuildInfo(
                    row.getObject("as_of", LocalDate.class),
                    row.getString("reporting_currency"),
                    row.getString("reporting_timezone"),
                    row.getString("default_model"),
                    Collections.unmodifiableMap(constants));
        }
    }
}
