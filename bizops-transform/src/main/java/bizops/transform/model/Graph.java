package bizops.transform.model;

import bizops.singer.error.ConfigException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The order in which models must be made. */
final class Graph {
    private final Map<Relation, Model> models = new LinkedHashMap<>();
    private final Set<Relation> provided;
    private final Map<Relation, Model> ordered = new LinkedHashMap<>();
    private final Set<Relation> path = new LinkedHashSet<>();

    private Graph(List<Model> models, Set<Relation> provided) {
        models.forEach(model -> this.models.put(model.relation(), model));
        this.provided = provided;
    }

    /**
     * The models, each behind all that it reads.
     *
     * @param provided relations that exist before the first model
     * @throws ConfigException for a cycle, or an input that nothing makes
     */
    static List<Model> order(List<Model> models, Set<Relation> provided) {
        Graph graph = new Graph(models, provided);
        models.forEach(graph::visit);
        return new ArrayList<>(graph.ordered.values());
    }

    private void visit(Model model) {
        Relation relation = model.relation();
        if (ordered.containsKey(relation)) {
            return;
        }
        if (!path.add(relation)) {
            List<String> names = new ArrayList<>();
            path.forEach(step -> names.add(step.toString()));
            List<String> cycle = names.subList(names.indexOf(relation.toString()), names.size());
            throw new ConfigException(
                    "models read each other in a circle: " + String.join(" <- ", cycle) + " <- " + relation);
        }
        for (Relation input : model.statement().inputs()) {
            Model before = models.get(input);
            if (before != null) {
                visit(before);
            } else if (!provided.contains(input)) {
                throw new ConfigException(
                        model.statement().place().map(SqlPlace::file).orElse("model " + relation) + " reads " + input
                                + ", which no model makes");
            }
        }
        path.remove(relation);
        ordered.put(relation, model);
    }
}
