package bizops.dist.faults;

import bizops.dist.faults.link.Verdict;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What each kind of fault does, at one place. */
final class Effect {
    private static final int LEAST_ROOM = 20_000;
    private static final int ROOM_OF_A_MILLI = 500;
    private static final int MILLIS_OF_A_DELAY = 100;

    private final Places places;
    private final Place place;
    private CompletableFuture<Void> later = CompletableFuture.completedFuture(null);

    Effect(Places places, Place place) {
        this.places = places;
        this.place = place;
    }

    /** Work that may fail. */
    private interface Work {
        void run() throws Exception;
    }

    /**
     * Strikes while the message of the phase is held back.
     *
     * @param backend the server's process of the connection
     * @return what becomes of the message; empty if this was not the moment
     */
    Optional<Verdict> strike(Strike strike, Striker.Struck struck, int backend) throws Exception {
        Verdict verdict = strike.handsOn() ? Verdict.GO : Verdict.CUT;
        switch (strike.kind()) {
            case TAP_KILLED -> struck.attempt().killTap();
            case TARGET_KILLED -> {
                struck.attempt().killTarget();
                return Optional.of(verdict);
            }
            case SERVER_KILLED -> {
                places.crashServer().kill();
                afterwards(strike.millis(), places.crashServer()::restart);
            }
            case BACKEND_KILLED -> ProcessHandle.of(backend).orElseThrow().destroyForcibly();
            case CUT_IN_COPY, CUT_BEFORE_MERGE, CUT_BEFORE_COMMIT, CUT_BEFORE_ANSWER -> {
                return Optional.of(Verdict.CUT);
            }
            case HALF_OPEN -> {
                return Optional.of(Verdict.HALF_OPEN);
            }
            case DISK_FULL -> places.disk().fill(LEAST_ROOM + strike.millis() * ROOM_OF_A_MILLI);
            case BACKEND_TERMINATED -> place.onServer("SELECT pg_terminate_backend(" + backend + ")");
            case STATEMENT_CANCELLED -> place.onServer("SELECT pg_cancel_backend(" + backend + ")");
            case STATEMENT_TIMEOUT -> {
                place.alter("SET statement_timeout = '5ms'");
                place.onServer("SELECT pg_terminate_backend(" + backend + ")");
            }
            case DEADLOCK -> {
                return intrude(backend);
            }
            case TARGET_STOPPED -> {
                struck.attempt().stopTarget(true);
                afterwards(strike.millis(), () -> struck.attempt().stopTarget(false));
            }
            case LINK_STALLED -> TimeUnit.MILLISECONDS.sleep(strike.millis());
            case LINK_SLOW -> struck.link().slowDown(1 + strike.millis() / MILLIS_OF_A_DELAY);
            case TWO_TARGETS -> throw new IllegalArgumentException("not a strike: " + strike);
        }
        return Optional.of(Verdict.GO);
    }

    /** The target has written to one table and comes to the next, which another session has and keeps. */
    private Optional<Verdict> intrude(int backend) throws Exception {
        Optional<Intruder> intruder = Intruder.between(place, backend);
        if (intruder.isEmpty()) {
            return Optional.empty();
        }
        afterwards(0, intruder.get()::demand);
        intruder.get().awaitWaiting();
        return Optional.of(Verdict.GO);
    }

    /** Takes away what would strike the next attempt too. */
    void mend(Kind kind) throws Exception {
        try {
            later.join();
        } catch (CompletionException failed) {
            throw new IllegalStateException("after " + kind, failed.getCause());
        }
        switch (kind) {
            case DISK_FULL -> places.disk().makeRoom();
            case STATEMENT_TIMEOUT -> place.alter("RESET statement_timeout");
            default -> {
                return;
            }
        }
    }

    private void afterwards(int millis, Work work) {
        later = CompletableFuture.runAsync(
                () -> {
                    try {
                        work.run();
                    } catch (Exception failed) {
                        throw new CompletionException(failed);
                    }
                },
                CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }
}
