package bizops.transform.markov;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of channels before the first event: their shares, and which campaign belongs to which. Owned by one thread. */
final class Channels {
    private static final String NONE = "(unattributed)";

    private final Names names = new Names();
    private final Names campaigns = new Names();
    private final List<BigDecimal> shares = new ArrayList<>();
    private final List<Integer> byCampaign = new ArrayList<>();
    private @Nullable BigDecimal median;

    /**
     * Adds a channel with its share, or a campaign with its channel; all channels come first.
     *
     * @param campaign null for a channel
     * @param channel null for that of a campaign without any
     * @param share null for none
     */
    void add(
            @Nullable String campaign,
            @Nullable String channel,
            @Nullable BigDecimal share,
            @Nullable BigDecimal medianDays) {
        int number = names.of(channel == null ? NONE : channel);
        if (campaign == null) {
            shares.add(share == null ? BigDecimal.ZERO : share);
            median = medianDays;
        } else if (campaigns.of(campaign) == byCampaign.size()) {
            byCampaign.add(number);
        }
    }

    Shares shares() {
        return new Shares(shares);
    }

    /** Days from a touch to the close; null where nothing is won. */
    @Nullable
    BigDecimal median() {
        return median;
    }

    Names names() {
        return names;
    }

    Names campaigns() {
        return campaigns;
    }

    /** The numbers of the campaigns' channels. */
    int[] of(int[] campaignNumbers) {
        int[] channels = new int[campaignNumbers.length];
        for (int i = 0; i < channels.length; i++) {
            while (campaignNumbers[i] >= byCampaign.size()) {
                byCampaign.add(names.of(NONE));
            }
            channels[i] = byCampaign.get(campaignNumbers[i]);
        }
        return channels;
    }
}
