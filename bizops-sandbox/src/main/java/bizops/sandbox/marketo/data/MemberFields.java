package bizops.sandbox.marketo.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The fields of a person in a program and their types (section 7 of the vendor notes). */
public final class MemberFields {
    private static final Map<String, DataType> TYPES = types();

    private MemberFields() {}

    private static Map<String, DataType> types() {
        Map<String, DataType> types = new LinkedHashMap<>();
        types.put("acquiredBy", DataType.BOOLEAN);
        types.put("attendanceLikelihood", DataType.INTEGER);
        types.put("createdAt", DataType.DATETIME);
        types.put("isExhausted", DataType.BOOLEAN);
        types.put("leadId", DataType.INTEGER);
        types.put("membershipDate", DataType.DATETIME);
        types.put("nurtureCadence", DataType.STRING);
        types.put("program", DataType.STRING);
        types.put("programId", DataType.INTEGER);
        types.put("reachedSuccess", DataType.BOOLEAN);
        types.put("reachedSuccessDate", DataType.DATETIME);
        types.put("registrationCode", DataType.STRING);
        types.put("registrationLikelihood", DataType.INTEGER);
        types.put("statusName", DataType.STRING);
        types.put("statusReason", DataType.STRING);
        types.put("trackName", DataType.STRING);
        types.put("updatedAt", DataType.DATETIME);
        types.put("waitlistPriority", DataType.INTEGER);
        types.put("webinarUrl", DataType.STRING);
        return types;
    }

    /** The names in the order of describe. */
    public static Set<String> names() {
        return TYPES.keySet();
    }

    public static DataType type(String name) {
        DataType type = TYPES.get(name);
        if (type == null) {
            throw new IllegalArgumentException("members have no field " + name);
        }
        return type;
    }
}
