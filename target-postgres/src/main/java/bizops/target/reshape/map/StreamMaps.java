package bizops.target.reshape.map;

import bizops.singer.error.InputException;
import bizops.target.reshape.Reshaping;
import bizops.target.reshape.StreamReshape;
import bizops.target.reshape.StreamSchema;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives streams and their properties other names, or leaves them out. Used by the thread that reads. */
public final class StreamMaps implements Reshaping {
    private static final Logger LOG = LoggerFactory.getLogger(StreamMaps.class);

    private final List<StreamMap> maps;
    private final boolean onlyNamed;
    private final Set<StreamMap> used = new HashSet<>();
    /** By the name that it is loaded under, the name that a stream came with. */
    private final Map<String, String> origins = new HashMap<>();

    private StreamMaps(List<StreamMap> maps, boolean onlyNamed) {
        this.maps = maps;
        this.onlyNamed = onlyNamed;
    }

    /**
     * The maps that the setting {@code stream_maps} describes.
     *
     * @param problems takes what is wrong with it, one line each
     */
    public static StreamMaps of(JsonNode setting, Consumer<String> problems) {
        return new StreamMaps(new MapReader(problems).streams(setting), setting.has(MapReader.ELSE));
    }

    @Override
    public Optional<StreamReshape> of(StreamSchema given, String where) {
        StreamMap map = find(given.stream());
        if (map == null && onlyNamed) {
            return Optional.of(LeftOut.STREAM);
        }
        if (map == null) {
            name(given.stream(), given.stream(), where);
            return Optional.empty();
        }
        used.add(map);
        StreamMap.Change change = map.change();
        if (change == null) {
            return Optional.of(LeftOut.STREAM);
        }
        name(change.alias().orElse(given.stream()), given.stream(), where);
        return MappedStream.of(given, change, where);
    }

    @Override
    public void end() {
        String unused = maps.stream()
                .filter(map -> !used.contains(map))
                .map(map -> '"' + map.streams().text() + '"')
                .collect(Collectors.joining(", "));
        if (!unused.isEmpty()) {
            LOG.warn("'stream_maps' names streams that never came: {}", unused);
        }
    }

    /** Of several that fit, the last one in the setting. */
    private @Nullable StreamMap find(String stream) {
        for (int i = maps.size() - 1; i >= 0; i--) {
            if (maps.get(i).streams().matches(stream)) {
                return maps.get(i);
            }
        }
        return null;
    }

    /** Two streams under one name would be taken for one whose schema, key and version change all the time. */
    private void name(String name, String stream, String where) {
        String other = origins.putIfAbsent(name, stream);
        if (other != null && !other.equals(stream)) {
            throw new InputException(where + ": it is loaded as \"" + name + "\", and so is stream \"" + other
                    + "\"; give one of them another __alias__ in stream_maps");
        }
    }
}
