package bizops.dist.tapfaults;

import bizops.sandbox.ZuoraSandbox;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** What people and billing do in Zuora within a moment. */
final class ZuoraUsers {
    private static final String HOSTILE =
            "tab\tquote\" \"\" back\\slash \\N, comma; O'Brien 🦄 Ωmega\nline two\r\nline three ";
    private static final int ACTIONS = 6;
    private static final int MASS = 30;

    private final ZuoraSandbox zuora;
    private final Random random;

    ZuoraUsers(ZuoraSandbox zuora, Random random) {
        this.zuora = zuora;
        this.random = random;
    }

    void work() {
        for (int done = 1 + random.nextInt(3); done > 0; done--) {
            switch (random.nextInt(ACTIONS)) {
                case 0 -> zuora.insert("Account", Map.of("Name", HOSTILE + random.nextInt(), "AccountNumber", "A-1"));
                case 1 ->
                    one("InvoiceItem")
                            .ifPresent(id -> zuora.update("InvoiceItem", id, Map.of("ChargeAmount", amount())));
                case 2 -> massUpdate();
                case 3 -> one("Contact").ifPresent(id -> zuora.delete("Contact", id));
                case 4 -> one("RatePlanCharge").ifPresent(id -> zuora.delete("RatePlanCharge", id));
                default ->
                    one("RatePlanCharge")
                            .ifPresent(id -> zuora.updateUnstamped("RatePlanCharge", id, Map.of("TCV", amount())));
            }
        }
    }

    private BigDecimal amount() {
        return new BigDecimal("1234567890123.123456789").subtract(BigDecimal.valueOf(random.nextInt(), 2));
    }

    /** Many rows that share one stamp. */
    private void massUpdate() {
        List<String> ids = ids("Subscription");
        int from = ids.isEmpty() ? 0 : random.nextInt(ids.size());
        String notes = HOSTILE + random.nextInt();
        ids.stream().skip(from).limit(MASS).forEach(id -> zuora.update("Subscription", id, Map.of("Notes", notes)));
    }

    private Optional<String> one(String object) {
        List<String> ids = ids(object);
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    private List<String> ids(String object) {
        return zuora.truth(object).stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("Deleted")))
                .map(row -> String.valueOf(row.get("Id")))
                .toList();
    }
}
