package bizops.cli.audit;

/** How sources are asked. */
public enum Method {
    /** Taps of this archive count, of others the records are read. */
    USUAL,
    /** Every tap is asked to count. */
    COUNT,
    /** Every tap sends all its records once more. */
    RECORDS
}
