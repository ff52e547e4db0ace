package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Row;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who takes part in which campaign. A lead or contact is in a campaign once. */
final class Members {
    private final World world;

    Members(World world) {
        this.world = world;
    }

    /** Makes a lead a member, or a contact, or both when the lead is converted. */
    void join(Row campaign, @Nullable Row lead, @Nullable Row contact, boolean responded) {
        if (!World.alive(campaign) || isMember(campaign, "LeadId", lead) || isMember(campaign, "ContactId", contact)) {
            return;
        }
        Map<String, Object> member = new HashMap<>();
        member.put("CampaignId", campaign.id());
        member.put("Status", responded ? "Responded" : "Sent");
        member.put("HasResponded", responded);
        if (lead != null) {
            member.put("LeadId", lead.id());
        }
        if (contact != null) {
            member.put("ContactId", contact.id());
        }
        if (responded) {
            member.put("FirstRespondedDate", world.today());
        }
        if (world.chance().yes(0.3)) {
            member.put("Landing_Page__c", "https://www.bizops.example/lp?c=" + campaign.id() + "&utm=ä%20b");
        }
        Row row = world.org().insert("CampaignMember", member);
        if (!responded && world.chance().yes(0.25)) {
            world.later(world.chance().between(1, 6), () -> respond(row));
        }
        if (world.chance().yes(0.01)) {
            world.later(world.chance().between(5, 60), () -> world.org().delete(row, "CampaignMember"));
        }
    }

    /** After a conversion the lead's memberships are the contact's as well. */
    void convert(Row lead, Row contact) {
        for (Row member : world.org().table("CampaignMember").referring("LeadId", lead.id())) {
            if (World.alive(member)) {
                world.org().update(member, "CampaignMember", Map.of("ContactId", contact.id()));
            }
        }
    }

    private void respond(Row member) {
        if (World.alive(member)) {
            world.org()
                    .update(
                            member,
                            "CampaignMember",
                            Map.of("Status", "Responded", "HasResponded", true, "FirstRespondedDate", world.today()));
        }
    }

    private boolean isMember(Row campaign, String field, @Nullable Row person) {
        return person != null
                && world.org().table("CampaignMember").referring(field, person.id()).stream()
                        .anyMatch(member -> World.alive(member) && campaign.id().equals(member.text("CampaignId")));
    }
}
