package bizops.sandbox.marketo.data;

import org.jspecify.annotations.Nullable;

/**
 * A field of a person (section 5 of the vendor notes).
 *
 * @param id its number, which activity 13 names
 * @param name its REST name
 * @param length of texts, null for all other types
 * @param crmManaged written by the Salesforce sync only
 * @param custom whether the company made it: changes of custom fields do not move the visible updatedAt
 */
public record LeadField(
        int id,
        String name,
        String displayName,
        DataType type,
        @Nullable Integer length,
        boolean readOnly,
        boolean crmManaged,
        boolean custom) {}
