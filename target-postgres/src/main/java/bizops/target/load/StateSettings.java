package bizops.target.load;

/**
 * Where STATE is kept in the database. Immutable.
 *
 * @param id its name
 * @param resumes whether the tap is known to go on from exactly the STATE that is saved
 */
public record StateSettings(String id, boolean resumes) {}
