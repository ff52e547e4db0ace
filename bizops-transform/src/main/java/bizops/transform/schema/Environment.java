package bizops.transform.schema;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The schema names of one environment. Everything a build writes stands under its prefix, so that a branch never
 * touches production. Immutable.
 *
 * @param prefix empty, or what comes before {@code _marts} and the others
 */
public record Environment(String prefix) {

    /** What stands behind the prefix in the name of a schema that a build makes, or in which it keeps something. */
    private static final Pattern SUFFIX =
            Pattern.compile("_(?:(?:staging|core|marts)(?:__(?:next|prev|old|change))?|bizops|history)$");

    /** The one to which a schema belongs; empty if its name is none of an environment with a prefix. */
    public static Optional<Environment> ofSchema(String name) {
        Matcher suffix = SUFFIX.matcher(name);
        return suffix.find() ? Optional.of(new Environment(name.substring(0, suffix.start()))) : Optional.empty();
    }

    /** The schema that readers use. */
    public String live(Layer layer) {
        return prefix.isEmpty() ? layer.id() : prefix + "_" + layer.id();
    }

    /** The schema that a build fills. */
    public String next(Layer layer) {
        return live(layer) + "__next";
    }

    /** The schema of the build before, kept for a rollback. */
    public String previous(Layer layer) {
        return live(layer) + "__prev";
    }

    /** What was {@link #previous} and waits to be dropped. */
    public String old(Layer layer) {
        return live(layer) + "__old";
    }

    /** Where an incremental build notes which rows differ, until it has published them. */
    public String change(Layer layer) {
        return live(layer) + "__change";
    }

    /** Build and audit tables; never dropped. */
    public String log() {
        return prefix.isEmpty() ? "bizops" : prefix + "_bizops";
    }

    /** What outlives every rebuild; never dropped. */
    public String history() {
        return prefix.isEmpty() ? "history" : prefix + "_history";
    }

    /** Every schema that builds make and drop, so ordered that none stands on one behind it. */
    public List<String> replaced() {
        return Stream.of(Layer.MARTS, Layer.CORE, Layer.STAGING)
                .flatMap(layer -> Stream.of(change(layer), next(layer), live(layer), previous(layer), old(layer)))
                .toList();
    }

    public List<String> allNext() {
        return Stream.of(Layer.values()).map(this::next).toList();
    }

    /** What is named by the lock that one build at a time holds. */
    public String buildLock() {
        return "bizops build " + live(Layer.MARTS);
    }

    /** What is named by the lock that a swap takes alone and a reader of several tables shares. */
    public String publishLock() {
        return "bizops publish " + live(Layer.MARTS);
    }
}
