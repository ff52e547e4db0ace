package bizops.singer.catalog;

import bizops.singer.error.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values of a given type out of parsed JSON, naming the place when the type is wrong. Stateless. */
final class JsonValues {
    private JsonValues() {}

    static Map<String, @Nullable Object> object(@Nullable Object value, String place) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(place, "an object", value);
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, member) -> copy.put((String) name, member));
        return copy;
    }

    static List<?> array(@Nullable Object value, String place) {
        if (!(value instanceof List<?> list)) {
            throw wrong(place, "an array", value);
        }
        return list;
    }

    static @Nullable String text(@Nullable Object value, String place) {
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(place, "a text", value);
    }

    /** A list of names; one bare name counts as a list of one, null as none given. */
    static @Nullable List<String> names(@Nullable Object value, String place) {
        if (value == null) {
            return null;
        }
        if (value instanceof String name) {
            return List.of(name);
        }
        List<String> names = new ArrayList<>();
        for (Object item : array(value, place)) {
            if (!(item instanceof String name)) {
                throw wrong(place, "a list of names", value);
            }
            names.add(name);
        }
        return names;
    }

    static ConfigException wrong(String place, String wanted, @Nullable Object got) {
        String kind = got == null
                ? "nothing"
                : got instanceof Map ? "an object" : got instanceof List ? "an array" : "\"" + got + "\"";
        return new ConfigException(place + " must be " + wanted + ", got " + kind);
    }
}
