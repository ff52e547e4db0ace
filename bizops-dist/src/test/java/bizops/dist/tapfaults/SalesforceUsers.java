package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What people and integrations do in Salesforce within a moment; a second lies between two changes of a row. */
final class SalesforceUsers {
    private static final String HOSTILE = "tab\tquote\" back\\slash \\N \\. O'Brien 🦄 Ωmega\nline two\r\nline three ";
    private static final int ACTIONS = 8;
    private static final int MASS = 40;

    private final Sandbox sandbox;
    private final Random random;

    SalesforceUsers(Sandbox sandbox, Random random) {
        this.sandbox = sandbox;
        this.random = random;
    }

    void work() {
        for (int done = 1 + random.nextInt(3); done > 0; done--) {
            switch (random.nextInt(ACTIONS)) {
                case 0 -> insert();
                case 1 -> updateDeal();
                case 2 -> massUpdate();
                case 3 -> one("Lead", false).ifPresent(id -> sandbox.delete("Lead", id));
                case 4 -> one("CampaignMember", false).ifPresent(id -> sandbox.delete("CampaignMember", id));
                case 5 -> one("Lead", true).ifPresent(id -> sandbox.undelete("Lead", id));
                case 6 -> one("Lead", true).ifPresent(id -> sandbox.purge("Lead", id));
                default -> merge();
            }
        }
    }

    private void insert() {
        Map<String, Object> lead = new LinkedHashMap<>();
        lead.put("LastName", "null");
        lead.put("Company", HOSTILE + random.nextInt());
        lead.put("Status", "Open - Not Contacted");
        sandbox.insert("Lead", lead);
    }

    private void updateDeal() {
        BigDecimal amount = new BigDecimal("1234567890123456.78").subtract(BigDecimal.valueOf(random.nextInt(), 2));
        one("Opportunity", false)
                .ifPresent(id -> sandbox.update(
                        "Opportunity", id, Map.of("Amount", amount, "Description", HOSTILE + random.nextInt())));
    }

    /** Many rows that share one stamp. */
    private void massUpdate() {
        List<String> ids = ids("Lead", false);
        int from = ids.isEmpty() ? 0 : random.nextInt(ids.size());
        String title = "title " + random.nextInt();
        ids.stream().skip(from).limit(MASS).forEach(id -> sandbox.update("Lead", id, Map.of("Title", title)));
    }

    /** What hung on the loser hangs on the winner; the loser goes to the bin and points there. */
    private void merge() {
        List<String> ids = ids("Contact", false);
        if (ids.size() < 2) {
            return;
        }
        String winner = ids.get(random.nextInt(ids.size()));
        String loser = ids.get(random.nextInt(ids.size()));
        if (winner.equals(loser)) {
            return;
        }
        for (Map<String, @Nullable Object> role : sandbox.truth("OpportunityContactRole")) {
            if (loser.equals(role.get("ContactId")) && isThere(role, false)) {
                sandbox.update("OpportunityContactRole", String.valueOf(role.get("Id")), Map.of("ContactId", winner));
            }
        }
        sandbox.update("Contact", loser, Map.of("MasterRecordId", winner));
        sandbox.delete("Contact", loser);
    }

    private Optional<String> one(String object, boolean deleted) {
        List<String> ids = ids(object, deleted);
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids.get(random.nextInt(ids.size())));
    }

    private List<String> ids(String object, boolean deleted) {
        return sandbox.truth(object).stream()
                .filter(row -> isThere(row, deleted))
                .map(row -> String.valueOf(row.get("Id")))
                .toList();
    }

    private static boolean isThere(Map<String, @Nullable Object> row, boolean deleted) {
        return row.get("_gone_at") == null && Boolean.TRUE.equals(row.get("IsDeleted")) == deleted;
    }
}
