package bizops.cli.alert;

import bizops.cli.alert.Finding.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Steps that failed, and a run that failed by itself. Another exit code is another finding. */
record FailureCheck(RunResult run) implements Check {
    private static final String RUN = "run";

    @Override
    public Findings look() {
        List<Finding> found = new ArrayList<>();
        Set<String> judged = new HashSet<>(Set.of(Kind.FAILED.at(RUN)));
        for (StepResult step : run.steps()) {
            judged.add(Kind.FAILED.at(step.name()));
            step.line()
                    .ifPresent(line ->
                            found.add(Finding.error(Kind.FAILED, step.name(), Integer.toString(step.exit()), line)));
        }
        if (found.isEmpty() && run.exit() != 0) {
            found.add(Finding.error(
                    Kind.FAILED,
                    RUN,
                    Integer.toString(run.exit()),
                    "FAILED run (" + run.exit() + "): " + run.error().orElse("") + "; bizops logs " + run.runId()
                            + " shows more"));
        }
        return new Findings(found, judged);
    }
}
