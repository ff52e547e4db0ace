package bizops.cli.pipeline;

import bizops.singer.error.ExitCode;
import java.io.IOException;

/** A part of a pipeline that runs programs. {@link #stop} is called from other threads. */
interface Step {
    /** As {@code bizops.yml} calls it. */
    String name();

    /** Runs it once; what fails is an outcome. */
    StepOutcome run() throws IOException, InterruptedException;

    /** Passes a signal on to its programs. */
    void stop(ExitCode signal);

    /** Records so far, for the progress shown. */
    long rowsSoFar();
}
