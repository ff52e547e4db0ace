package bizops.report.yaml;

import bizops.report.source.Place;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Parses YAML that stands by itself or within another file. */
public final class YamlText {
    private YamlText() {}

    /**
     * Parses an object; empty where there is none or the text is broken, which is noted.
     *
     * @param start of the text
     */
    public static Optional<YamlObject> object(Place start, String yaml, Mistakes mistakes) {
        // Blank lines in front make every line that the parser tells that of the file.
        String text = "\n".repeat(start.line() - 1) + yaml;
        LoadSettings settings = LoadSettings.builder().setUseMarks(true).build();
        try {
            Optional<Node> node = new Compose(settings).composeString(text);
            if (node.isPresent() && !(node.get() instanceof MappingNode)) {
                mistakes.add(place(start, node.get()), "must be keys with values, such as \"title: Channels\"");
            }
            return node.filter(MappingNode.class::isInstance)
                    .map(mapping -> YamlObject.of((MappingNode) mapping, start, mistakes));
        } catch (MarkedYamlEngineException broken) {
            Place place = broken.getProblemMark()
                    .or(broken::getContextMark)
                    .map(mark -> new Place(start.file(), Math.max(start.line(), mark.getLine() + 1)))
                    .orElse(start);
            mistakes.add(place, "is not YAML: " + oneLine(broken.getProblem()) + new YamlRemedy(broken).text());
        } catch (YamlEngineException broken) {
            mistakes.add(start, "is not YAML: " + oneLine(String.valueOf(broken.getMessage())));
        }
        return Optional.empty();
    }

    static Place place(Place file, Node node) {
        return new Place(
                file.file(), node.getStartMark().map(mark -> mark.getLine() + 1).orElse(file.line()));
    }

    private static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
