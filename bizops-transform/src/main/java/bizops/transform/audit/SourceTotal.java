package bizops.transform.audit;

import bizops.singer.error.Suggestion;
import bizops.singer.error.UsageException;
import bizops.transform.staging.StagingTable;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a source says that it holds of an object. Immutable.
 *
 * @param source the vendor, such as salesforce
 * @param object as the vendor spells it
 * @param rows those that are not deleted
 * @param amount sum of their amounts; null where nobody asked
 * @param modifiedAt the latest change at the source; null where nobody asked
 */
public record SourceTotal(
        String source,
        String object,
        long rows,
        @Nullable BigDecimal amount,
        @Nullable OffsetDateTime modifiedAt) {
    /** Refuses what no build could be held to. */
    public void check() {
        Set<String> known = StagingTable.all().stream()
                .map(table -> table.vendor() + "." + table.object())
                .collect(Collectors.toCollection(TreeSet::new));
        String name = source + "." + object;
        if (!known.contains(name)) {
            throw new UsageException("no build reads \"" + name + "\"" + Suggestion.hint(name, known));
        }
        if (rows < 0) {
            throw new UsageException("--rows must not be below 0");
        }
        if (amount != null && !hasAmounts()) {
            throw new UsageException("--amount: no amounts are summed of " + name + "; leave it away");
        }
    }

    private boolean hasAmounts() {
        return StagingTable.all().stream()
                .filter(table -> table.vendor().equals(source) && table.object().equals(object))
                .anyMatch(table -> table.columns().keySet().containsAll(Set.of("amount", "currency")));
    }
}
