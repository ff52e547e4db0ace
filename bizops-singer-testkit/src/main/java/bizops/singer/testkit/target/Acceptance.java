package bizops.singer.testkit.target;

import bizops.singer.testkit.run.Ended;
import bizops.singer.testkit.verdict.NothingToJudge;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a target took. All is sent in one run; only if that is refused, each half in one of its own, and so on until it
 * is known which messages are refused. Immutable.
 *
 * @param refused the runs that failed, by the one feed that they were about
 * @param taken what was sent in the runs that ended well
 */
record Acceptance(Map<String, Ended> refused, List<Feed> taken) {
    static Acceptance of(TargetRuns target, List<Feed> feeds) throws IOException, InterruptedException {
        Acceptance found = new Acceptance(new HashMap<>(), new ArrayList<>());
        found.search(target, feeds);
        return new Acceptance(Map.copyOf(found.refused), List.copyOf(found.taken));
    }

    private void search(TargetRuns target, List<Feed> feeds) throws IOException, InterruptedException {
        Feed joined = Feed.joined(feeds);
        Ended run = target.fed(joined);
        if (run.exit() == 0) {
            taken.add(joined);
        } else if (feeds.size() == 1) {
            refused.put(joined.name(), run);
        } else {
            search(target, feeds.subList(0, feeds.size() / 2));
            search(target, feeds.subList(feeds.size() / 2, feeds.size()));
        }
    }

    /** What was taken, to be judged by what the target printed; without any there is nothing to say. */
    List<Feed> some() {
        if (taken.isEmpty()) {
            throw new NothingToJudge("the target took no messages; "
                    + refused.values().iterator().next());
        }
        return taken;
    }
}
