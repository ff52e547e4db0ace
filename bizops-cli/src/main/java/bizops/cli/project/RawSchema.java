package bizops.cli.project;

/**
 * Where a tap's tables are. Immutable.
 *
 * @param program of the tap, such as {@code tap-salesforce}
 */
record RawSchema(String program, String schema) {}
