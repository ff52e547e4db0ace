package bizops.transform.staging;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;
import org.jooq.DataType;
import org.jooq.impl.SQLDataType;

/** What a staging column holds, and which raw types hold the same already. Immutable. */
public enum ColumnType {
    @JsonProperty("text")
    TEXT(SQLDataType.CLOB, "to_text", Set.of()),
    @JsonProperty("email")
    EMAIL(SQLDataType.CLOB, "to_email", Set.of()),
    /** Trimmed and in lower case, as e-mails are: what people type by hand to refer to something. */
    @JsonProperty("lower_text")
    LOWER_TEXT(SQLDataType.CLOB, "to_email", Set.of()),
    @JsonProperty("timestamp")
    TIMESTAMP(SQLDataType.TIMESTAMPWITHTIMEZONE, "to_ts", Set.of("timestamptz")),
    @JsonProperty("date")
    DATE(SQLDataType.LOCALDATE, "to_date", Set.of("date")),
    @JsonProperty("number")
    NUMBER(SQLDataType.NUMERIC, "to_num", Set.of("int2", "int4", "int8")),
    @JsonProperty("boolean")
    BOOLEAN(SQLDataType.BOOLEAN, "to_bool", Set.of("bool"));

    @SuppressWarnings("ImmutableEnumChecker") // jOOQ's data types do not change
    private final DataType<?> dataType;

    private final String function;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> sameRawTypes;

    ColumnType(DataType<?> dataType, String function, Set<String> sameRawTypes) {
        this.dataType = dataType;
        this.function = function;
        this.sameRawTypes = sameRawTypes;
    }

    DataType<?> dataType() {
        return dataType;
    }

    /** The function of the staging schema that reads this type from a text. */
    String function() {
        return function;
    }

    boolean isText() {
        return this == TEXT || this == EMAIL || this == LOWER_TEXT;
    }

    /** Whether a raw column of that type needs no reading. */
    boolean isSameAs(String rawType) {
        return sameRawTypes.contains(rawType);
    }
}
