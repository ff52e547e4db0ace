package bizops.dist.tapfaults;

import bizops.sandbox.Sandbox;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The contacts to whom invoices go. */
final class ZuoraPersons implements Persons {
    @Override
    public Vendor vendor() {
        return new ZuoraVendor();
    }

    @Override
    public void plant(Sandbox sandbox) {
        sandbox.zuora()
                .insert(
                        "Contact",
                        Map.of("LastName", "King", "WorkEmail", ADDRESS, "PersonalEmail", ADDRESS, "WorkPhone", PHONE));
        sandbox.zuora().insert("Account", Map.of("Name", "Analytical Engines", "Notes", "write to " + ADDRESS));
    }

    @Override
    public List<Map<String, Object>> rules() {
        return List.of(
                Map.of("stream", "Contact", "column", "*Email", "rule", "hash"),
                Map.of("stream", "Contact", "column", "*Phone", "rule", "null"),
                Map.of("stream", "Account", "column", "Notes", "rule", "drop"),
                Map.of("stream", "Account", "column", "AdditionalEmailAddresses", "rule", "null"));
    }

    @Override
    public List<String> streams() {
        return List.of("Account", "Contact");
    }

    @Override
    public Set<String> addresses(Sandbox sandbox) {
        Set<String> addresses = new TreeSet<>();
        for (Map<String, ?> contact : sandbox.zuora().truth("Contact")) {
            for (String field : List.of("WorkEmail", "PersonalEmail")) {
                addresses.add(Objects.toString(contact.get(field), ADDRESS));
            }
        }
        return addresses;
    }

    @Override
    public String spoiling() {
        return "s/\"LastName\":\"King\"/\"LastName\":{\"is\":\"perhaps\"}/";
    }

    /** As {@code /oauth/token} of the sandbox gives them. */
    @Override
    public Pattern token() {
        return Pattern.compile("c652cbc0[0-9a-f]{16}");
    }
}
