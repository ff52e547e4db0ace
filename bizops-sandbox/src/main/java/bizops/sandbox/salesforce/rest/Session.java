package bizops.sandbox.salesforce.rest;

/** One login, known by its bearer token. */
record Session(String token) {}
