package bizops.sandbox.zuora.rest;

import bizops.sandbox.zuora.data.Field;
import org.jspecify.annotations.Nullable;

/**
 * How a describe reply looks this time: tenants differ.
 *
 * @param related whether relationships are there
 * @param relatedFirst whether they come before the fields
 * @param contexts whether fields say where they can be used
 * @param strange a field that has a type of which nobody has heard, null for none
 */
record DescribeShape(
        boolean related,
        boolean relatedFirst,
        boolean contexts,
        @Nullable String strange) {
    static final DescribeShape USUAL = new DescribeShape(true, false, true, null);

    boolean strangeType(Field field) {
        return field.name().equalsIgnoreCase(strange);
    }
}
