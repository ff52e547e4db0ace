package bizops.tap.marketo.activities;

import bizops.singer.convert.BadValueException;
import bizops.singer.error.InputException;
import bizops.singer.json.Json;
import bizops.tap.marketo.bulk.ExportFile;
import bizops.tap.marketo.convert.FieldType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one file of activities by name. Owned by the run's thread; a row is current until the next. */
final class ActivityCells {
    static final String GUID = "marketoGUID";
    static final String LEAD = "leadId";
    static final String DATE = "activityDate";
    static final String TYPE = "activityTypeId";
    static final String CAMPAIGN = "campaignId";
    static final String PRIMARY_ID = "primaryAttributeValueId";
    static final String PRIMARY = "primaryAttributeValue";
    static final String ATTRIBUTES = "attributes";
    static final List<String> FIELDS = List.of(GUID, LEAD, DATE, TYPE, CAMPAIGN, PRIMARY_ID, PRIMARY, ATTRIBUTES);

    private final String stream;
    private final Map<String, Integer> places;
    private @Nullable String[] cells = {};

    ActivityCells(String stream, ExportFile file) {
        this.stream = stream;
        this.places = file.places();
    }

    /** The row that is read from now on. */
    ActivityCells at(@Nullable String[] row) {
        cells = row;
        return this;
    }

    @Nullable
    String text(String name) {
        Integer place = places.get(name);
        return place == null || place >= cells.length ? null : cells[place];
    }

    @Nullable
    Object value(String name, FieldType type) {
        String text = text(name);
        try {
            return text == null ? null : type.ofText(text);
        } catch (BadValueException wrong) {
            throw misfit(name, wrong);
        }
    }

    /** The attributes by name, with their JSON types and every digit; none if the cell is empty. */
    Map<String, @Nullable Object> attributes() {
        String json = text(ATTRIBUTES);
        try {
            return json == null ? Map.of() : Json.parseObject(json);
        } catch (IOException broken) {
            throw misfit(ATTRIBUTES, broken);
        }
    }

    private InputException misfit(String name, Exception wrong) {
        String why = wrong instanceof BadValueException ? wrong.getMessage() : "no JSON object";
        return new InputException(
                "stream \"" + stream + "\", activity " + text(GUID) + ", field \"" + name + "\": " + why, wrong);
    }
}
