package bizops.dist.faults;

import bizops.dist.ErrorLine;
import bizops.dist.faults.link.Link;
import bizops.dist.faults.link.Verdict;
import bizops.dist.faults.link.Watcher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The load of one part of a scenario: struck, then gone on with from the stored state until it ends well. */
final class Load {
    private static final int MOST_ATTEMPTS = 6;
    private static final int RETRY_SECONDS = 300;
    private static final String TRIES_AGAIN = "the database failed and is tried again";

    private final Scenario scenario;
    private final Places places;
    private final Place place;
    private final int part;
    private final Path folder;
    private final Path classes;
    private final List<Integer> again = new ArrayList<>();
    private final List<Integer> struckAt = new ArrayList<>();
    private int commits;

    /**
     * Prepares it.
     *
     * @param part which rows of the source
     * @param classes see {@link Attempt#start}
     */
    Load(Scenario scenario, Places places, int part, Path folder, Path classes) throws Exception {
        this.scenario = scenario;
        this.places = places;
        this.place = places.of(scenario.kind());
        this.part = part;
        this.folder = folder;
        this.classes = classes;
    }

    Load run() throws Exception {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Stored before = Stored.read(place, stateId());
            boolean everything = before.events() == Source.ROWS;
            Optional<Striker> striker = everything ? Optional.empty() : striker(attempt, before);
            Attempt ended = attempt(attempt, before, striker);
            Stored after = Stored.read(place, stateId());
            boolean wasNews = !after.value().equals(before.value());
            if (scenario.inclusive() && (wasNews || everything)) {
                again.addAll(Source.again(before.events(), part));
            }
            if (ended.isWell()) {
                check(after.events() == Source.ROWS && after.uncovered() == 0, "ended well with " + after, ended);
                return this;
            }
            check(!everything, "a load of nothing new failed", ended);
        }
        throw new IOException("it never ended well; see " + folder);
    }

    private Optional<Striker> striker(int attempt, Stored before) {
        if (attempt >= scenario.strikes().size()) {
            return Optional.empty();
        }
        int expected = (Source.ROWS - before.events()) / scenario.batchRows();
        return Optional.of(new Striker(
                scenario.strikes().get(attempt), new Effect(places, place), attempt == 0 ? 1 : 0, expected));
    }

    private Attempt attempt(int number, Stored before, Optional<Striker> striker) throws Exception {
        Watcher watcher = striker.<Watcher>map(one -> one).orElse((phase, backend, commits) -> Verdict.GO);
        boolean patient = striker.isEmpty() || scenario.strikes().get(number).patient();
        try (Link link = new Link(place::port, watcher)) {
            Attempt attempt = Attempt.start(
                    folder.resolve(part + "-" + number),
                    Source.settings(scenario, part),
                    target(link.port(), patient),
                    before.value(),
                    scenario.told(),
                    classes);
            striker.ifPresent(one -> one.aim(attempt, link));
            attempt.await();
            if (striker.isPresent()) {
                striker.get().mend();
            }
            Optional<Integer> struck = striker.flatMap(Striker::struckAt);
            struck.ifPresent(at -> struckAt.add(commits + at));
            commits += link.commits();
            checkEnd(attempt, struck.map(at -> scenario.strikes().get(number)));
            if (struck.isPresent() && patient && struck.get() < link.commits()) {
                boolean mustTryAgain = scenario.strikes().get(number).kind().mayPass();
                check(attempt.targetLog().contains(TRIES_AGAIN) == mustTryAgain, "tries again or not", attempt);
            }
            return attempt;
        }
    }

    private Map<String, Object> target(int port, boolean patient) {
        Map<String, Object> settings = place.database().settings();
        settings.put("port", port);
        settings.put("ssl_mode", "disable");
        settings.put("default_target_schema", scenario.schema());
        settings.put("state_id", stateId());
        settings.put("batch_size_rows", scenario.batchRows());
        settings.put("retry_seconds", patient ? RETRY_SECONDS : 0);
        return settings;
    }

    private void checkEnd(Attempt ended, Optional<Strike> struck) throws IOException {
        int exit = ended.targetExit();
        boolean expected = struck.isPresent()
                ? struck.get().kind().exits(struck.get().patient()).contains(exit)
                : exit == 0;
        check(expected, "exit code " + exit + " of the target", ended);
        if (exit == 1 || exit == 75) {
            ErrorLine.of(
                    "CRITICAL",
                    "target-postgres",
                    ended.targetLog(),
                    place.database().password());
        }
    }

    private static void check(boolean good, String what, Attempt ended) throws IOException {
        if (!good) {
            throw new IOException(what + "; " + ended.logs());
        }
    }

    private String stateId() {
        return scenario.schema() + "_" + part;
    }

    /** The values of {@code n} in the stream without a key that the tap sent again, and that are there for good. */
    List<Integer> again() {
        return again;
    }

    /** How many faults struck. */
    int strikes() {
        return struckAt.size();
    }

    /** Whether one struck between the first and the last commit. */
    boolean isStruckBetweenCommits() {
        return struckAt.stream().anyMatch(at -> at > 0 && at < commits);
    }
}
