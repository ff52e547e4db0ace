package bizops.cli.pipeline;

import bizops.cli.alert.StepResult;
import bizops.singer.error.ExitCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a run came to: its exit code, and a line for each step that failed. Owned by one thread. */
final class Verdict {
    private final String runId;
    private final Map<String, StepOutcome> taps = new LinkedHashMap<>();
    private final Map<String, StepOutcome> others = new LinkedHashMap<>();

    Verdict(String runId) {
        this.runId = runId;
    }

    void tap(String name, StepOutcome outcome) {
        taps.put(name, outcome);
    }

    void other(String name, StepOutcome outcome) {
        others.put(name, outcome);
    }

    /** Whether any tap failed, be it in part. */
    boolean anyTapFailed() {
        return taps.values().stream().anyMatch(outcome -> !outcome.isOk());
    }

    /** Whether taps ran, and none of them brought even a part. */
    boolean nothingCame() {
        return !taps.isEmpty() && taps.values().stream().noneMatch(one -> one.isOk() || one.code() == ExitCode.PARTIAL);
    }

    /** That of transform or report where one failed; 77 where some taps failed; the taps' own where all failed alike. */
    ExitCode code() {
        Optional<ExitCode> later = others.values().stream()
                .map(StepOutcome::code)
                .filter(code -> code != ExitCode.OK)
                .findFirst();
        if (later.isPresent()) {
            return later.get();
        }
        if (!anyTapFailed()) {
            return ExitCode.OK;
        }
        List<ExitCode> codes =
                taps.values().stream().map(StepOutcome::code).distinct().toList();
        if (!nothingCame()) {
            return ExitCode.PARTIAL;
        }
        return codes.size() == 1 ? codes.get(0) : ExitCode.FAILURE;
    }

    /** One line a step that failed: what, why, what to do. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        taps.forEach((name, outcome) -> line("tap " + name, name, outcome).ifPresent(lines::add));
        others.forEach((name, outcome) -> line(name, name, outcome).ifPresent(lines::add));
        return lines;
    }

    /** Every step that ran. */
    List<StepResult> steps() {
        List<StepResult> steps = new ArrayList<>();
        taps.forEach((name, outcome) -> steps.add(step("tap " + name, name, outcome)));
        others.forEach((name, outcome) -> steps.add(step(name, name, outcome)));
        return steps;
    }

    private StepResult step(String what, String name, StepOutcome outcome) {
        return new StepResult(name, outcome.code().number(), outcome.took(), line(what, name, outcome));
    }

    /** The whole in one line, such as {@code 1 of 3 steps failed: zuora}. */
    String summary() {
        Map<String, StepOutcome> all = new LinkedHashMap<>(taps);
        all.putAll(others);
        List<String> failed = all.entrySet().stream()
                .filter(one -> !one.getValue().isOk())
                .map(Map.Entry::getKey)
                .toList();
        return failed.size() + " of " + all.size() + " steps failed: " + String.join(", ", failed)
                + (code() == ExitCode.PARTIAL ? "; the others are done" : "") + "; bizops logs " + runId;
    }

    private Optional<String> line(String what, String step, StepOutcome outcome) {
        return outcome.isOk()
                ? Optional.empty()
                : Optional.of("FAILED " + what + " (" + outcome.code().number() + "): "
                        + outcome.error().orElse("") + "; " + remedy(step, outcome.code()));
    }

    private String remedy(String step, ExitCode code) {
        return switch (code) {
            case TRY_LATER -> "the next run goes on where it stopped";
            case PARTIAL -> "the next run reads the failed streams again from their bookmarks";
            case INTERRUPTED, TERMINATED -> "run again";
            default -> "bizops logs " + runId + " " + step + " shows more";
        };
    }
}
