package bizops.sandbox.http;

/** One vendor's API: a function from call to reply. Thread-safe. */
@FunctionalInterface
public interface VendorApi {
    Reply answer(Call call);
}
