package bizops.tap.marketo.assets;

import bizops.tap.marketo.rest.Rest;
import bizops.tap.marketo.stream.MarketoStream;
import java.util.ArrayList;
import java.util.List;

/** All streams of assets and lists. Stateless. */
public final class AssetStreams {
    private static final List<Asset> ASSETS = List.of(
            Asset.PROGRAMS,
            Asset.CAMPAIGNS,
            Asset.SMART_CAMPAIGNS,
            Asset.LISTS,
            Asset.STATIC_LISTS,
            Asset.CHANNELS,
            Asset.EMAILS,
            Asset.LANDING_PAGES,
            Asset.FORMS,
            Asset.ACTIVITY_TYPES,
            Asset.LEAD_PARTITIONS);

    private AssetStreams() {}

    public static List<MarketoStream> over(Rest rest) {
        List<MarketoStream> streams = new ArrayList<>();
        ASSETS.forEach(asset -> streams.add(new AssetStream(rest, asset)));
        streams.add(new TagTypeStream(rest));
        return streams;
    }
}
