package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Asset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the assets of a program say, in the shapes of section 7 of the vendor notes. */
final class ProgramAssets {
    private static final String SITE = "https://app-sandbox.marketo.example/#";

    private ProgramAssets() {}

    static Asset smartCampaign(Asset campaign, Asset program, Map<String, Object> folder, String type) {
        return campaign.set("description", "")
                .set("type", type)
                .set("isSystem", false)
                .set("isActive", type.equals("trigger"))
                .set("isRequestable", false)
                .set("isCommunicationLimitEnabled", true)
                .set("recurrence", Map.of("weekdayOnly", false))
                .set("qualificationRuleType", "once")
                .set("qualificationRuleInterval", null)
                .set("qualificationRuleUnit", null)
                .set("maxMembers", 0L)
                .set("smartListId", campaign.id() + 5_000)
                .set("flowId", campaign.id() + 6_000)
                .set("parentProgramId", program.id())
                .set("folder", identified(folder))
                .set("status", type.equals("trigger") ? "Active" : "Finished")
                .set("workspace", "Default")
                .set("computedUrl", SITE + "SC" + campaign.id() + "A1");
    }

    /** Smart campaigns name their folder by id where others say value. */
    private static Map<String, Object> identified(Map<String, Object> folder) {
        Map<String, Object> same = new LinkedHashMap<>(folder);
        same.put("id", same.remove("value"));
        return same;
    }

    static Asset email(Asset email, Map<String, Object> folder) {
        return email.set("description", "")
                .set("subject", text("Meet us, {{lead.First Name:default=friend}}!"))
                .set("fromName", text("BizOps"))
                .set("fromEmail", text("news@bizops.example"))
                .set("replyEmail", text("hello@bizops.example"))
                .set("folder", folder)
                .set("operational", false)
                .set("textOnly", false)
                .set("publishToMSI", false)
                .set("webView", true)
                .set("status", "approved")
                .set("template", 31L)
                .set("workspace", "Default")
                .set("version", 2L)
                .set("preHeader", "\"Straße\", 日本 & more")
                .set("url", SITE + "EM" + email.id() + "B2");
    }

    private static Map<String, Object> text(String value) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("type", "Text");
        text.put("value", value);
        return text;
    }

    static Asset form(Asset form, Map<String, Object> folder) {
        return form.set("description", "")
                .set("url", SITE + "FO" + form.id() + "B2")
                .set("status", "approved")
                .set("theme", "simple")
                .set("language", "English")
                .set("folder", folder)
                .set("thankYouList", List.of(Map.of("default", true)))
                .set("workspace", "Default");
    }

    static Asset page(Asset page, Map<String, Object> folder) {
        return page.set("description", "")
                .set("URL", "https://go.bizops.example/lp" + page.id() + ".html")
                .set("computedUrl", SITE + "LP" + page.id() + "B2")
                .set("status", "approved")
                .set("template", 55L)
                .set("title", page.name())
                .set("folder", folder)
                .set("mobileEnabled", true)
                .set("workspace", "Default");
    }
}
