package bizops.sandbox.marketo.bulk;

import bizops.sandbox.marketo.data.Activity;
import bizops.sandbox.marketo.wire.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Activities; their attributes are one JSON object (section 4 of the vendor notes). */
record ActivityExtract(List<String> fields, List<Activity> activities) implements Extract {
    /** What a job gets that names no fields. */
    static final List<String> USUAL = List.of(
            "marketoGUID",
            "leadId",
            "activityDate",
            "activityTypeId",
            "campaignId",
            "primaryAttributeValueId",
            "primaryAttributeValue",
            "attributes");

    /** What may be asked for on top. */
    static final String RESULT = "actionResult";

    @Override
    public int size() {
        return activities.size();
    }

    @Override
    public List<@Nullable Object> row(int number) {
        Activity activity = activities.get(number);
        List<@Nullable Object> row = new ArrayList<>(fields.size());
        fields.forEach(field -> row.add(value(activity, field)));
        return row;
    }

    private static @Nullable Object value(Activity activity, String field) {
        return switch (field) {
            case "marketoGUID" -> activity.guid();
            case "leadId" -> activity.leadId();
            case "activityDate" -> activity.date();
            case "activityTypeId" -> activity.typeId();
            case "campaignId" -> activity.campaignId();
            case "primaryAttributeValueId" -> activity.primaryId();
            case "primaryAttributeValue" -> activity.primaryValue();
            case "attributes" -> Json.text(activity.attributes().asMap());
            case RESULT -> "succeeded";
            default -> throw new IllegalStateException(field);
        };
    }
}
