package bizops.singer.rules;

import org.jspecify.annotations.Nullable;

/**
 * One rule of the setting. Immutable.
 *
 * @param number its place in the setting, from 1
 * @param when null if it is for every row
 */
record ColumnRule(
        int number,
        Glob stream,
        Glob column,
        RuleKind kind,
        @Nullable Condition when) {

    boolean isConditional() {
        return when != null;
    }

    /** The rule as problems name it. */
    @Override
    public String toString() {
        return "'" + ColumnRules.SETTING + "' rule " + number + " (" + kind.word() + " " + stream + "." + column + ")";
    }
}
