package bizops.report.source;

/** The measure by which rows stand first. Immutable. */
public record Sort(String measure, boolean greatestFirst) {}
