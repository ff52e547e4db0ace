package bizops.tap.salesforce;

import bizops.tap.salesforce.discover.Describer;
import bizops.tap.salesforce.discover.FieldDescription;
import bizops.tap.salesforce.discover.ObjectDescription;
import bizops.tap.salesforce.fetch.LostFields;
import bizops.tap.salesforce.rest.ApiException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fields that a read asks for, and what remains of them when the vendor no longer knows one. Owned by one thread. */
final class SelectedFields implements LostFields {
    private static final Logger LOG = LoggerFactory.getLogger(SelectedFields.class);
    private static final Pattern NO_SUCH_COLUMN = Pattern.compile("No such column '(\\w+)'");

    private final ObjectDescription object;
    private final Describer describer;
    private final List<String> indispensable;

    /** @param indispensable the identifier, then the replication key: without them there is no read */
    SelectedFields(ObjectDescription object, Describer describer, List<String> indispensable) {
        this.object = object;
        this.describer = describer;
        this.indispensable = List.copyOf(indispensable);
    }

    /**
     * The described fields of those names and the indispensable ones: the identifier first, so that a bad value can name
     * its row, then in the order of the schema, so that rows come as they are sent.
     */
    List<FieldDescription> of(List<String> selected) {
        List<FieldDescription> fields = new ArrayList<>();
        String id = indispensable.get(0);
        object.field(id).ifPresent(fields::add);
        for (FieldDescription field : object.fields()) {
            boolean wanted = selected.contains(field.name()) && field.supported();
            if (!field.name().equals(id) && (wanted || indispensable.contains(field.name()))) {
                fields.add(field);
            }
        }
        return fields;
    }

    @Override
    public List<FieldDescription> remaining(List<FieldDescription> asked, ApiException error) {
        ObjectDescription now = describer.describe(object.name());
        List<FieldDescription> remaining =
                asked.stream().filter(field -> now.has(field.name())).toList();
        if (remaining.size() == asked.size()) {
            remaining = withoutNamed(asked, error);
        }
        List<String> names = remaining.stream().map(FieldDescription::name).toList();
        if (remaining.size() == asked.size() || !names.containsAll(indispensable)) {
            throw error;
        }
        for (FieldDescription field : asked) {
            if (!names.contains(field.name())) {
                LOG.warn(
                        "stream \"{}\": field \"{}\" is gone or hidden from this user; it is left out",
                        object.name(),
                        field.name());
            }
        }
        return remaining;
    }

    /** Describe and query can disagree for a while; then the message tells which field it is. */
    private static List<FieldDescription> withoutNamed(List<FieldDescription> asked, ApiException error) {
        Matcher named = NO_SUCH_COLUMN.matcher(error.error().message());
        Optional<String> name = named.find() ? Optional.of(named.group(1)) : Optional.empty();
        return asked.stream()
                .filter(field ->
                        name.map(gone -> !gone.equalsIgnoreCase(field.name())).orElse(true))
                .toList();
    }
}
