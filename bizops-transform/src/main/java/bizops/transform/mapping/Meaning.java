package bizops.transform.mapping;

import bizops.singer.config.Problems;
import bizops.transform.config.Mapping;
import bizops.transform.config.MappingFile;
import bizops.transform.staging.ColumnType;
import bizops.transform.staging.StagingTable;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a column of mapping.yml may mean to the models. Immutable.
 *
 * @param path such as {@code opportunity.iacv}
 * @param vendor whose raw schema holds it
 * @param object the vendor's name of the raw table
 * @param type what staging reads it as
 * @param defaults the columns that mapping.yml names without a word of the user
 * @param says one line
 * @param words what names of such columns have in them, in lower case without signs, best first
 */
record Meaning(
        String path,
        String vendor,
        String object,
        ColumnType type,
        List<String> defaults,
        String says,
        List<String> words) {

    private record Described(String says, List<String> words) {}

    /** All of them, in the order of mapping.yml's defaults. */
    static List<Meaning> all() {
        Mapping defaults = new MappingFile(Path.of("mapping.yml.none")).read(new Problems());
        Map<String, Meaning> found = new LinkedHashMap<>();
        for (StagingTable table : StagingTable.all()) {
            table.columns().values().forEach(column -> {
                String path = column.map();
                if (path != null) {
                    found.put(path, of(path, table, column.type(), defaults.of(path)));
                }
            });
        }
        List<Meaning> ordered = new ArrayList<>();
        describedPaths().forEach(path -> {
            Meaning meaning = found.get(path);
            if (meaning != null) {
                ordered.add(meaning);
            }
        });
        return List.copyOf(ordered);
    }

    /** The section of mapping.yml, such as {@code opportunity}. */
    String section() {
        return path.substring(0, path.indexOf('.'));
    }

    /** Its name in the section. */
    String name() {
        return path.substring(path.indexOf('.') + 1);
    }

    private static Meaning of(String path, StagingTable table, ColumnType type, Mapping.Source defaults) {
        Described described = described().get(path);
        if (described == null) {
            throw new IllegalStateException("meanings.yml does not describe " + path);
        }
        return new Meaning(
                path, table.vendor(), table.object(), type, defaults.columns(), described.says(), described.words());
    }

    private static List<String> describedPaths() {
        return List.copyOf(described().keySet());
    }

    private static Map<String, Described> described() {
        YAMLMapper yaml = new YAMLMapper();
        try (InputStream in = Mapping.class.getResourceAsStream("/bizops/transform/meanings.yml")) {
            return yaml.readValue(
                    in, yaml.getTypeFactory().constructMapType(LinkedHashMap.class, String.class, Described.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
