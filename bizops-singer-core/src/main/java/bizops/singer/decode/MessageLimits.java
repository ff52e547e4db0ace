package bizops.singer.decode;

import bizops.singer.error.InputException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a message may hold; the length of texts and names is bounded by the line alone. */
final class MessageLimits {
    /** More digits than any database keeps of a number, and few enough that reading them takes no time to speak of. */
    private static final int MAX_NUMBER = 200_000;

    private MessageLimits() {}

    static JsonFactory factory(int maxDepth) {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(MAX_NUMBER)
                .build();
        return new JsonFactoryBuilder()
                .streamReadConstraints(limits)
                .disable(JsonFactory.Feature.CHARSET_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }

    /** The error for a message that holds more. */
    static InputException passed(
            long line,
            @Nullable String stream,
            Optional<String> field,
            int maxDepth,
            StreamConstraintsException passed) {
        String where = "line " + line + (stream == null ? "" : ", stream \"" + stream + "\"")
                + field.map(name -> ", field \"" + name + "\"").orElse("");
        boolean isNumber = String.valueOf(passed.getOriginalMessage()).contains("Number");
        String what = isNumber
                ? ": a number is longer than " + MAX_NUMBER + " characters"
                : ": objects and arrays nest deeper than max_depth (" + maxDepth + ")";
        return new InputException(
                where + what
                        + "; leave the field out in the tap's catalog, or correct the program that writes the messages",
                passed);
    }
}
