package bizops.sandbox.marketo.data;

/** The kinds of assets (section 7 of the vendor notes). */
public enum AssetKind {
    PROGRAM(1001),
    SMART_CAMPAIGN(2001),
    STATIC_LIST(3001),
    EMAIL(4001),
    LANDING_PAGE(5001),
    FORM(6001),
    CHANNEL(7001),
    TAG_TYPE(8001);

    private final long firstId;

    AssetKind(long firstId) {
        this.firstId = firstId;
    }

    long firstId() {
        return firstId;
    }
}
