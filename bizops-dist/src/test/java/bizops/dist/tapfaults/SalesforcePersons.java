package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Leads and contacts, and the campaign members that repeat them. */
final class SalesforcePersons implements Persons {
    private static final List<String> STREAMS = List.of("CampaignMember", "Contact", "Lead");

    @Override
    public Vendor vendor() {
        return new SalesforceVendor();
    }

    @Override
    public void plant(Sandbox sandbox) {
        sandbox.insert("Contact", Map.of("LastName", "King", "Email", ADDRESS, "Phone", PHONE));
        Map<String, Object> lead = new LinkedHashMap<>();
        lead.put("LastName", "King");
        lead.put("Company", "Analytical Engines");
        lead.put("Status", "Open - Not Contacted");
        lead.put("Email", ADDRESS.toUpperCase(Locale.ROOT));
        lead.put("Phone", PHONE);
        lead.put("Description", "write to " + ADDRESS);
        String id = sandbox.insert("Lead", lead);
        String campaign = String.valueOf(sandbox.truth("Campaign").get(0).get("Id"));
        sandbox.insert("CampaignMember", Map.of("CampaignId", campaign, "LeadId", id, "Status", "Sent"));
    }

    @Override
    public List<Map<String, Object>> rules() {
        return List.of(
                Map.of("stream", "*", "column", "Email", "rule", "hash"),
                Map.of("stream", "*", "column", "*Phone", "rule", "null"),
                Map.of("stream", "*", "column", "Description", "rule", "drop"));
    }

    @Override
    public List<String> streams() {
        return STREAMS;
    }

    @Override
    public Set<String> addresses(Sandbox sandbox) {
        Set<String> addresses = new TreeSet<>();
        for (String stream : STREAMS) {
            sandbox.truth(stream).stream()
                    .map(row -> row.get("Email"))
                    .filter(Objects::nonNull)
                    .forEach(address -> addresses.add(address.toString()));
        }
        return addresses;
    }

    @Override
    public String spoiling() {
        return "s/\"IsDeleted\":false/\"IsDeleted\":\"perhaps\"/";
    }

    @Override
    public Pattern token() {
        return Pattern.compile("00D[0-9A-Za-z]{12,15}!");
    }
}
