package bizops.report.catalog;

import bizops.report.yaml.Word;
import bizops.report.yaml.YamlObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What each column of a cube is; none is two things. Owned by one thread. */
final class CubeColumns {
    private final YamlObject header;
    private final Pattern name;
    private final Map<String, String> partByColumn = new HashMap<>();

    CubeColumns(YamlObject header, Pattern name) {
        this.header = header;
        this.name = name;
    }

    void part(String part, List<Word> columns) {
        for (Word column : columns) {
            if (!name.matcher(column.text()).matches()) {
                header.wrong(
                        column.place(),
                        "\"" + column.text() + "\" names no column: a name has lower-case letters, digits and _");
            }
            String other = partByColumn.put(column.text(), part);
            if (other != null) {
                header.wrong(
                        column.place(),
                        "\"" + column.text() + "\" stands in \"" + other + "\""
                                + (other.equals(part) ? " twice" : " and in \"" + part + "\""));
            }
        }
    }
}
