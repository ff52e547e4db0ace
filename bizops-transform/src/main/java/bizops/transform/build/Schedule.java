package bizops.transform.build;

import bizops.transform.connect.Workers;
import bizops.transform.model.Model;
import bizops.transform.model.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Builds models side by side, each as soon as all that it reads is there. Owned by one thread. */
public final class Schedule {
    private final Workers workers;
    private final Maker builder;
    private final ConcurrentLinkedQueue<Built> built = new ConcurrentLinkedQueue<>();

    public Schedule(Workers workers, Maker builder) {
        this.workers = workers;
        this.builder = builder;
    }

    /** Builds all; {@code models} come in an order in which each stands behind its inputs. */
    public List<Built> run(List<Model> models) {
        Map<Relation, CompletableFuture<Void>> made = new HashMap<>();
        for (Model model : models) {
            CompletableFuture<?>[] inputs = model.statement().inputs().stream()
                    .filter(made::containsKey)
                    .map(made::get)
                    .toArray(CompletableFuture[]::new);
            made.put(
                    model.relation(),
                    CompletableFuture.allOf(inputs)
                            .thenCompose(ready ->
                                    workers.submit(connection -> built.add(builder.build(connection, model)))));
        }
        await(List.copyOf(made.values()));
        return new ArrayList<>(built);
    }

    /** Waits for all; the first failure is thrown as it was. */
    public static void await(List<CompletableFuture<Void>> tasks) {
        try {
            CompletableFuture.allOf(tasks.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException failed) {
            Throwable cause = failed.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            throw failed;
        }
    }
}
