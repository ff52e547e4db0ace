package bizops.dist.licence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A library as the software bill of materials (CycloneDX 1.6, {@code components}) names it.
 *
 * @param licences SPDX identifiers, expressions or names, any of which the receiver may choose
 */
record Component(String group, String name, String version, List<String> licences, Optional<String> website) {
    static Stream<Component> all(JsonNode bill) {
        List<Component> components = new ArrayList<>();
        bill.path("components").forEach(node -> components.add(of(node)));
        return components.stream();
    }

    private static Component of(JsonNode node) {
        List<String> licences = new ArrayList<>();
        for (JsonNode entry : node.path("licenses")) {
            JsonNode licence = entry.path("license");
            Stream.of(licence.path("id"), licence.path("name"), entry.path("expression"))
                    .filter(JsonNode::isTextual)
                    .map(JsonNode::asText)
                    .findFirst()
                    .ifPresent(licences::add);
        }
        Optional<String> website = Optional.empty();
        for (JsonNode reference : node.path("externalReferences")) {
            if (reference.path("type").asText().equals("website")) {
                website = Optional.of(reference.path("url").asText());
            }
        }
        return new Component(
                node.path("group").asText(),
                node.path("name").asText(),
                node.path("version").asText(),
                licences,
                website);
    }

    boolean isOurs() {
        return group.equals("bizops");
    }

    String label() {
        return group + ":" + name + " " + version;
    }
}
