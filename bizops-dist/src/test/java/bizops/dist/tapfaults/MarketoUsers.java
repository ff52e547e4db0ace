package bizops.dist.tapfaults;

import bizops.sandbox.MarketoSandbox;
import bizops.sandbox.Sandbox;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What people, imports and web pages do in Marketo within a moment. */
final class MarketoUsers {
    private static final int ACTIONS = 7;
    /** With fewer people somebody new comes: more of them go than come otherwise, and years use them up. */
    private static final int LEAST = 20;

    /** A visit that Marketo shows hours after its date. */
    private static final int MOST_LATE_SECONDS = 5 * 3600;

    private static final int VISIT = 1;

    private final Sandbox sandbox;
    private final MarketoSandbox marketo;
    private final Random random;

    MarketoUsers(Sandbox sandbox, Random random) {
        this.sandbox = sandbox;
        this.marketo = sandbox.marketo();
        this.random = random;
    }

    void work() {
        for (int done = 1 + random.nextInt(3); done > 0; done--) {
            List<Long> ids = marketo.truth("leads").stream()
                    .filter(row -> row.get("_gone_at") == null)
                    .map(row -> Long.valueOf(String.valueOf(row.get("id"))))
                    .toList();
            if (ids.size() < LEAST) {
                insert();
                continue;
            }
            long one = ids.get(random.nextInt(ids.size()));
            switch (random.nextInt(ACTIONS)) {
                case 0 -> insert();
                case 1 -> marketo.updateLead(one, Map.of("title", "a \"title\", \\N 🦄\nof " + random.nextInt()));
                case 2 -> marketo.updateLeadQuietly(one, Map.of("title", "N/A " + random.nextInt()));
                case 3 -> marketo.deleteLead(one);
                case 4 -> visit(one);
                default -> merge(one, member(ids));
            }
        }
    }

    private void insert() {
        marketo.insertLead(Map.of("email", "a" + random.nextInt() + "@b.example", "lastName", "null"));
    }

    private void visit(long lead) {
        Instant now = sandbox.now();
        Instant seen = now.plusSeconds(random.nextInt(MOST_LATE_SECONDS));
        marketo.addActivity(lead, VISIT, now, seen, Map.of("Webpage URL", "/page?of=" + random.nextInt()));
    }

    /** Somebody whose memberships go to the winner of a merge. */
    private long member(List<Long> ids) {
        List<Long> members = marketo.truth("program_members").stream()
                .map(row -> Long.valueOf(String.valueOf(row.get("leadId"))))
                .filter(ids::contains)
                .toList();
        return members.isEmpty() ? ids.get(0) : members.get(random.nextInt(members.size()));
    }

    private void merge(long winner, long loser) {
        if (winner != loser) {
            marketo.mergeLeads(winner, loser);
        }
    }
}
