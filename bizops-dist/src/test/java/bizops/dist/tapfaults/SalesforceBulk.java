package bizops.dist.tapfaults;

import bizops.sandbox.fault.FaultName;
import bizops.sandbox.fault.SalesforceFault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Which of Salesforce's APIs reads in a run. */
final class SalesforceBulk {
    private static final String BULK2 = "BULK2";
    private static final String BULK1 = "BULK";
    private static final String AUTO = "AUTO";

    private SalesforceBulk() {}

    /** The API that meets the fault; empty for faults that REST meets too. */
    static Optional<String> apiType(FaultName fault, Random random) {
        if (fault == SalesforceFault.BULK_BATCH_FAILED) {
            return Optional.of(BULK1);
        }
        if (fault == SalesforceFault.BULK_DISABLED || fault == SalesforceFault.BULK_REFUSED) {
            return Optional.of(one(List.of(BULK2, BULK1, AUTO), random));
        }
        return fault.name().startsWith("BULK_") ? Optional.of(one(List.of(BULK2, AUTO), random)) : Optional.empty();
    }

    /** One of all, for a mix of faults; empty for REST, half of the time. */
    static Optional<String> mixed(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(one(List.of(BULK2, BULK1, AUTO), random));
    }

    /** With AUTO every object is large, so that Bulk is chosen wherever it can be. */
    static void settings(Map<String, Object> settings, String apiType) {
        settings.put("api_type", apiType);
        settings.put("bulk_min_rows", 1);
        settings.put("bulk_poll_seconds", 0.05);
        settings.put("bulk_timeout_seconds", 1);
    }

    private static String one(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
