package bizops.tap.salesforce.bulk;

/**
 * One page of a job, downloaded and verified; whoever has it closes it.
 *
 * @param rows its rows, the header not counted
 * @param hasHeader whether the first line of the file names the columns
 * @param next the locator of the page behind it; {@code null} in the vendor's words, here the empty text, on the last one
 */
record ResultPage(PageFile file, long rows, boolean hasHeader, String next) implements AutoCloseable {
    @Override
    public void close() {
        file.close();
    }
}
