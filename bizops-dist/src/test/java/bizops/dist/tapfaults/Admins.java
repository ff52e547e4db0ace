package bizops.dist.tapfaults;

/** What the administrators of a vendor do to the fields of its objects, between two loads. Owned by one thread. */
interface Admins {
    /** One change; answers whether there is more to read now, or in another form, for those who describe all anew. */
    boolean change();

    /** How many changes there were. */
    int changes();
}
