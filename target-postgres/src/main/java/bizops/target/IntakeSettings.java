package bizops.target;

import bizops.target.table.NameCase;

/**
 * What decides how messages become rows. Immutable.
 *
 * @param schema where the tables go
 * @param appendOnly whether keys are ignored
 * @param keyRequired whether a stream without a key is an error
 * @param validates whether records are held to their schema beyond what a column needs
 * @param nullsBadValues whether a bad value is stored as null instead of ending the run
 * @param activatesVersions whether ACTIVATE_VERSION is obeyed
 */
record IntakeSettings(
        String schema,
        NameCase nameCase,
        boolean appendOnly,
        boolean keyRequired,
        boolean validates,
        boolean nullsBadValues,
        boolean activatesVersions) {}
