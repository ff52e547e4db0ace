package bizops.transform.staging;

import bizops.singer.config.Problems;
import bizops.transform.config.Mapping;
import bizops.transform.raw.RawCatalog;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Holds the spend tables of a mapping to raw. Owned by one thread.
 *
 * @param functionSchema where {@code to_num} and the others are
 */
public record SpendCheck(
        DSLContext statements, String functionSchema, RawCatalog catalog, Map<String, String> rawNames) {

    /** One line a table; what is wrong goes to {@code problems}. */
    public List<String> run(Mapping mapping, BigDecimal rejectLimit, Problems problems) {
        SpendLoad load = new SpendBinder(name -> catalog.read(name, rawNames), mapping, problems).bind();
        for (RejectCount reject : load.rejects(statements, functionSchema, ZoneOffset.UTC)) {
            if (BigDecimal.valueOf(reject.rejected())
                            .compareTo(rejectLimit.multiply(BigDecimal.valueOf(reject.given())))
                    > 0) {
                problems.add("mapping.yml: spend table " + reject.table().schema() + "."
                        + reject.table().name() + ": " + reject.rejected() + " of " + reject.given() + " values of "
                        + reject.column() + " cannot be read");
            }
        }
        return load.parts().stream()
                .map(part -> "spend: " + part.table().path() + ", all columns found")
                .toList();
    }
}
