package bizops.report.source;

import org.jspecify.annotations.Nullable;

/**
 * Why a figure is missing. Immutable.
 *
 * @param unknown said where the sum or constant is null
 * @param zero said where something is divided by it and it is zero
 */
public record Reasons(@Nullable String unknown, @Nullable String zero) {}
