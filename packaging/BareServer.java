import bizops.postgres.PostgresServer;

/** A PostgreSQL server until standard input ends; prints {@code PG_…} variables of an empty database, ready for a shell. */
final class BareServer {
    private BareServer() {}

    public static void main(String[] arguments) throws Exception {
        try (PostgresServer server = PostgresServer.start()) {
            server.createDatabase("analytics");
            System.out.println("export PG_ADDRESS=" + server.host() + " PG_PORT=" + server.port()
                    + " PG_DATABASE=analytics PG_USERNAME=" + server.user() + " PG_PASSWORD=" + server.password());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }
}
