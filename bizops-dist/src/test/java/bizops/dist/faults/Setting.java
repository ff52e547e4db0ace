package bizops.dist.faults;

import bizops.dist.LoadedTables;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What all runs share: their databases, and a load of each part that nothing disturbed. */
final class Setting implements AutoCloseable {
    /** Every setting at its plainest: bookmarks that are exact, no fault. */
    private static final int UNDISTURBED = -1;

    private final Path directory;
    private final Places places;
    private final List<Expected> parts = new ArrayList<>();

    private Setting(Path directory) {
        this.directory = directory;
        this.places = new Places(directory);
    }

    static Setting prepare(Path directory) throws Exception {
        Setting setting = new Setting(directory);
        for (int part = 1; part <= 2; part++) {
            Scenario calm = new Scenario(UNDISTURBED - part, Kind.TWO_TARGETS, List.of(), false, true, 100, 200);
            setting.load(calm, part).run();
            setting.parts.add(Expected.of(setting.places.shared().database(), calm.schema()));
        }
        return setting;
    }

    /** Runs a scenario; an error if it leaves other rows than the undisturbed load, or a program ends as it must not. */
    Result run(Scenario scenario) throws Exception {
        Place place = places.of(scenario.kind());
        try {
            List<Load> loads = new ArrayList<>(List.of(load(scenario, 1)));
            Expected expected = parts.get(0);
            if (scenario.kind() == Kind.TWO_TARGETS) {
                loads.add(load(scenario.calm(), 2));
                expected = expected.and(parts.get(1));
            }
            atOnce(loads);
            List<Integer> again =
                    loads.stream().flatMap(load -> load.again().stream()).toList();
            List<String> differences =
                    expected.differences(LoadedTables.rows(place.database(), scenario.schema()), again);
            if (!differences.isEmpty()) {
                throw new IOException(Expected.shown(differences));
            }
            Load struck = loads.get(0);
            return new Result(struck.strikes(), struck.isStruckBetweenCommits(), again.size());
        } finally {
            place.execute("DROP SCHEMA IF EXISTS " + scenario.schema() + " CASCADE");
        }
    }

    /**
     * What came of a run that left the right rows.
     *
     * @param strikes how many faults struck
     * @param between whether one struck between the first and the last commit
     * @param repeated rows of the stream without a key that an inclusive bookmark repeated
     */
    record Result(int strikes, boolean between, int repeated) {}

    private Load load(Scenario scenario, int part) throws Exception {
        return new Load(scenario, places, part, directory.resolve(scenario.schema()), directory.resolve("target.jsa"));
    }

    private static void atOnce(List<Load> loads) throws Exception {
        List<CompletableFuture<Void>> others = loads.stream()
                .skip(1)
                .map(load -> CompletableFuture.runAsync(() -> {
                    try {
                        load.run();
                    } catch (Exception failed) {
                        throw new CompletionException(failed);
                    }
                }))
                .toList();
        try {
            loads.get(0).run();
        } finally {
            for (CompletableFuture<Void> other : others) {
                other.join();
            }
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        places.close();
    }
}
