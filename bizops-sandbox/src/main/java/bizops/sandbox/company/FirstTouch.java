package bizops.sandbox.company;

import bizops.sandbox.marketo.data.Attributes;
import bizops.sandbox.salesforce.data.Row;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a person came to be known.
 *
 * @param program of the first touch, null for one that sales found
 */
record FirstTouch(@Nullable Program program) {
    boolean fromSalesforce() {
        return program == null;
    }

    /** Whether the person came over a web page rather than a list. */
    boolean web() {
        return program != null && program.channel() != Channel.TRADE_SHOW && program.channel() != Channel.EMAIL;
    }

    String type() {
        return program == null ? "salesforce.com" : web() ? "Web form fillout" : "List import";
    }

    /** The person's fields that say where it came from. */
    Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("originalSourceType", type());
        values.put("registrationSourceType", type());
        Program from = program;
        if (from == null) {
            return values;
        }
        values.put("acquisitionProgramId", Long.toString(from.id()));
        values.put(
                "originalSourceInfo", web() ? from.form().name() : from.list().name());
        if (web()) {
            values.put("originalReferrer", from.referrer().isEmpty() ? null : from.referrer());
            values.put("utmSource", from.source());
            values.put("utmMedium", from.medium());
            values.put("utmCampaign", from.campaign().id());
            values.put("utmContent", from.campaign().text("Type"));
        }
        return values;
    }

    /** The attributes of the activity New Lead. */
    Attributes newLead(Row row) {
        Program from = program;
        return Attributes.of(
                "Source Type",
                type(),
                "Lead Source",
                row.text("LeadSource"),
                "Created Date",
                World.dayOf(row),
                "SFDC Type",
                from == null ? "Lead" : null,
                "Form Name",
                from != null && web() ? from.name() + "." + from.form().name() : null,
                "List Name",
                from != null && !web() ? from.name() + "." + from.list().name() : null);
    }
}
