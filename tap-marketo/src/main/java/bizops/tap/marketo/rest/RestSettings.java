package bizops.tap.marketo.rest;

import java.net.URI;
import java.time.Duration;

/**
 * How the API is called. Immutable.
 *
 * @param endpoint scheme, host and port, without path
 * @param userAgent what the tap calls itself; empty for the kit's own name
 * @param maxDailyCalls calls of everybody at which the run stops
 * @param rateWindow how long a call is put off when the rate is exceeded
 */
public record RestSettings(URI endpoint, String userAgent, int maxDailyCalls, DailyQuota quota, Duration rateWindow) {}
