package bizops.tap.marketo.discover;

import bizops.tap.marketo.convert.TypeChoices;
import bizops.tap.marketo.rest.ErrorKind;
import bizops.tap.marketo.rest.MarketoException;
import bizops.tap.marketo.rest.Reply;
import bizops.tap.marketo.rest.Rest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the instance what it has. What the API user may not see is left out with a warning. Owned by one thread. */
public final class Describer {
    private static final Logger LOG = LoggerFactory.getLogger(Describer.class);

    private static final String NO_SUCH_RESOURCE = "610";

    private final Rest rest;
    private final TypeChoices choices;

    public Describer(Rest rest, TypeChoices choices) {
        this.rest = rest;
        this.choices = choices;
    }

    /** The fields of leads; empty if the API user may not see leads. */
    public Optional<FieldSet> leads() {
        return allowed("leads", () -> {
            try {
                return fieldSet(rest.get("/rest/v1/leads/describe2.json", Map.of()));
            } catch (MarketoException refused) {
                if (refused.kind() == ErrorKind.ACCESS) {
                    throw refused;
                }
                return fieldSet(rest.get("/rest/v1/leads/describe.json", Map.of()));
            }
        });
    }

    /** The fields of program members; empty if the API user may not see them, or the subscription is too old for them. */
    public Optional<FieldSet> members() {
        return allowed("program_members", () -> {
                    try {
                        return Optional.of(fieldSet(rest.get("/rest/v1/programs/members/describe.json", Map.of())));
                    } catch (MarketoException refused) {
                        if (!refused.error().code().equals(NO_SUCH_RESOURCE)) {
                            throw refused;
                        }
                        LOG.warn("no stream program_members: {}", refused.error());
                        return Optional.<FieldSet>empty();
                    }
                })
                .flatMap(fields -> fields);
    }

    /** All types of activities, custom ones included, by id; empty if the API user may not see activities. */
    public Optional<List<ActivityType>> activityTypes() {
        return allowed(
                "activities",
                () -> rest.get("/rest/v1/activities/types.json", Map.of()).result().stream()
                        .flatMap(type -> ActivityType.of(type).stream())
                        .sorted(Comparator.comparingInt(ActivityType::id))
                        .toList());
    }

    /** Either one object that lists its fields, or the fields themselves. */
    private FieldSet fieldSet(Reply reply) {
        List<FieldDescription> fields = new ArrayList<>();
        for (Map<String, @Nullable Object> row : reply.result()) {
            if (row.get("fields") instanceof List<?> list) {
                list.forEach(item -> add(item, fields));
            } else {
                add(row, fields);
            }
        }
        return new FieldSet(fields, choices);
    }

    private static void add(@Nullable Object item, List<FieldDescription> fields) {
        if (item instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            map.forEach((name, value) -> json.put((String) name, value));
            FieldDescription.of(json).ifPresent(fields::add);
        }
    }

    private static <T> Optional<T> allowed(String what, java.util.function.Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (MarketoException refused) {
            if (refused.kind() != ErrorKind.ACCESS && refused.kind() != ErrorKind.FEATURE_OFF) {
                throw refused;
            }
            LOG.warn("no stream {}: {}", what, refused.error());
            return Optional.empty();
        }
    }
}
