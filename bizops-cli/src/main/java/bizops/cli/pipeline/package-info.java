/** Pipelines of {@code bizops.yml}: taps into a target, transform, report, under one lock. */
@NullMarked
package bizops.cli.pipeline;

import org.jspecify.annotations.NullMarked;
