package bizops.sandbox.marketo.data;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The assets by kind and number. Owned by the org's lock. */
public final class Assets {
    private final Map<AssetKind, Map<Long, Asset>> assets = new EnumMap<>(AssetKind.class);

    public Asset add(AssetKind kind, String name, Instant now) {
        Map<Long, Asset> ofKind = assets.computeIfAbsent(kind, key -> new TreeMap<>());
        Asset asset = new Asset(kind.firstId() + ofKind.size(), name, now);
        ofKind.put(asset.id(), asset);
        return asset;
    }

    /** All of a kind in order of number. */
    public List<Asset> all(AssetKind kind) {
        return List.copyOf(assets.getOrDefault(kind, Map.of()).values());
    }

    public Optional<Asset> find(AssetKind kind, long id) {
        return Optional.ofNullable(assets.getOrDefault(kind, Map.of()).get(id));
    }

    public Optional<Asset> named(AssetKind kind, String name) {
        return all(kind).stream().filter(asset -> asset.name().equals(name)).findFirst();
    }
}
