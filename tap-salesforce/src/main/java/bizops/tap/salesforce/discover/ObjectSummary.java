package bizops.tap.salesforce.discover;

/** One line of the list of all objects, with the flags that decide whether it can be a stream. Immutable. */
public record ObjectSummary(String name, boolean queryable, boolean deprecatedAndHidden, boolean customSetting) {}
