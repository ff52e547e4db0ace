package bizops.dist.faults;

import bizops.dist.faults.link.Link;
import bizops.dist.faults.link.Phase;
import bizops.dist.faults.link.Verdict;
import bizops.dist.faults.link.Watcher;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Strikes one attempt once, when as many commits are made as its strike says and the phase is there. */
final class Striker implements Watcher {
    private final Strike strike;
    private final int afterCommits;
    private final Effect effect;
    private final CompletableFuture<Struck> aim = new CompletableFuture<>();
    private @Nullable Integer struckAt;
    private @Nullable Exception failure;

    /** What is struck. */
    record Struck(Attempt attempt, Link link) {}

    /**
     * Prepares it.
     *
     * @param least after how many commits of this attempt it strikes at the earliest
     * @param expected how many commits are still to come, about
     */
    Striker(Strike strike, Effect effect, int least, int expected) {
        this.strike = strike;
        this.effect = effect;
        this.afterCommits = least + (int) (strike.share() * Math.max(1, expected - least));
    }

    /** Says what is struck; until then the link waits. */
    void aim(Attempt attempt, Link link) {
        aim.complete(new Struck(attempt, link));
    }

    @Override
    public synchronized Verdict at(Phase phase, int backend, int commits) {
        if (struckAt != null || failure != null || commits < afterCommits || phase != strike.phase()) {
            return Verdict.GO;
        }
        try {
            Optional<Verdict> verdict = effect.strike(strike, aim.join(), backend);
            if (verdict.isPresent()) {
                struckAt = commits;
            }
            return verdict.orElse(Verdict.GO);
        } catch (Exception failed) {
            failure = failed;
            return Verdict.GO;
        }
    }

    /** After how many commits of the attempt it struck; empty if it did not. */
    synchronized Optional<Integer> struckAt() {
        return Optional.ofNullable(struckAt);
    }

    /** Once the attempt has ended: takes away what would strike the next one too. */
    synchronized void mend() throws Exception {
        if (struckAt != null) {
            effect.mend(strike.kind());
        }
        if (failure != null) {
            throw failure;
        }
    }
}
