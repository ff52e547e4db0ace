package bizops.bench;

/** The least that Java can do: what the start of a program is compared with. */
final class Hello {
    private Hello() {}

    public static void main(String... arguments) {
        System.out.println("hello");
    }
}
