package bizops.bench;

import java.io.IOException;
import java.sql.SQLException;

/**
 * One of the two that are compared.
 *
 * @param prepare brings the tables to where the run begins; not measured
 * @param process makes what is run
 */
record Side(Preparation prepare, Start process) {
    interface Preparation {
        void run() throws SQLException, IOException, InterruptedException;
    }

    interface Start {
        ProcessBuilder builder() throws IOException;
    }

    Measured run(Ground ground) throws SQLException, IOException, InterruptedException {
        prepare.run();
        ground.sql("CHECKPOINT");
        try {
            return Measured.run(process.builder());
        } catch (IOException failed) {
            throw new IOException(failed.getMessage() + "\n" + ground.said(), failed);
        }
    }
}
