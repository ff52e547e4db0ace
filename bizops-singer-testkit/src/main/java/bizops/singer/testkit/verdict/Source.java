package bizops.singer.testkit.verdict;

/** Where rules come from. Immutable. */
public enum Source {
    SPEC("Singer specification, SPEC.md"),
    DISCOVERY("Singer specification, DISCOVERY_MODE.md"),
    SYNC("Singer specification, SYNC_MODE.md"),
    STATE("Singer specification, CONFIG_AND_STATE.md"),
    PRACTICE("Singer specification, BEST_PRACTICES.md"),
    ACTIVATE_VERSION("singer-python, ActivateVersionMessage"),
    SDK("Meltano Singer SDK, its tests for targets"),
    JSON("RFC 8259, JSON"),
    PIPES("POSIX pipes and signals");

    private final String title;

    Source(String title) {
        this.title = title;
    }

    @Override
    public String toString() {
        return title;
    }
}
