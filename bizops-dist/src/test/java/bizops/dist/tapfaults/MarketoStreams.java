package bizops.dist.tapfaults;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of Marketo is loaded and compared: keys and columns by stream, as the sandbox's truth names them. */
final class MarketoStreams {
    /** In the order of the table's key. */
    private static final Map<String, List<String>> KEYS = Map.of(
            "activities", List.of("marketoGUID"),
            "deleted_leads", List.of("leadId"),
            "lead_merges", List.of("winnerId", "loserId"),
            "program_members", List.of("leadId", "programId"),
            "program_costs", List.of("programId", "startDate", "note"),
            "program_tags", List.of("programId", "tagType"),
            "tag_types", List.of("tagType"));

    /** By stream; all that the truth has where there is none. */
    private static final Map<String, List<String>> COLUMNS = Map.ofEntries(
            Map.entry(
                    "activities",
                    List.of(
                            "leadId",
                            "activityDate",
                            "activityTypeId",
                            "campaignId",
                            "primaryAttributeValueId",
                            "primaryAttributeValue",
                            "attributes")),
            Map.entry("deleted_leads", List.of("activityDate", "primaryAttributeValue")),
            Map.entry(
                    "programs",
                    List.of(
                            "name",
                            "createdAt",
                            "updatedAt",
                            "url",
                            "type",
                            "channel",
                            "sfdcId",
                            "startDate",
                            "endDate")),
            Map.entry(
                    "smart_campaigns", List.of("name", "createdAt", "updatedAt", "type", "status", "parentProgramId")),
            Map.entry("campaigns", List.of("name", "createdAt", "type")),
            Map.entry("static_lists", List.of("name", "description", "createdAt", "updatedAt", "computedUrl")),
            Map.entry("lists", List.of("name", "createdAt", "updatedAt", "programName")),
            Map.entry(
                    "emails", List.of("name", "createdAt", "updatedAt", "status", "version", "preHeader", "template")),
            Map.entry("landing_pages", List.of("name", "createdAt", "updatedAt", "status", "title", "URL")),
            Map.entry("forms", List.of("name", "createdAt", "updatedAt", "status", "theme", "language")),
            Map.entry("channels", List.of("name", "createdAt", "updatedAt", "applicableProgramType")),
            Map.entry("tag_types", List.of("required")));

    /** The truth has them; the tap's stream has not. */
    private static final Set<String> UNKNOWN = Set.of("program");

    /** They come in files. */
    static final Set<String> EXTRACTED = Set.of("activities", "leads", "program_members");

    static final List<String> ALL = List.of(
            "activities",
            "activity_types",
            "campaigns",
            "channels",
            "deleted_leads",
            "emails",
            "forms",
            "landing_pages",
            "lead_merges",
            "lead_partitions",
            "leads",
            "lists",
            "program_costs",
            "program_members",
            "program_tags",
            "programs",
            "smart_campaigns",
            "static_lists",
            "tag_types");

    private MarketoStreams() {}

    static List<String> key(String stream) {
        return KEYS.getOrDefault(stream, List.of("id"));
    }

    /** The columns of a row of the truth that are compared. */
    static List<String> columns(String stream, Set<String> ofTruth) {
        return COLUMNS.getOrDefault(
                stream,
                ofTruth.stream()
                        .filter(column -> !column.startsWith("_") && !UNKNOWN.contains(column))
                        .toList());
    }
}
