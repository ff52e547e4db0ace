package bizops.tap.zuora.job;

/**
 * Where a result file lies. Immutable.
 *
 * @param place an id below {@code /v1/files/}, or a signed address
 * @param signed whether it is an address that must be asked without credentials
 */
public record FileRef(String place, boolean signed) {}
