package bizops.singer.config;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value as somebody gave it.
 *
 * @param origin where from, as errors name it: a file name, or a variable
 */
record Given(JsonNode value, String origin) {}
