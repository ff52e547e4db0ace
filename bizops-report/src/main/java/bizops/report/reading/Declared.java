package bizops.report.reading;

import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;

/**
 * A measure as written, before names in its formula are looked up. Immutable.
 *
 * @param object what stands below its name
 */
record Declared(Word name, YamlObject object) {}
