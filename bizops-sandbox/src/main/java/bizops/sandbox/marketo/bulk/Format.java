package bizops.sandbox.marketo.bulk;

/** The formats of a file with what separates its columns. */
enum Format {
    CSV(','),
    TSV('\t'),
    SSV(';');

    final char delimiter;

    Format(char delimiter) {
        this.delimiter = delimiter;
    }
}
