package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Asset;
import bizops.sandbox.marketo.data.AssetKind;
import bizops.sandbox.marketo.data.Assets;
import bizops.sandbox.marketo.data.Instance;
import bizops.sandbox.salesforce.data.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The programs of the company, one for each campaign in Salesforce. */
final class Programs {
    private static final String FOLDER = "Marketing Activities";
    private static final String SITE = "https://app-sandbox.marketo.example/#";

    private final World world;
    private final Instance instance;
    private final Map<String, Program> byCampaign = new LinkedHashMap<>();

    Programs(World world, Instance instance) {
        this.world = world;
        this.instance = instance;
        for (Channel channel : Channel.values()) {
            channel(channel);
        }
        tag("Region", "[program, event, webinar, nurture, email_batch]", true, "[AMER, EMEA, APAC]");
        tag("Product", "[program, event, webinar]", false, "[Platform, Analytics, \"Data, Streams\"]");
    }

    private void channel(Channel channel) {
        List<Map<String, Object>> statuses = new ArrayList<>();
        statuses.add(status("Not in Program", 0, false, true));
        channel.statuses.forEach(step -> statuses.add(status(step.name(), step.step(), step.success(), false)));
        assets().add(AssetKind.CHANNEL, channel.label, world.org().now())
                .set("applicableProgramType", channel.appliesTo)
                .set("progressionStatuses", statuses);
    }

    private static Map<String, Object> status(String name, int step, boolean success, boolean hidden) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("name", name);
        status.put("description", "");
        status.put("hidden", hidden);
        status.put("type", step == 0 ? "System" : "Custom");
        status.put("step", (long) step);
        status.put("success", success);
        return status;
    }

    private void tag(String name, String types, boolean required, String values) {
        assets().add(AssetKind.TAG_TYPE, name, world.org().now())
                .set("tagType", name)
                .set("applicableProgramTypes", types)
                .set("required", required)
                .set("allowableValues", values);
    }

    private Assets assets() {
        return instance.assets();
    }

    /** Those that run and send mails. */
    List<Program> mailing() {
        return byCampaign.values().stream()
                .filter(program -> program.channel() != Channel.ADVERTISING && program.channel() != Channel.CONTENT)
                .filter(program ->
                        World.alive(program.campaign()) && program.campaign().is("IsActive"))
                .toList();
    }

    /** Takes over a changed campaign. */
    void changed(Row campaign) {
        Program program = of(campaign.id());
        if (program != null) {
            program.asset().set("sfdcName", campaign.text("Name"));
            if (program.channel() == Channel.EMAIL && !campaign.is("IsActive")) {
                program.asset().set("status", "completed");
            }
            program.asset().touch(world.org().now());
        }
    }

    @Nullable
    Program of(@Nullable String campaignId) {
        return campaignId == null ? null : byCampaign.get(campaignId);
    }

    /** The program that a lead in Salesforce came by, null if by none. */
    @Nullable
    Program first(Row lead) {
        return world.org().table("CampaignMember").referring("LeadId", lead.id()).stream()
                .map(member -> of(member.text("CampaignId")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Sets up the program of a new campaign. */
    void open(Row campaign) {
        Channel channel = Channel.of(String.valueOf(campaign.text("Type")));
        String name = freeName(String.valueOf(campaign.text("Name")));
        Asset program = add(AssetKind.PROGRAM, name);
        long id = program.id();
        program.set("description", campaign.text("Description"))
                .set("url", SITE + "PG" + id + "A1")
                .set("type", channel.programType)
                .set("channel", channel.label)
                .set("folder", folder("Folder", 20 + channel.entry().id(), FOLDER))
                .set("status", channel == Channel.NURTURE ? "on" : channel == Channel.EMAIL ? "unlocked" : "")
                .set("workspace", "Default")
                .set("headStart", false)
                .set("sfdcId", campaign.id())
                .set("sfdcName", campaign.text("Name"));
        if (channel.programType.startsWith("Event")) {
            program.set("startDate", campaign.instant("CreatedDate")).set("endDate", campaign.instant("CreatedDate"));
        }
        program.detail("tags", tags()).detail("costs", null);
        Map<String, Object> folder = folder("Program", id, name);
        Asset list = add(AssetKind.STATIC_LIST, name + " responders")
                .set("description", "People of " + name)
                .set("folder", folder)
                .set("computedUrl", SITE + "ST" + id + "B2")
                .set("workspace", "Default")
                .set("programName", name);
        byCampaign.put(
                campaign.id(),
                new Program(
                        campaign,
                        channel,
                        program,
                        list,
                        smartCampaign("01-" + channel.entry().name(), program, folder, "trigger"),
                        smartCampaign("02-" + channel.win().name(), program, folder, "batch"),
                        ProgramAssets.email(add(AssetKind.EMAIL, name + " invitation"), folder),
                        ProgramAssets.form(add(AssetKind.FORM, name + " form"), folder),
                        ProgramAssets.page(add(AssetKind.LANDING_PAGE, name + " page"), folder)));
    }

    private Asset add(AssetKind kind, String name) {
        return assets().add(kind, name, world.org().now());
    }

    private String freeName(String wanted) {
        String name = wanted;
        for (int n = 2; assets().named(AssetKind.PROGRAM, name).isPresent(); n++) {
            name = wanted + " (" + n + ")";
        }
        return name;
    }

    private List<Map<String, Object>> tags() {
        List<Map<String, Object>> tags = new ArrayList<>();
        tags.add(pair("Region", world.chance().of(List.of("AMER", "EMEA", "APAC"))));
        if (world.chance().yes(0.6)) {
            tags.add(pair("Product", world.chance().of(List.of("Platform", "Analytics", "Data, Streams"))));
        }
        return tags;
    }

    private static Map<String, Object> pair(String type, String value) {
        Map<String, Object> tag = new LinkedHashMap<>();
        tag.put("tagType", type);
        tag.put("tagValue", value);
        return tag;
    }

    private static Map<String, Object> folder(String type, long value, String name) {
        Map<String, Object> folder = new LinkedHashMap<>();
        folder.put("type", type);
        folder.put("value", value);
        folder.put("folderName", name);
        return folder;
    }

    private Asset smartCampaign(String name, Asset program, Map<String, Object> folder, String type) {
        Asset campaign = add(AssetKind.SMART_CAMPAIGN, program.name() + "." + name);
        return ProgramAssets.smartCampaign(campaign, program, folder, type);
    }
}
