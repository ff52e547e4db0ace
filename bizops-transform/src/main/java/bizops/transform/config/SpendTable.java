package bizops.transform.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A raw table of spend, such as an advertising platform's daily report, as mapping.yml describes it. Immutable.
 *
 * @param schema any schema of the warehouse
 * @param date column of the day that the money was spent
 * @param campaignKey column that names the Salesforce campaign
 * @param match how it names it
 * @param amount column of the money
 * @param divisor what the amount is divided by, such as 1000000 where it is in micros
 * @param currency column of the ISO 4217 code, or the code itself; without it the reporting currency
 * @param key columns that name a row, of which the newest version counts; none where every row counts
 */
public record SpendTable(
        String schema,
        String table,
        String date,
        String campaignKey,
        Match match,
        String amount,
        BigDecimal divisor,
        Optional<String> currency,
        List<String> key) {

    /** What the campaign key holds. */
    public enum Match {
        /** The campaign's id, 15 or 18 characters. */
        ID,
        /** The campaign's exact name. */
        NAME,
        /** The id, or else the exact name. */
        ANY
    }

    /** Schema and table as the file names them. */
    public String path() {
        return schema + "." + table;
    }
}
