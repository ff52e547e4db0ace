package bizops.report.formula;

/** Every name is a sum of one cube. */
final class SumsOnly implements Names {
    static final String CUBE = "cube";

    @Override
    public Formula named(String name) {
        return new Formula.Sum(CUBE, name);
    }

    @Override
    public Formula median(String values, String count) {
        return new Formula.Median(CUBE, values, count);
    }

    @Override
    public String spoken(String name) {
        return name;
    }
}
