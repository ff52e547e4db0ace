package bizops.dist.licence;

import java.util.List;

/** The text of the archive's file THIRD-PARTY. */
final class ThirdParty {
    private static final String HEADER = """
            What the archive holds of others
            ================================

            Each library is in lib/ as its makers publish it, and is theirs; its jar holds the text of its licence and
            its notices where they put them there. SBOM.json says the same for machines, with checksums.

            """;

    private ThirdParty() {}

    /** @param within what stands inside other jars, as text */
    static String text(List<Component> components, String within) {
        StringBuilder text = new StringBuilder(HEADER);
        for (Component component : components) {
            text.append(component.label()).append("\n    ");
            text.append(String.join("; or ", component.licences())).append('\n');
            component
                    .website()
                    .ifPresent(website -> text.append("    ").append(website).append('\n'));
        }
        return text.append('\n').append(within).toString();
    }
}
