package bizops.transform.model;

import bizops.transform.schema.Layer;
import java.util.Locale;

/** The plain name of a relation that a build makes, such as {@code core.lead}. Immutable. */
public record Relation(Layer layer, String name) {

    /** Of its plain name. */
    public static Relation of(String text) {
        int dot = text.indexOf('.');
        return new Relation(Layer.valueOf(text.substring(0, dot).toUpperCase(Locale.ROOT)), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return layer.id() + "." + name;
    }
}
