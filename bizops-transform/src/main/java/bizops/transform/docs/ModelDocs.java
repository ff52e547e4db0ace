package bizops.transform.docs;

import bizops.singer.error.ConfigException;
import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the pages of all models into a folder. Immutable. */
public final class ModelDocs {
    private final ModelLibrary library;
    private final Map<Relation, Node> nodes;

    /** @param provided the relations that stand before the first model */
    public ModelDocs(ModelLibrary library, Set<Relation> provided) {
        this.library = library;
        this.nodes = Nodes.of(library, provided);
    }

    /**
     * Writes {@code index.html} and a page for each relation; files of other names stay.
     *
     * @return how many pages
     */
    public int write(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("index.html"), IndexPage.of(nodes.values(), library.functions()));
            Map<Relation, List<Relation>> readers = readers();
            for (Node node : nodes.values()) {
                Files.writeString(
                        folder.resolve(node.file()),
                        ModelPage.of(node, readers.getOrDefault(node.relation(), List.of())));
            }
            return nodes.size() + 1;
        } catch (IOException refused) {
            throw new ConfigException("cannot write to " + folder + ": " + refused.getMessage(), refused);
        }
    }

    private Map<Relation, List<Relation>> readers() {
        Map<Relation, List<Relation>> readers = new HashMap<>();
        nodes.values()
                .forEach(node -> node.inputs()
                        .forEach(input -> readers.computeIfAbsent(input, unused -> new ArrayList<>())
                                .add(node.relation())));
        return readers;
    }
}
