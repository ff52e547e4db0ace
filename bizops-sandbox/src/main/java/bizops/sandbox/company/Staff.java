package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The users of the company's org: who develops business, who closes deals, who runs campaigns. */
final class Staff {
    private static final int DEVELOPERS = 4;
    private static final int EXECUTIVES = 5;

    private final World world;
    private final List<Row> developers = new ArrayList<>();
    private final List<Row> executives = new ArrayList<>();
    private final Row integration;
    private final Row marketer;
    private int hired;

    Staff(World world) {
        this.world = world;
        integration = hire("Operations", "Integration user", null, null);
        world.org().actAs(integration.id());
        Row sales = role("Sales", "SALES");
        Row marketing = role("Marketing", "MARKETING");
        Row head = hire("Sales", "Chief Revenue Officer", sales, null);
        marketer = hire("Marketing", "Head of Demand Generation", marketing, null);
        for (int i = 0; i < DEVELOPERS; i++) {
            developers.add(hire("Sales", "Business Development Representative", sales, head));
        }
        for (int i = 0; i < EXECUTIVES; i++) {
            executives.add(hire("Sales", "Account Executive", i == 0 ? null : sales, head));
        }
        world.later(190, () -> replace(executives, sales, head));
        world.later(330, () -> replace(developers, sales, head));
    }

    Row integration() {
        return integration;
    }

    Row marketer() {
        return marketer;
    }

    /** Someone who works leads. */
    Row developer() {
        return world.chance().of(developers);
    }

    /** Someone who closes deals. */
    Row executive() {
        return world.chance().of(executives);
    }

    private void replace(List<Row> team, Row role, Row manager) {
        Row leaving = team.remove(0);
        world.org().actAs(integration.id());
        world.org().update(leaving, "User", Map.of("IsActive", false));
        team.add(hire("Sales", String.valueOf(leaving.text("Title")), role, manager));
    }

    private Row role(String name, String developerName) {
        return world.org()
                .insert(
                        "UserRole",
                        Map.of(
                                "Name", name,
                                "DeveloperName", developerName,
                                "OpportunityAccessForAccountOwner", "Edit"));
    }

    private Row hire(
            String department,
            String title,
            @org.jspecify.annotations.Nullable Row role,
            @org.jspecify.annotations.Nullable Row manager) {
        hired++;
        String first = world.words().first();
        String last = world.words().last();
        Map<String, Object> user = new HashMap<>();
        user.put("FirstName", first);
        user.put("LastName", last);
        user.put("Username", "user" + hired + "@bizops.example");
        user.put("Email", "user" + hired + "@bizops.example");
        user.put(
                "Alias",
                ("u" + hired + last)
                        .substring(0, Math.min(8, last.length() + 2))
                        .toLowerCase(Locale.ROOT));
        user.put("CommunityNickname", "user" + hired);
        user.put("CompanyName", "BizOps");
        user.put("Department", department);
        user.put("Title", title);
        user.put("IsActive", true);
        user.put("TimeZoneSidKey", World.ZONE.getId());
        user.put("LocaleSidKey", "en_US");
        user.put("LanguageLocaleKey", "en_US");
        user.put("EmailEncodingKey", "UTF-8");
        user.put("ProfileId", "00eHu0000008xYzIAI");
        user.put("UserType", "Standard");
        user.put("EmployeeNumber", String.format(Locale.ROOT, "%03d", hired));
        if (role != null) {
            user.put("UserRoleId", role.id());
        }
        if (manager != null) {
            user.put("ManagerId", manager.id());
        }
        return world.org().insert("User", user);
    }
}
