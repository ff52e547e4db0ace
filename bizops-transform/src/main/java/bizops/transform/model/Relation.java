package bizops.transform.model;

import bizops.transform.schema.Layer;

/** The plain name of a relation that a build makes, such as {@code core.lead}. Immutable. */
public record Relation(Layer layer, String name) {

    @Override
    public String toString() {
        return layer.id() + "." + name;
    }
}
