package bizops.dist.tapfaults;

import bizops.dist.Catalogs;
import bizops.dist.faults.Place;
import bizops.postgres.SharedPostgres;
import bizops.postgres.TestDatabase;
import bizops.sandbox.Sandbox;
import bizops.sandbox.SandboxOptions;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What all runs of a tap share.
 *
 * @param directory for the files of all runs
 * @param catalog in which the vendor's streams are selected
 * @param meagre the same without what discovery says beyond the protocol, as another tap's catalog
 */
record Setting(Path directory, Place place, Path catalog, Path meagre) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Setting prepare(Path directory, Vendor vendor) throws Exception {
        Path folder = Files.createDirectories(directory.resolve(vendor.tap()));
        Path catalog = folder.resolve("catalog.json");
        Path meagre = folder.resolve("meagre.json");
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().scale(vendor.scale()))) {
            Path config = folder.resolve("discover.json");
            JSON.writeValue(config.toFile(), vendor.settings(sandbox));
            Catalogs.select(
                    Catalogs.discover(vendor.tap(), config),
                    catalog,
                    vendor.streams().toArray(String[]::new));
        }
        JsonNode less = JSON.readTree(catalog.toFile());
        for (JsonNode stream : less.path("streams")) {
            for (JsonNode entry : stream.path("metadata")) {
                ((ObjectNode) entry.path("metadata")).remove(vendor.tap() + ".type");
            }
        }
        JSON.writeValue(meagre.toFile(), less);
        TestDatabase database = SharedPostgres.freshDatabase();
        return new Setting(folder, new Place(() -> database).prepare(false), catalog, meagre);
    }

    /** Class data of a program, which the first load writes and the others start with, in half the time. */
    Path classes(String program) {
        return directory.resolve(program + ".jsa");
    }
}
