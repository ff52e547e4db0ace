package bizops.cli.project;

import java.time.Duration;

/**
 * How a pipeline runs. Immutable.
 *
 * @param parallel how many taps at the same time, at least 1
 * @param lockWait how long a second run waits for the first; zero refuses at once
 * @param stopOnTapError whether a failing tap keeps transform and report from running
 * @param retries how often a step is run again
 * @param retryDelay before the first of them; doubles each time
 */
public record Policy(int parallel, Duration lockWait, boolean stopOnTapError, int retries, Duration retryDelay) {}
