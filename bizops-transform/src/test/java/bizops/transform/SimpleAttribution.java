package bizops.transform;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Identity, touches and first, last and linear credits, computed row by row without regard to speed. */
final class SimpleAttribution {
    private final World world;
    private final Map<String, BigDecimal> totals = new TreeMap<>();

    private record Touch(String id, String person, World.Campaign campaign, LocalDate day) {}

    SimpleAttribution(World world) {
        this.world = world;
    }

    /** Credit by {@code model|measure|campaign id}, zero ones left out. */
    Map<String, BigDecimal> totals() {
        List<Touch> touches = touches();
        for (World.Lead lead : world.leads) {
            if (!lead.isDeleted()) {
                LocalDate end = lead.converted() == null ? World.AS_OF : lead.converted();
                String person = person(lead);
                credit(
                        "leads",
                        BigDecimal.ONE,
                        touches.stream()
                                .filter(touch -> touch.person().equals(person)
                                        && !touch.day().isAfter(end))
                                .toList());
            }
        }
        for (World.Opportunity won : world.opportunities) {
            if (isWon(won)) {
                Set<String> people = group(won);
                List<Touch> eligible = touches.stream()
                        .filter(touch -> people.contains(touch.person())
                                && !touch.day().isBefore(won.created().minusDays(World.LOOKBACK))
                                && !touch.day().isAfter(won.close()))
                        .toList();
                credit("won_iacv", BigDecimal.valueOf(won.iacv() == null ? 0 : won.iacv()), eligible);
                if (isNewCustomer(won)) {
                    credit("new_customers", BigDecimal.ONE, eligible);
                }
            }
        }
        totals.values().removeIf(value -> value.signum() == 0);
        return totals;
    }

    private void credit(String measure, BigDecimal value, List<Touch> touches) {
        if (touches.isEmpty()) {
            List.of("first", "last", "linear").forEach(model -> add(model, measure, "(unattributed)", value));
            return;
        }
        int n = touches.size();
        add("first", measure, touches.get(0).campaign().id(), value);
        add("last", measure, touches.get(n - 1).campaign().id(), value);
        for (Touch touch : touches) {
            add(
                    "linear",
                    measure,
                    touch.campaign().id(),
                    value.divide(BigDecimal.valueOf(n), 20, RoundingMode.HALF_UP));
        }
    }

    private void add(String model, String measure, String campaign, BigDecimal value) {
        totals.merge(model + "|" + measure + "|" + campaign, value, BigDecimal::add);
    }

    private List<Touch> touches() {
        List<Touch> touches = new ArrayList<>();
        for (World.Member member : world.members) {
            String person = member.contact() != null ? contactPerson(member.contact()) : leadPerson(member.lead());
            world.campaigns.stream()
                    .filter(campaign -> campaign.id().equals(member.campaign()) && !campaign.isDeleted())
                    .filter(campaign -> person != null && member.hasResponded() && !member.isDeleted())
                    .forEach(campaign -> touches.add(
                            new Touch("cm:" + member.id(), String.valueOf(person), campaign, member.day())));
        }
        touches.sort(Comparator.comparing(Touch::day)
                .thenComparing(Touch::person)
                .thenComparing(touch -> touch.campaign().name())
                .thenComparing(Touch::id));
        return touches;
    }

    private @Nullable String leadPerson(@Nullable String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (at != null && seen.add(at)) {
            String here = at;
            World.Lead lead = world.leads.stream()
                    .filter(one -> one.id().equals(here))
                    .findFirst()
                    .orElse(null);
            if (lead == null) {
                return null;
            }
            if (!lead.isDeleted()) {
                return person(lead);
            }
            at = lead.master();
        }
        return null;
    }

    private String person(World.Lead live) {
        String contact = live.contact() == null ? null : contactPerson(live.contact());
        return contact != null ? contact : key(live.email(), "lead:" + live.id());
    }

    private @Nullable String contactPerson(String id) {
        Set<String> seen = new HashSet<>();
        String at = id;
        while (at != null && seen.add(at)) {
            String here = at;
            World.Contact contact = world.contacts.stream()
                    .filter(one -> one.id().equals(here))
                    .findFirst()
                    .orElse(null);
            if (contact == null) {
                return null;
            }
            if (!contact.isDeleted()) {
                return key(contact.email(), "contact:" + contact.id());
            }
            at = contact.master();
        }
        return null;
    }

    private static String key(@Nullable String email, String without) {
        return email == null ? without : email.strip().toLowerCase(Locale.ROOT);
    }

    private Set<String> group(World.Opportunity opportunity) {
        Set<String> people = new HashSet<>();
        for (World.Role role : world.roles) {
            String person = contactPerson(role.contact());
            if (!role.isDeleted() && role.opportunity().equals(opportunity.id()) && person != null) {
                people.add(person);
            }
        }
        for (World.Lead lead : world.leads) {
            if (!lead.isDeleted() && opportunity.id().equals(lead.opportunity())) {
                people.add(person(lead));
            }
        }
        return people;
    }

    private static boolean isWon(World.Opportunity opportunity) {
        return opportunity.isWon()
                && !opportunity.isDeleted()
                && !opportunity.close().isAfter(World.AS_OF);
    }

    private boolean isNewCustomer(World.Opportunity won) {
        return won.account() == null
                || world.opportunities.stream()
                        .filter(other -> isWon(other) && won.account().equals(other.account()))
                        .min(Comparator.comparing(World.Opportunity::close).thenComparing(World.Opportunity::id))
                        .filter(first -> first.equals(won))
                        .isPresent();
    }
}
