package bizops.report.markdown;

import bizops.report.source.Place;

/** A part of a longer text. */
public sealed interface Part {
    /** Text between fenced blocks, as HTML. Immutable. */
    record Text(String html) implements Part {}

    /**
     * What stands between fences. Immutable.
     *
     * @param place of the first line within
     */
    record Fence(String content, Place place) implements Part {}
}
