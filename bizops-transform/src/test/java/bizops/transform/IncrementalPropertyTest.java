package bizops.transform;

import static org.assertj.core.api.Assertions.assertThat;

import bizops.singer.error.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The law of incremental builds: after whatever has happened to the raw tables, what is published is what a full build
 * gives, row for row. How many invented companies are tried is set by {@code -Dbizops.transform.histories}.
 */
final class IncrementalPropertyTest {
    private static final int HISTORIES = Integer.getInteger("bizops.transform.histories", 1);
    private static final int BUILDS = 6;

    @Test
    void anIncrementalBuildGivesWhatAFullOneGives(@TempDir Path folder) throws Exception {
        Random seeds = new Random();
        List<String> modes = new ArrayList<>();
        for (int history = 0; history < HISTORIES; history++) {
            modes.addAll(history(Files.createDirectory(folder.resolve("h" + history)), seeds.nextLong()));
        }

        assertThat(modes).as("an incremental build was tried").contains("incremental");
    }

    /** How each build went about it. */
    private static List<String> history(Path seeds, long seed) throws Exception {
        Warehouse warehouse = new Warehouse();
        ChangingWorld world = new ChangingWorld(warehouse, seeds, seed);
        assertThat(warehouse.build(seeds).exit()).isEqualTo(ExitCode.OK);
        Random random = new Random(seed);
        List<String> happened = new ArrayList<>();
        for (int build = 0; build < BUILDS; build++) {
            happened.addAll(world.change(1 + random.nextInt(4)));
            String which = "new ChangingWorld(warehouse, seeds, " + seed + "L): " + String.join(";\n", happened);

            Warehouse.Outcome built = warehouse.build(seeds, "--allow-shrunk");
            Warehouse.Outcome verified = warehouse.run("verify", "--seeds", seeds.toString());

            assertThat(built.exit()).as(which + "\n" + built.stderr()).isEqualTo(ExitCode.OK);
            assertThat(verified.exit()).as(which + "\n" + verified.stdout()).isEqualTo(ExitCode.OK);
            happened.add("-- build " + build);
        }
        return warehouse.rows("select mode from bizops.build where build_id > 1");
    }
}
