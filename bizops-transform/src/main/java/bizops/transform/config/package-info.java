/** What a build is told: connection, settings.json, mapping.yml and the seeds; everything wrong is reported at once. */
@NullMarked
package bizops.transform.config;

import org.jspecify.annotations.NullMarked;
