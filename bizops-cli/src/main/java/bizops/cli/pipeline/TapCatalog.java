package bizops.cli.pipeline;

import bizops.cli.catalog.CatalogFile;
import bizops.cli.catalog.Discovery;
import bizops.cli.catalog.Selection;
import bizops.cli.pair.Side;
import bizops.cli.project.TapSpec;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/**
 * The catalog that a tap runs by. Owned by one thread.
 *
 * @param discovery asks the tap where no catalog is kept
 */
public record TapCatalog(TapSpec tap, Discovery discovery) {
    /** The file: the kept catalog with the patterns over it; with patterns alone, what the tap finds now. */
    public Optional<String> file(Side source, Workspace workspace) throws IOException, InterruptedException {
        boolean kept = Files.exists(tap.catalog());
        if (tap.select().isEmpty()) {
            return kept ? Optional.of(tap.catalog().toString()) : Optional.empty();
        }
        return Optional.of(
                workspace.file("catalog-" + tap.name(), selected(source)).toString());
    }

    /** What the tap runs by; where neither catalog nor patterns are kept, what it finds now, selected by its defaults. */
    public JsonNode selected(Side source) throws IOException, InterruptedException {
        JsonNode all = Files.exists(tap.catalog())
                ? CatalogFile.read(tap.catalog())
                : discovery.run(source.process(List.of()));
        if (!tap.select().isEmpty()) {
            List<String> unused = new Selection(tap.name(), tap.select()).apply(all);
        }
        return all;
    }
}
