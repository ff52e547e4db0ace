package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Org;
import bizops.sandbox.salesforce.data.Row;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What administrators do: merges, clean-ups, mass updates in one second, and the bin that empties itself. */
final class Housekeeping {
    private static final int MASS_EVERY = 21;
    private static final int MERGE_EVERY = 6;
    private static final int CLEAN_EVERY = 9;

    private final World world;
    private final Staff staff;
    private final Market market;
    private final Instant opening;

    /** @param opening what was deleted before this instant stays in the bin for good */
    Housekeeping(World world, Staff staff, Market market, Instant opening) {
        this.world = world;
        this.staff = staff;
        this.market = market;
        this.opening = opening;
        world.later(MASS_EVERY, this::massUpdate);
        world.later(MERGE_EVERY, this::mergeLeads);
        world.later(MERGE_EVERY * 9, this::mergeAccounts);
        world.later(CLEAN_EVERY, this::cleanUp);
    }

    /** Empties the bin of what was deleted long ago. */
    void day() {
        Instant limit = world.org().now().minus(Org.BIN);
        if (!limit.isAfter(opening)) {
            return;
        }
        for (SObject type : world.org().schema().objects()) {
            Table table = world.org().table(type.name());
            for (Table.Deletion deletion : table.deletions()) {
                Row row = table.find(deletion.id());
                if (row != null
                        && row.goneAt() == null
                        && row.is("IsDeleted")
                        && !deletion.at().isBefore(opening)
                        && deletion.at().isBefore(limit)) {
                    world.org().purge(row, type.name());
                }
            }
        }
    }

    private void massUpdate() {
        world.org().actAs(staff.integration().id());
        for (Row lead : List.copyOf(world.org().table("Lead").rows())) {
            if (World.alive(lead) && !lead.is("IsConverted") && world.chance().yes(0.05)) {
                world.org().update(lead, "Lead", Map.of("Fit__c", world.chance().of(List.of("A", "B", "C", "D"))));
            }
        }
        world.later(MASS_EVERY, this::massUpdate);
    }

    private void mergeLeads() {
        market.people().stream()
                .filter(person -> person.leads.size() > 1)
                .map(person -> person.leads.stream()
                        .filter(lead -> World.alive(lead) && !lead.is("IsConverted"))
                        .toList())
                .filter(leads -> leads.size() > 1)
                .findFirst()
                .ifPresent(leads -> merge("Lead", leads.get(0), leads.get(1)));
        world.later(MERGE_EVERY, this::mergeLeads);
    }

    private void mergeAccounts() {
        List<Prospect> customers = market.people().stream()
                .map(person -> person.prospect)
                .filter(prospect -> prospect.account != null && World.alive(prospect.account))
                .distinct()
                .toList();
        if (customers.size() > 10) {
            Prospect winner = world.chance().of(customers);
            Prospect loser = world.chance().of(customers);
            if (!winner.equals(loser)) {
                merge("Account", Objects.requireNonNull(winner.account), Objects.requireNonNull(loser.account));
                loser.account = winner.account;
            }
        }
        world.later(MERGE_EVERY * 9, this::mergeAccounts);
    }

    private void merge(String object, Row winner, Row loser) {
        world.org().actAs(staff.integration().id());
        Merge.merge(world.org(), object, winner, loser);
    }

    private void cleanUp() {
        world.org().actAs(staff.integration().id());
        delete("Contact", 0.1);
        delete("Opportunity", 0.06);
        delete("Account", 0.03);
        delete("OpportunityContactRole", 0.1);
        delete("Task", 0.3);
        world.later(CLEAN_EVERY, this::cleanUp);
    }

    private void delete(String object, double share) {
        List<Row> rows =
                world.org().table(object).rows().stream().filter(World::alive).toList();
        int number = rows.size() < 20 ? 0 : world.chance().count(share * world.scale());
        for (int i = 0; i < number; i++) {
            world.org().delete(world.chance().of(rows), object);
        }
    }
}
