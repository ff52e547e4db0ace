package bizops.tap.marketo.window;

import bizops.tap.marketo.bulk.ExportFile;

/** Takes the verified files of a series, in order. */
@FunctionalInterface
public interface FileSink {
    void read(ExportFile file) throws Exception;
}
