package bizops.sandbox.salesforce.rest;

import bizops.sandbox.salesforce.data.Field;
import bizops.sandbox.salesforce.data.Formulas;
import bizops.sandbox.salesforce.data.SObject;
import bizops.sandbox.salesforce.data.Wire;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one field of a row as the REST API does, or as the JSON files of the Bulk API v1. */
final class ValueJson {
    private final Formulas formulas;
    private final boolean millis;

    private ValueJson(Formulas formulas, boolean millis) {
        this.formulas = formulas;
        this.millis = millis;
    }

    static ValueJson rest(Formulas formulas) {
        return new ValueJson(formulas, false);
    }

    /** Instants as milliseconds since 1970, as numbers. */
    static ValueJson async(Formulas formulas) {
        return new ValueJson(formulas, true);
    }

    void write(JsonGenerator json, SObject type, Field field, Map<String, Object> values) throws IOException {
        json.writeFieldName(field.name());
        switch (field.type()) {
            case ADDRESS -> address(json, type, field, values);
            default -> scalar(json, field, formulas.value(type, field, values));
        }
    }

    private void scalar(JsonGenerator json, Field field, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(Wire.number(field, number));
        } else if (value instanceof Boolean bool) {
            json.writeBoolean(bool);
        } else if (value instanceof Instant instant && millis) {
            json.writeNumber(instant.toEpochMilli());
        } else if (value instanceof Instant instant) {
            json.writeString(Wire.instant(instant));
        } else {
            json.writeString(value.toString());
        }
    }

    private void address(JsonGenerator json, SObject type, Field compound, Map<String, Object> values)
            throws IOException {
        if (type.parts(compound).stream().noneMatch(part -> values.containsKey(part.name()))) {
            json.writeNull();
            return;
        }
        String prefix = compound.name().substring(0, compound.name().length() - "Address".length());
        json.writeStartObject();
        for (Field part : type.parts(compound)) {
            String name = part.name().substring(prefix.length());
            json.writeFieldName(name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1));
            scalar(json, part, values.get(part.name()));
        }
        json.writeEndObject();
    }
}
