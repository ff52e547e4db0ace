package bizops.report.catalog;

import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;

/**
 * A measure as written, before names in its formula are looked up. Immutable.
 *
 * @param isOwn whether it is one of the program's
 * @param object what stands below its name
 */
record Declared(Word name, boolean isOwn, YamlObject object) {}
