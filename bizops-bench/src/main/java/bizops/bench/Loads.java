package bizops.bench;

import java.io.IOException;
import java.sql.SQLException;

/** The loads that are compared with psql. */
final class Loads {
    private final Ground ground;
    private final Contest contest;

    Loads(Ground ground, Contest contest) {
        this.ground = ground;
        this.contest = contest;
    }

    void first(long rows, int pairs) throws SQLException, IOException, InterruptedException {
        intoEmpty(new Data.Wish("first", Field.wide(), 1, rows, 0), pairs);
    }

    void narrow(long rows, int pairs) throws SQLException, IOException, InterruptedException {
        intoEmpty(new Data.Wish("narrow", Field.narrow(), 1, rows, 0), pairs);
    }

    void streams(long rows, int pairs) throws SQLException, IOException, InterruptedException {
        intoEmpty(new Data.Wish("streams", Field.wide(), 200, rows, 0), pairs);
    }

    void link(long rows, int pairs) throws SQLException, IOException, InterruptedException {
        try (SlowLink link = new SlowLink(ground.serverPort(), 5)) {
            ground.connectTo(link.port());
            intoEmpty(new Data.Wish("link", Field.wide(), 1, rows, 0), pairs);
        } finally {
            ground.connectTo(ground.serverPort());
        }
    }

    void second(long rows, int pairs) throws SQLException, IOException, InterruptedException {
        Data.Wish wish = new Data.Wish("second", Field.wide(), 1, rows, 10);
        Data changed = Data.make(ground.directory(), wish);
        Tables tables = prepared(wish, changed);
        new Tables(ground, Data.make(ground.directory(), new Data.Wish("filled", Field.wide(), 1, rows, 0))).fill();
        compare(
                wish.name(),
                rows,
                pairs,
                new Side(() -> tables.full(Tables.FLOOR), () -> ground.psql(tables.upserts())),
                new Side(() -> tables.full(Tables.OURS), () -> ground.target(Tables.OURS, changed.messages(), "")));
        tables.compare();
    }

    /** The target with checks against the target without. */
    void checks(long rows, int pairs) throws SQLException, IOException, InterruptedException {
        Data data = Data.make(ground.directory(), new Data.Wish("checks", Field.wide(), 1, rows, 0));
        Tables tables = new Tables(ground, data);
        Side.Preparation clean = () -> tables.drop(Tables.OURS);
        compare(
                "checks (the floor is the target without)",
                rows,
                pairs,
                new Side(clean, () -> ground.target(Tables.OURS, data.messages(), ", \"validate_records\": false")),
                new Side(clean, () -> ground.target(Tables.OURS, data.messages(), "")));
    }

    private void intoEmpty(Data.Wish wish, int pairs) throws SQLException, IOException, InterruptedException {
        Data data = Data.make(ground.directory(), wish);
        Tables tables = prepared(wish, data);
        String copies = tables.copies(Tables.FLOOR);
        String script = data.streams().size() == 1 ? copies : "BEGIN;\n" + copies + "COMMIT;\n";
        compare(
                wish.name(),
                wish.rows(),
                pairs,
                new Side(() -> tables.empty(Tables.FLOOR), () -> ground.psql(script)),
                new Side(() -> tables.drop(Tables.OURS), () -> ground.target(Tables.OURS, data.messages(), "")));
        tables.compare();
    }

    private void compare(String name, long rows, int pairs, Side floor, Side ours)
            throws SQLException, IOException, InterruptedException {
        contest.run(name, rows, pairs, () -> floor.run(ground), () -> ours.run(ground));
    }

    private Tables prepared(Data.Wish wish, Data data) throws SQLException, IOException, InterruptedException {
        Tables tables = new Tables(ground, data);
        tables.takeTemplate(
                Data.make(ground.directory(), new Data.Wish("template", wish.fields(), wish.streams(), 0, 0)));
        return tables;
    }
}
