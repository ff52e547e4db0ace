package bizops.bench.client;

/** What was seen; owned by one thread. */
final class Tally {
    private long rows;
    private long characters;

    void row() {
        rows++;
    }

    void value(int length) {
        characters += length;
    }

    @Override
    public String toString() {
        return rows + " rows, " + characters + " characters";
    }
}
