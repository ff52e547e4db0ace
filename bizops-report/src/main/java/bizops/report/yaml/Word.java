package bizops.report.yaml;

import bizops.report.source.Place;

/** A text of a file and where it stands. Immutable. */
public record Word(String text, Place place) {}
