package bizops.tap.zuora.read;

import bizops.tap.zuora.discover.FieldDescription;
import bizops.tap.zuora.discover.ObjectDescription;
import bizops.tap.zuora.query.Sql;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fields that a stream asks for, and what remains of them when Zuora refuses one. Owned by the run's thread. */
final class AskedFields {
    private static final Logger LOG = LoggerFactory.getLogger(AskedFields.class);
    private static final Pattern REFUSED = Pattern.compile(
            "(?i)(?:no field named|invalid field for query:?|column)\\s+[\"']?([A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)?)");
    /** Where the vendor repeats the query, every field is named. */
    private static final Pattern REPEATED_QUERY = Pattern.compile("(?i)[(,]?\\s*query\\s*=.*", Pattern.DOTALL);

    private final ObjectDescription object;
    private final Set<String> indispensable = new LinkedHashSet<>();
    private final List<FieldDescription> fields = new ArrayList<>();
    private final Map<String, Instant> unavailable = new LinkedHashMap<>();

    /**
     * Starts with all that are wanted.
     *
     * @param selected names of fields to read
     * @param unavailable fields that were refused before
     */
    AskedFields(
            ObjectDescription object,
            Optional<String> cursor,
            List<String> selected,
            Map<String, Instant> unavailable) {
        this.object = object;
        this.unavailable.putAll(unavailable);
        indispensable.add(ObjectDescription.ID);
        cursor.ifPresent(indispensable::add);
        indispensable.forEach(name -> object.field(name).ifPresent(fields::add));
        for (FieldDescription field : object.fields()) {
            boolean wanted = selected.contains(field.name()) && !indispensable.contains(field.name());
            if (wanted && !this.unavailable.containsKey(field.name())) {
                fields.add(field);
            }
        }
    }

    /** In the schema's order, the id first, which records have too; a query names all indispensable ones first. */
    List<FieldDescription> fields() {
        return Stream.concat(object.field(ObjectDescription.ID).stream(), object.fields().stream())
                .distinct()
                .filter(fields::contains)
                .toList();
    }

    List<String> names() {
        return fields.stream().map(FieldDescription::name).toList();
    }

    List<String> queryNames() {
        return fields.stream().map(FieldDescription::queryName).toList();
    }

    List<FieldDescription> joins() {
        return fields.stream().filter(field -> field.joined().isPresent()).toList();
    }

    Map<String, Instant> unavailable() {
        return Map.copyOf(unavailable);
    }

    /** The field that the vendor's words name, if it is one of these. */
    Optional<FieldDescription> named(String message) {
        Matcher words = REFUSED.matcher(message);
        return words.find() ? find(words.group(1)) : Optional.empty();
    }

    /** The join whose relation the vendor's words name. */
    Optional<FieldDescription> namedJoin(String message) {
        String words = REPEATED_QUERY.matcher(message).replaceFirst("");
        return joins().stream()
                .filter(join -> Pattern.compile("(?i)\\b" + join.joined().orElse("") + "\\b")
                        .matcher(words)
                        .find())
                .findFirst();
    }

    /** Leaves the field out from now on; false if there is no read without it. */
    boolean lose(FieldDescription field, Instant now) {
        if (indispensable.contains(field.name()) || !fields.remove(field)) {
            return false;
        }
        unavailable.put(field.name(), now);
        LOG.warn(
                "stream \"{}\": Zuora refuses the field \"{}\"; it is left out, and tried again in a week",
                object.name(),
                field.queryName());
        return true;
    }

    private Optional<FieldDescription> find(String name) {
        String own = name.regionMatches(
                        true, 0, object.name() + ".", 0, object.name().length() + 1)
                ? name.substring(object.name().length() + 1)
                : name;
        return first(field -> field.queryName().equalsIgnoreCase(name))
                .or(() -> first(field -> field.queryName().equalsIgnoreCase(own)))
                .or(() -> first(field -> field.name().equalsIgnoreCase(own)))
                .or(() -> first(field -> Sql.column(field.queryName()).equals(name)));
    }

    private Optional<FieldDescription> first(Predicate<FieldDescription> matches) {
        return fields.stream().filter(matches).findFirst();
    }
}
