package bizops.tap.zuora.discover;

import bizops.singer.error.ExitCode;
import bizops.singer.error.RemoteException;
import bizops.tap.zuora.query.Zoql;
import bizops.tap.zuora.rest.ApiException;
import bizops.tap.zuora.rest.ErrorKind;
import bizops.tap.zuora.rest.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists and describes objects, eight at a time and each once. One that cannot be described does not take the others with
 * it: it is named and left out. Owned by one thread.
 */
public final class Describer {
    private static final Logger LOG = LoggerFactory.getLogger(Describer.class);
    private static final int AT_A_TIME = 8;
    /** More than so many objects that the server fails on are a failing server, whose catalog would be half a one. */
    private static final int MOST_FAILING = 3;

    private final Rest rest;
    private final Exportable exportable = new Exportable();
    private int failing;

    public Describer(Rest rest) {
        this.rest = rest;
    }

    /** The names of all objects, sorted. */
    public List<String> list() {
        return rest.read("/v1/describe", response -> DescribeReader.list(response.body())).stream()
                .filter(Zoql::isName)
                .sorted()
                .distinct()
                .toList();
    }

    /** The objects of those names that can be streams, in that order; others are named in a warning. */
    public List<ObjectDescription> describe(List<String> names) {
        List<Future<RawObject>> replies = new ArrayList<>();
        List<ObjectDescription> objects = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            for (String name : names) {
                replies.add(pool.submit(() -> raw(name)));
            }
            for (int i = 0; i < names.size(); i++) {
                usable(names.get(i), replies.get(i)).ifPresent(objects::add);
            }
        } finally {
            pool.shutdownNow();
        }
        return objects;
    }

    private RawObject raw(String name) {
        return rest.read(
                "/v1/describe/" + Zoql.name(name) + "?showRelationships=true",
                response -> DescribeReader.object(response.body()));
    }

    private Optional<ObjectDescription> usable(String name, Future<RawObject> reply) {
        Optional<RawObject> raw = result(name, reply);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        ObjectDescription object = exportable.of(raw.get());
        if (object.fields().isEmpty()) {
            LOG.info("object {} is left out: none of its fields can be exported", name);
        } else if (object.field(ObjectDescription.ID).isEmpty()) {
            LOG.warn(
                    "object {} is left out: its Id cannot be exported, and rows without a key cannot be kept apart",
                    name);
        } else {
            return Optional.of(object);
        }
        return Optional.empty();
    }

    private Optional<RawObject> result(String name, Future<RawObject> reply) {
        try {
            return Optional.of(reply.get());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw RemoteException.tryLater("describing objects was interrupted", stopped);
        } catch (ExecutionException failed) {
            Throwable why = failed.getCause();
            if (why instanceof ApiException refused && refused.kind() != ErrorKind.ENTITY) {
                warn(name, refused.error().toString());
                return Optional.empty();
            }
            if (why instanceof RemoteException remote && stillFails(remote) && ++failing <= MOST_FAILING) {
                warn(name, remote.getMessage());
                return Optional.empty();
            }
            if (why instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            throw new IllegalStateException(why);
        }
    }

    /** The server answers, only not for this object; a server out of reach would fail for all. */
    private static boolean stillFails(RemoteException failure) {
        return failure.exitCode() == ExitCode.TRY_LATER && failure.getMessage().contains("HTTP 5");
    }

    private static void warn(String name, String why) {
        LOG.warn("object {} cannot be described and is left out: {}", name, why);
    }
}
