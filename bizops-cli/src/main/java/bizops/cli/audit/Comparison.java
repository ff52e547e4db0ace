package bizops.cli.audit;

import bizops.cli.store.AuditEntry;
import bizops.cli.store.AuditEntry.Figures;
import bizops.cli.store.AuditEntry.Sum;
import bizops.cli.store.AuditEntry.Verdict;
import bizops.cli.store.AuditQueries;
import bizops.cli.store.AuditTotals;
import bizops.cli.store.Store;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what a source says with what its raw table holds. Immutable. */
final class Comparison {
    /** Some sources add in binary floating point: what differs by less than this part of their sum is equal. */
    private static final BigDecimal NOISE = new BigDecimal("1e-12");

    private final Store store;
    private final String tap;

    Comparison(Store store, String tap) {
        this.store = store;
        this.tap = tap;
    }

    /** A stream that its source counted. */
    AuditEntry counted(Terms terms, AuditTotals theirs, long changed) {
        AuditQueries queries = new AuditQueries(store, terms.table(), terms.scope());
        AuditTotals ours = queries.ours();
        return entry(terms, "count", differences(terms, theirs, ours, NOISE), figures(terms, theirs, ours, changed));
    }

    /** A stream that was read once more. */
    AuditEntry read(Terms terms) {
        AuditQueries queries = new AuditQueries(store, terms.table(), terms.scope());
        AuditTotals theirs = queries.theirs();
        AuditTotals ours = queries.ours();
        List<String> differences = differences(terms, theirs, ours, BigDecimal.ZERO);
        Examples.of("missing here", queries.missing()).ifPresent(differences::add);
        Examples.of("here alone", queries.surplus()).ifPresent(differences::add);
        for (String field : terms.scope().numbers()) {
            Examples.of("with another " + field, queries.unequal(field)).ifPresent(differences::add);
        }
        return entry(terms, "records", differences, figures(terms, theirs, ours, queries.changed()));
    }

    private static List<String> differences(Terms terms, AuditTotals theirs, AuditTotals ours, BigDecimal noise) {
        List<String> differences = new ArrayList<>();
        if (theirs.rows() != ours.rows()) {
            differences.add("rows: vendor " + theirs.rows() + ", here " + ours.rows());
        }
        for (String field : terms.scope().numbers()) {
            Sum sum = sum(field, theirs, ours);
            if (!isEqual(sum, noise)) {
                differences.add("sum of " + field + ": vendor " + text(sum.vendor()) + ", here " + text(sum.ours()));
            }
        }
        for (String field : terms.lacking()) {
            differences.add("no column for " + field + " in " + Terms.name(terms.table()));
        }
        Optional<Instant> newest = theirs.newest();
        if (newest.isPresent() && ours.newest().isPresent() && !newest.equals(ours.newest())) {
            differences.add("newest " + terms.scope().replicationKey().orElse("row") + ": vendor " + newest.get()
                    + ", here " + ours.newest().get());
        }
        return differences;
    }

    private AuditEntry entry(Terms terms, String method, List<String> differences, Figures figures) {
        if (!differences.isEmpty() && terms.scope().before().isEmpty()) {
            differences.add("it has no bookmark, so these may be changes since the load: run the pipeline, then audit");
        }
        return new AuditEntry(
                tap,
                terms.scope().stream(),
                method,
                differences.isEmpty() ? Verdict.OK : Verdict.DIFF,
                "",
                Optional.of(figures),
                differences);
    }

    private static Figures figures(Terms terms, AuditTotals theirs, AuditTotals ours, long changed) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        terms.scope().numbers().forEach(field -> sums.put(field, sum(field, theirs, ours)));
        return new Figures(theirs.rows(), ours.rows(), changed, theirs.newest(), ours.newest(), sums);
    }

    private static Sum sum(String field, AuditTotals theirs, AuditTotals ours) {
        return new Sum(
                theirs.sums().getOrDefault(field, BigDecimal.ZERO), ours.sums().getOrDefault(field, BigDecimal.ZERO));
    }

    private static boolean isEqual(Sum sum, BigDecimal noise) {
        BigDecimal larger = sum.vendor().abs().max(sum.ours().abs());
        return sum.vendor().subtract(sum.ours()).abs().compareTo(larger.multiply(noise)) <= 0;
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
