package bizops.target;

import bizops.singer.config.Config;
import bizops.singer.config.Problems;
import bizops.target.reject.RejectedRecords;
import bizops.target.table.TableName;
import bizops.target.validate.BadValues;
import java.util.OptionalLong;

/**
 * The settings that say what happens to a value that no column or schema takes. Immutable.
 *
 * @param policy {@code error}, {@code null} or {@code reject}
 * @param table where rejected records go
 * @param runId names this run in their rows
 * @param most how many of one stream may be rejected; empty for any number
 */
record BadRecords(String policy, TableName table, String runId, OptionalLong most) {
    private static final String POLICY = "on_bad_value";
    private static final String MOST = "invalid_records_threshold";
    private static final String DETECT = "invalid_records_detect";
    private static final String REJECT = "reject";

    static BadRecords of(Config config, TableName table, String runId, Problems problems) {
        OptionalLong most = config.has(MOST) ? OptionalLong.of(config.longInteger(MOST)) : OptionalLong.empty();
        boolean tolerant = config.has(DETECT) && !config.bool(DETECT);
        boolean implied = tolerant || most.orElse(0) > 0;
        String policy = config.optionalString(POLICY).orElse(implied ? REJECT : "error");
        if (implied && !policy.equals(REJECT)) {
            problems.add(
                    "'" + (tolerant ? DETECT : MOST) + "' is for on_bad_value reject, and that is set to " + policy);
        }
        if (tolerant && most.isPresent()) {
            problems.add("'" + DETECT + "' false sets no limit, and '" + MOST + "' sets one; leave one of them out");
        }
        return new BadRecords(policy, table, runId, most);
    }

    BadValues badValues() {
        return policy.equals(REJECT) ? BadValues.rejecting() : new BadValues(policy.equals("null"));
    }

    RejectedRecords rejected() {
        return new RejectedRecords(table, runId, most);
    }
}
