package bizops.cli.alert;

import bizops.cli.alert.Finding.Kind;
import bizops.cli.store.Rejections;
import bizops.cli.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tests that fail, and values that cannot be read, in the build of this run.
 *
 * @param schema where bizops-transform keeps its log
 */
record BuildCheck(Store store, String schema, String runId) implements Check {
    /** Where values are found that no model can read. */
    private static final String BUILD = "build";

    @Override
    public Findings look() {
        Optional<Long> build = Rejections.build(store, schema, runId);
        if (build.isEmpty()) {
            return Findings.none();
        }
        List<Finding> found = new ArrayList<>();
        for (Rejections.FailingTest test : Rejections.tests(store, schema, build.get())) {
            found.add(new Finding(
                    Kind.TEST,
                    test.isError(),
                    test.model(),
                    test.test(),
                    "TEST " + test.test() + " of " + test.model() + " fails, rows: " + test.rows() + "; see query and"
                            + " samples in " + schema + ".build_test, build " + build.get()));
        }
        Rejections.values(store, schema, build.get())
                .forEach((column, rows) -> found.add(Finding.warning(
                        Kind.REJECTED,
                        BUILD,
                        column,
                        "REJECTED values of " + column + " that cannot be read: " + rows + "; see " + schema
                                + ".audit_reject, build " + build.get())));
        return new Findings(found, Set.of(Kind.TEST.text() + "/", Kind.REJECTED.at(BUILD)));
    }
}
