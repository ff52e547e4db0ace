package bizops.dist.tapfaults;

import java.util.List;

/** All of them. */
final class Vendors {
    static final List<Vendor> ALL = List.of(new SalesforceVendor(), new ZuoraVendor(), new MarketoVendor());
    static final List<Persons> PERSONS = List.of(new SalesforcePersons(), new ZuoraPersons(), new MarketoPersons());

    private Vendors() {}
}
