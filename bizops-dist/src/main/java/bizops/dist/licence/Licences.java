package bizops.dist.licence;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The licences that are allowed, by SPDX identifier or by the name that a library's own description uses. */
final class Licences {
    private final Set<String> allowed;

    /** @param lines one licence each; empty lines and those that begin with # count for nothing */
    Licences(List<String> lines) {
        allowed = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the components that may not be handed on: none of their licences is allowed. */
    List<Component> refused(List<Component> components) {
        return components.stream()
                .filter(component -> component.licences().stream().noneMatch(allowed::contains))
                .toList();
    }
}
