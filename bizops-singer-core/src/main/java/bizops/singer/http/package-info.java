/** Calls to a vendor's API: one page fetched and fully read, with retries, tokens and rate limits. */
@NullMarked
package bizops.singer.http;

import org.jspecify.annotations.NullMarked;
