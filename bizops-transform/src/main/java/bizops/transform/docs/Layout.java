package bizops.transform.docs;

import bizops.transform.model.Relation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Places of nodes in a picture of the lineage: each stands in a column right of all that it reads. Immutable.
 *
 * @param places by relation, in the order of the nodes
 */
record Layout(Map<Relation, Place> places, int width, int height) {
    private static final int COLUMN = 280;
    private static final int LINE = 20;
    private static final int MARGIN = 16;

    /** Where a node's name begins, in pixels. */
    record Place(int x, int y) {}

    /** @param nodes each behind all that it reads */
    static Layout of(Collection<Node> nodes) {
        Map<Relation, Integer> depths = new HashMap<>();
        Map<Integer, List<Node>> columns = new TreeMap<>();
        for (Node node : nodes) {
            int depth = node.inputs().stream()
                    .mapToInt(input -> depths.getOrDefault(input, 0) + 1)
                    .max()
                    .orElse(0);
            depths.put(node.relation(), depth);
            columns.computeIfAbsent(depth, unused -> new ArrayList<>()).add(node);
        }
        Map<Relation, Place> places = new LinkedHashMap<>();
        int longest = 0;
        for (Map.Entry<Integer, List<Node>> column : columns.entrySet()) {
            List<Node> members = column.getValue();
            members.sort(Comparator.comparingDouble(node -> height(node, places)));
            for (int i = 0; i < members.size(); i++) {
                places.put(
                        members.get(i).relation(),
                        new Place(MARGIN + column.getKey() * COLUMN, MARGIN + (i + 1) * LINE));
            }
            longest = Math.max(longest, members.size());
        }
        return new Layout(places, 2 * MARGIN + columns.size() * COLUMN, 2 * MARGIN + (longest + 1) * LINE);
    }

    /** The mean height of what a node reads, so that lines cross less. */
    private static double height(Node node, Map<Relation, Place> places) {
        return node.inputs().stream()
                .flatMap(input -> Stream.ofNullable(places.get(input)))
                .mapToInt(Place::y)
                .average()
                .orElse(0);
    }
}
