package bizops.report.metabase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code PUT /api/dashboard/ID}: its questions on a grid of 24 columns, and one filter for all of them that
 * have it. Immutable.
 *
 * @param cards number in Metabase, by the question's name
 */
record BoardBody(MetabaseDatabase database, Map<String, Question> questions, Map<String, Long> cards) {
    private static final int COLUMNS = 24;
    private static final int HEIGHT = 7;

    /** But for its description and its collection. */
    Map<String, @Nullable Object> of(Board board) {
        List<Object> placed = new ArrayList<>();
        for (int row = 0; row < board.rows().size(); row++) {
            List<String> names = board.rows().get(row);
            int width = COLUMNS / names.size();
            for (int i = 0; i < names.size(); i++) {
                placed.add(placed(board, names.get(i), -placed.size() - 1, List.of(row * HEIGHT, i * width, width)));
            }
        }
        return Body.of("name", board.title(), "parameters", parameters(board), "dashcards", placed);
    }

    /**
     * A question in its place.
     *
     * @param id below 0 for one that Metabase is to number
     * @param place row, column and width
     */
    private Map<String, @Nullable Object> placed(Board board, String name, int id, List<Integer> place) {
        long card = Objects.requireNonNull(cards.get(name), name);
        List<Object> mappings = new ArrayList<>();
        question(name)
                .filters()
                .keySet()
                .forEach(filter -> mappings.add(Body.of(
                        "parameter_id",
                        parameterId(board, filter),
                        "card_id",
                        card,
                        "target",
                        CardBody.target(filter))));
        return Body.of(
                "id", id,
                "card_id", card,
                "row", place.get(0),
                "col", place.get(1),
                "size_x", place.get(2),
                "size_y", HEIGHT,
                "parameter_mappings", mappings,
                "series", List.of(),
                "visualization_settings", Map.of());
    }

    private List<Object> parameters(Board board) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        for (String name : board.questions()) {
            question(name).filters().forEach((filter, column) -> {
                FilterField field = database.field(column);
                parameters.putIfAbsent(
                        filter,
                        Body.of(
                                "id", parameterId(board, filter),
                                "name", CardBody.label(filter),
                                "slug", filter,
                                "type", field.widget(),
                                "sectionId", field.isDate() ? "date" : "string"));
            });
        }
        return List.copyOf(parameters.values());
    }

    private Question question(String name) {
        return Objects.requireNonNull(questions.get(name), name);
    }

    private static String parameterId(Board board, String filter) {
        return CardBody.id(board.name() + "/" + filter).substring(0, 8);
    }
}
