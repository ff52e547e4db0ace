package bizops.report.page;

import bizops.report.cube.CubeData;
import bizops.report.cube.Dimension;
import bizops.report.source.Filter;
import bizops.report.source.Tile;
import bizops.report.view.MonthRange;
import bizops.report.view.TileView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses of the pages behind rows, with the rows' keys chosen there. */
final class Drill {
    private static final String NULL_KEY = "~";

    private Drill() {}

    /** Of a row of a tile of figures; null where nothing is behind it. */
    static @Nullable String of(Tile tile, TileView.Line line) {
        if (tile.drill() == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        MonthRange months = line.months();
        if (months != null) {
            parts.add("period=" + months.from() + ".." + months.to());
        }
        for (int i = 0; i < line.keys().size(); i++) {
            if (!tile.buckets().containsKey(tile.by().get(i))) {
                choose(parts, tile.by().get(i), line.keys().get(i));
            }
        }
        return address(tile.drill(), parts);
    }

    /** Of a row of a cube of rows, all of whose keys are chosen; null where nothing is behind it. */
    static @Nullable String of(Tile tile, CubeData cube, int row) {
        if (tile.drill() == null) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, Dimension> dimension : cube.dimensions().entrySet()) {
            String key = dimension.getValue().keys().get(dimension.getValue().codes()[row]);
            if (key != null && dimension.getKey().equals(CubeData.MONTH)) {
                parts.add("period=" + key + ".." + key);
            } else if (key != null) {
                choose(parts, dimension.getKey(), key);
            }
        }
        return address(tile.drill(), parts);
    }

    private static void choose(List<String> parts, String dimension, @Nullable String key) {
        for (Filter filter : Filter.values()) {
            if (filter != Filter.PERIOD && filter.dimension().equals(dimension)) {
                parts.add(filter.key() + "=" + encoded(key));
            }
        }
    }

    private static String address(String page, List<String> parts) {
        return page + ".html" + (parts.isEmpty() ? "" : "#" + String.join("&", parts));
    }

    private static String encoded(@Nullable String key) {
        return key == null
                ? NULL_KEY
                : URLEncoder.encode(key, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("~", "%7E");
    }
}
