package bizops.transform;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is who in a world, looked up one by one without regard to speed. */
final class SimpleIdentity {
    private final World world;

    SimpleIdentity(World world) {
        this.world = world;
    }

    /** Of a CampaignMember: its contact's person where there is a contact, else its lead's. */
    @Nullable
    String memberPerson(World.Member member) {
        return member.contact() != null ? contactPerson(member.contact()) : leadPerson(member.lead());
    }

    @Nullable
    String marketoPerson(String id) {
        World.MarketoLead lead = world.marketoLeads.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (lead == null) {
            return null;
        }
        if (lead.mergedInto() != null) {
            return marketoPerson(lead.mergedInto());
        }
        String contact = lead.contact() == null ? null : contactPerson(lead.contact());
        String synced = contact != null ? contact : leadPerson(lead.lead());
        return synced != null ? synced : key(lead.email(), "marketo:" + lead.id());
    }

    @Nullable
    String leadPerson(@Nullable String id) {
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

    String person(World.Lead live) {
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

    /** The buying group of a live opportunity. */
    Set<String> group(World.Opportunity opportunity) {
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
}
