package bizops.cli.alert;

import bizops.singer.error.BizopsException;
import java.io.IOException;

/** Who is told. */
interface Hook {
    /**
     * Tells one finding.
     *
     * @param json the message
     * @throws BizopsException if it was not taken
     */
    void send(String json) throws IOException, InterruptedException;
}
