package bizops.sandbox.marketo.data;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person did or that was done to it; immutable.
 *
 * @param id 0 before it is logged
 * @param date when it happened
 * @param committedAt from when on it can be seen, not before its date
 * @param campaignId the smart campaign that did it
 */
public record Activity(
        long id,
        long leadId,
        Instant date,
        Instant committedAt,
        int typeId,
        @Nullable Long campaignId,
        @Nullable Long primaryId,
        @Nullable String primaryValue,
        Attributes attributes) {
    public static Activity of(int typeId, long leadId, Instant date) {
        return new Activity(0, leadId, date, date, typeId, null, null, null, Attributes.NONE);
    }

    public Activity primary(long newId, String newValue) {
        return new Activity(id, leadId, date, committedAt, typeId, campaignId, newId, newValue, attributes);
    }

    public Activity campaign(@Nullable Long newCampaign) {
        return new Activity(id, leadId, date, committedAt, typeId, newCampaign, primaryId, primaryValue, attributes);
    }

    public Activity committed(Instant at) {
        return new Activity(id, leadId, date, at, typeId, campaignId, primaryId, primaryValue, attributes);
    }

    /** With these attributes: names and values in turn, nulls left out. */
    public Activity with(@Nullable Object... namesAndValues) {
        return with(Attributes.of(namesAndValues));
    }

    public Activity with(Attributes newAttributes) {
        return new Activity(id, leadId, date, committedAt, typeId, campaignId, primaryId, primaryValue, newAttributes);
    }

    Activity numbered(long newId) {
        return new Activity(newId, leadId, date, committedAt, typeId, campaignId, primaryId, primaryValue, attributes);
    }

    Activity ofLead(long newLead) {
        return new Activity(id, newLead, date, committedAt, typeId, campaignId, primaryId, primaryValue, attributes);
    }

    /** The key of an activity; in an instance of some age it is the number as text. */
    public String guid() {
        return Long.toString(id);
    }
}
