package bizops.dist.tapfaults;

import bizops.sandbox.MarketoSandbox;
import bizops.sandbox.Sandbox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Leads, and activities that repeat what was changed, filled in, not delivered, or stands for a lead without a name. */
final class MarketoPersons implements Persons {
    private static final int FILL_OUT_FORM = 2;

    @Override
    public Vendor vendor() {
        return new MarketoVendor();
    }

    @Override
    public void plant(Sandbox sandbox) {
        MarketoSandbox marketo = sandbox.marketo();
        long id = marketo.insertLead(Map.of(
                "lastName", "King", "email", ADDRESS.toUpperCase(Locale.ROOT), "phone", PHONE, "mobilePhone", PHONE));
        marketo.updateLead(id, Map.of("email", ADDRESS, "mktoPersonNotes", "write to " + ADDRESS));
        marketo.addActivity(
                id,
                FILL_OUT_FORM,
                sandbox.now(),
                sandbox.now(),
                Map.of("Form Fields", "Email=" + ADDRESS + "&Phone=" + PHONE));
        marketo.deleteLead(marketo.insertLead(Map.of("email", ADDRESS)));
    }

    @Override
    public List<Map<String, Object>> rules() {
        return List.of(
                Map.of("stream", "*", "column", "email", "rule", "hash"),
                Map.of("stream", "leads", "column", "*hone", "rule", "null"),
                Map.of("stream", "leads", "column", "mkto*Notes", "rule", "drop"),
                Map.of("stream", "activities", "column", "attributes", "rule", "drop"),
                Map.of("stream", "deleted_leads", "column", "attributes", "rule", "drop"),
                Map.of("stream", "*", "column", "primaryAttributeValue", "rule", "null"),
                Map.of("stream", "activities_*", "column", "*_value", "rule", "null"),
                Map.of("stream", "activities_*", "column", "form_fields", "rule", "null"),
                Map.of("stream", "activities_email_*", "column", "details", "rule", "null"));
    }

    @Override
    public List<String> streams() {
        return List.of(
                "activities",
                "activities_change_data_value",
                "activities_email_bounced",
                "activities_fill_out_form",
                "activities_new_lead",
                "deleted_leads",
                "leads");
    }

    @Override
    public Set<String> addresses(Sandbox sandbox) {
        Set<String> addresses = new TreeSet<>();
        sandbox.marketo().truth("leads").stream()
                .map(lead -> lead.get("email"))
                .filter(Objects::nonNull)
                .forEach(address -> addresses.add(address.toString()));
        return addresses;
    }

    /** Of few windows: each takes a job, and many a request of a load is to fail. */
    @Override
    public Map<String, Object> settings(Sandbox sandbox) {
        Map<String, Object> settings = vendor().settings(sandbox);
        settings.put("start_date", "2026-05-15T00:00:00Z");
        return settings;
    }

    @Override
    public String spoiling() {
        return "s/\"lastName\":\"King\"/\"lastName\":{\"is\":\"perhaps\"}/";
    }

    /** As {@code /identity/oauth/token} of the sandbox gives them. */
    @Override
    public Pattern token() {
        return Pattern.compile("[0-9a-f]{4}-[0-9a-f]{12}:sj");
    }
}
