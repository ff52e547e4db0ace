package bizops.target.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The indexes that the settings name, each as a list of properties or columns. Immutable.
 */
public record WantedIndexes(Map<String, List<List<String>>> byStream, Map<TableName, List<List<String>>> byTable) {
    public static final WantedIndexes NONE = new WantedIndexes(Map.of(), Map.of());

    public WantedIndexes {
        byStream = Map.copyOf(byStream);
        byTable = Map.copyOf(byTable);
    }

    List<List<String>> of(StreamShape shape) {
        List<List<String>> wanted = new ArrayList<>(byStream.getOrDefault(shape.stream(), List.of()));
        wanted.addAll(byTable.getOrDefault(shape.table(), List.of()));
        return wanted;
    }
}
