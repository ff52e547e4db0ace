package bizops.tap.marketo.assets;

import bizops.tap.marketo.convert.FieldType;
import bizops.tap.marketo.convert.RowShape;
import java.util.List;

/**
 * A kind of asset or list. Immutable.
 *
 * @param path where it is browsed
 * @param changes how changes since the last run are found
 * @param statuses read one after the other, so that an approved version comes after its draft; empty for one pass
 */
record Asset(String stream, String path, String key, Changes changes, List<String> statuses, RowShape shape) {
    private static final RowShape NAMED =
            RowShape.of(FieldType.INTEGER, "id").with(FieldType.TEXT, "name", "description");
    private static final RowShape STAMPED = NAMED.with(FieldType.DATE_TIME, "createdAt", "updatedAt");
    private static final List<String> DRAFT_FIRST = List.of("draft", "approved");

    /** How changes are found. */
    enum Changes {
        /** The server filters by {@code updatedAt}. */
        BY_SERVER,
        /** All rows are read by page token, and those changed are written. */
        BY_TOKEN_PAGES,
        /** Not at all: every run reads everything. */
        NONE
    }

    static final Asset PROGRAMS = new Asset(
            "programs",
            "/rest/asset/v1/programs.json",
            "id",
            Changes.BY_SERVER,
            List.of(),
            STAMPED.with(FieldType.TEXT, "url", "type", "channel", "status", "workspace", "sfdcId", "sfdcName")
                    .with(FieldType.FOLDER, "folder")
                    .with(FieldType.BOOLEAN, "headStart")
                    .with(FieldType.DATE_TIME, "startDate", "endDate")
                    .with(FieldType.ARRAY, "tags", "costs"));

    static final Asset SMART_CAMPAIGNS = new Asset(
            "smart_campaigns",
            "/rest/asset/v1/smartCampaigns.json",
            "id",
            Changes.BY_SERVER,
            List.of(),
            STAMPED.with(FieldType.TEXT, "type", "qualificationRuleType", "qualificationRuleUnit")
                    .with(FieldType.TEXT, "status", "workspace", "computedUrl")
                    .with(FieldType.BOOLEAN, "isSystem", "isActive", "isRequestable", "isCommunicationLimitEnabled")
                    .with(FieldType.INTEGER, "qualificationRuleInterval", "maxMembers", "smartListId", "flowId")
                    .with(FieldType.INTEGER, "parentProgramId")
                    .with(FieldType.OBJECT, "recurrence")
                    .with(FieldType.FOLDER, "folder"));

    static final Asset CAMPAIGNS = new Asset(
            "campaigns",
            "/rest/v1/campaigns.json",
            "id",
            Changes.BY_TOKEN_PAGES,
            List.of(),
            STAMPED.with(FieldType.TEXT, "type", "programName", "workspaceName")
                    .with(FieldType.INTEGER, "programId")
                    .with(FieldType.BOOLEAN, "active"));

    static final Asset LISTS = new Asset(
            "lists",
            "/rest/v1/lists.json",
            "id",
            Changes.BY_TOKEN_PAGES,
            List.of(),
            STAMPED.with(FieldType.TEXT, "programName", "workspaceName").with(FieldType.INTEGER, "workspaceId"));

    static final Asset STATIC_LISTS = new Asset(
            "static_lists",
            "/rest/asset/v1/staticLists.json",
            "id",
            Changes.BY_SERVER,
            List.of(),
            STAMPED.with(FieldType.FOLDER, "folder").with(FieldType.TEXT, "computedUrl"));

    static final Asset CHANNELS = new Asset(
            "channels",
            "/rest/asset/v1/channels.json",
            "id",
            Changes.NONE,
            List.of(),
            STAMPED.with(FieldType.TEXT, "applicableProgramType").with(FieldType.ARRAY, "progressionStatuses"));

    static final Asset EMAILS = new Asset(
            "emails",
            "/rest/asset/v1/emails.json",
            "id",
            Changes.BY_SERVER,
            DRAFT_FIRST,
            STAMPED.with(FieldType.TEXT, "url", "status", "workspace", "preHeader")
                    .with(FieldType.OBJECT, "subject", "fromName", "fromEmail", "replyEmail")
                    .with(FieldType.FOLDER, "folder")
                    .with(FieldType.BOOLEAN, "operational", "textOnly", "publishToMSI", "webView")
                    .with(FieldType.INTEGER, "template", "version"));

    static final Asset LANDING_PAGES = new Asset(
            "landing_pages",
            "/rest/asset/v1/landingPages.json",
            "id",
            Changes.NONE,
            DRAFT_FIRST,
            STAMPED.with(FieldType.TEXT, "URL", "computedUrl", "status", "workspace", "title", "keywords", "robots")
                    .with(FieldType.FOLDER, "folder")
                    .with(FieldType.INTEGER, "template")
                    .with(FieldType.BOOLEAN, "mobileEnabled", "formPrefill"));

    static final Asset FORMS = new Asset(
            "forms",
            "/rest/asset/v1/forms.json",
            "id",
            Changes.NONE,
            DRAFT_FIRST,
            STAMPED.with(FieldType.TEXT, "url", "status", "theme", "language", "locale", "workspace")
                    .with(FieldType.TEXT, "labelPosition", "fontFamily", "fontSize", "buttonLabel", "waitingLabel")
                    .with(FieldType.BOOLEAN, "progressiveProfiling")
                    .with(FieldType.INTEGER, "buttonLocation")
                    .with(FieldType.FOLDER, "folder")
                    .with(FieldType.OBJECT, "knownVisitor")
                    .with(FieldType.ARRAY, "thankYouList"));

    static final Asset LEAD_PARTITIONS =
            new Asset("lead_partitions", "/rest/v1/leads/partitions.json", "id", Changes.NONE, List.of(), NAMED);

    static final Asset ACTIVITY_TYPES = new Asset(
            "activity_types",
            "/rest/v1/activities/types.json",
            "id",
            Changes.NONE,
            List.of(),
            NAMED.with(FieldType.TEXT, "apiName")
                    .with(FieldType.ATTRIBUTE, "primaryAttribute")
                    .with(FieldType.ARRAY, "attributes"));

    /** Those that are read by offset in one go, and those that come in one answer. */
    boolean isPaged() {
        return path.startsWith("/rest/asset/");
    }
}
