package bizops.sandbox.fault;

/** Faults that spoil the delivery of an answer, whichever vendor's. */
public enum TransportFault implements FaultName {
    CONNECTION_RESET,
    TRUNCATED_BODY,
    STALL
}
