package bizops.target;

import bizops.target.batch.Exchange;

/** Where a run's messages come from. Read by a thread of its own. */
@FunctionalInterface
interface Source {
    /**
     * Hands all messages to the intake, one at a time, within {@link Exchange#fill}.
     *
     * @return false if it stopped because the run is to end
     */
    boolean read(Exchange exchange, Intake intake) throws Exception;
}
