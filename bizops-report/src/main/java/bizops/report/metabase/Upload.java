package bizops.report.metabase;

import bizops.singer.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes a collection, its questions and its dashboards in Metabase what the program's files say. What is there already is
 * known by its {@link Marker}; what has no marker is somebody's own and left alone, wherever it lies. Used once.
 */
final class Upload {
    private static final long NOT_YET = -1;

    private final MetabaseApi api;
    private final MetabaseDatabase database;
    private final String prefix;
    private final boolean dryRun;
    private final List<String> steps = new ArrayList<>();
    private final Map<String, Item> present = new HashMap<>();
    private long collection = NOT_YET;

    /** @param prefix of the environment, of which a Metabase may show several; empty for production */
    Upload(MetabaseApi api, MetabaseDatabase database, String prefix, boolean dryRun) {
        this.api = api;
        this.database = database;
        this.prefix = prefix;
        this.dryRun = dryRun;
    }

    /** A line for each step that was done, or would be in a dry run. */
    List<String> run(List<Board> boards, Map<String, Question> questions) {
        // Before anything is made: a column that Metabase does not know ends it here.
        Map<String, Map<String, @Nullable Object>> bodies = new LinkedHashMap<>();
        questions.forEach((name, question) -> bodies.put(name, new CardBody(database).of(question)));
        collection();
        if (collection != NOT_YET) {
            api.all("/api/collection/" + collection + "/items?models=card&models=dashboard")
                    .forEach(this::remember);
        }
        Map<String, Long> cards = new LinkedHashMap<>();
        bodies.forEach((name, body) -> cards.put(name, card(Objects.requireNonNull(questions.get(name)), body)));
        BoardBody dashboards = new BoardBody(database, questions, cards);
        boards.forEach(board -> dashboard(board, dashboards.of(board)));
        new TreeSet<>(present.keySet()).forEach(key -> step("left alone", key, "no file of this version makes it"));
        return steps;
    }

    private void collection() {
        String key = "collection" + (prefix.isEmpty() ? "" : "/" + prefix);
        String name = prefix.isEmpty() ? "BizOps" : "BizOps " + prefix;
        Optional<Map<String, @Nullable Object>> found = api.list("/api/collection").stream()
                .filter(one -> Marker.in(one.get("description"))
                        .filter(marker -> marker.key().equals(key))
                        .isPresent())
                .filter(one -> !Boolean.TRUE.equals(one.get("archived")))
                .findFirst();
        if (found.isPresent()) {
            collection = MetabaseApi.id(found.get());
            step("unchanged", key, String.valueOf(found.get().get("name")));
            return;
        }
        step("create", key, name);
        if (!dryRun) {
            String description =
                    new Marker(key, "").after("The marts of BizOps. Uploading again updates what it made.");
            collection = MetabaseApi.id(
                    api.post("/api/collection", Body.of("name", name, "description", description, "parent_id", null)));
        }
    }

    private void remember(Map<String, @Nullable Object> item) {
        Marker.in(item.get("description"))
                .ifPresent(marker -> present.put(marker.key(), new Item(MetabaseApi.id(item), marker.digest())));
    }

    /** The card's number; below 0 while a dry run has not made it. */
    private long card(Question question, Map<String, @Nullable Object> body) {
        String key = "question/" + question.name();
        Marker marker = Marker.of(key, question.about() + Json.write(body));
        body.put("description", marker.after(question.about()));
        body.put("collection_id", collection);
        Item old = present.remove(key);
        if (old == null) {
            step("create", key, question.title());
            return dryRun ? NOT_YET : MetabaseApi.id(api.post("/api/card", body));
        }
        update(old, marker, question.title(), "/api/card/", body);
        return old.id();
    }

    /** Its marker has no digest until its questions are on it: a run that ended between is made good by the next. */
    private void dashboard(Board board, Map<String, @Nullable Object> body) {
        String key = "dashboard/" + board.name();
        Marker marker = Marker.of(key, board.about() + Json.write(body));
        body.put("description", marker.after(board.about()));
        body.put("collection_id", collection);
        Item old = present.remove(key);
        if (old != null) {
            update(old, marker, board.title(), "/api/dashboard/", body);
            return;
        }
        step("create", key, board.title());
        if (!dryRun) {
            Map<String, @Nullable Object> empty = Body.of(
                    "name", board.title(),
                    "description", new Marker(key, "").after(board.about()),
                    "collection_id", collection);
            api.put("/api/dashboard/" + MetabaseApi.id(api.post("/api/dashboard", empty)), body);
        }
    }

    private void update(Item old, Marker marker, String title, String path, Map<String, @Nullable Object> body) {
        boolean isSame = old.digest().equals(marker.digest());
        step(isSame ? "unchanged" : "update", marker.key(), title);
        if (!isSame && !dryRun) {
            api.put(path + old.id(), body);
        }
    }

    private void step(String what, String key, String title) {
        steps.add(what + " " + key + ": " + title);
    }

    private record Item(long id, String digest) {}
}
