package bizops.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether there is room for logs, the page and temporary files, and whether they can be written. */
record DiskCheck(List<Path> folders) implements Check {
    private static final long TOO_LITTLE = 100L << 20;
    private static final long LITTLE = 1L << 30;

    @Override
    public List<Finding> findings() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (Path folder : folders) {
            Path there = folder.toAbsolutePath().normalize();
            while (!Files.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            findings.add(
                    Files.isWritable(there)
                            ? judged(folder, Files.getFileStore(there).getUsableSpace())
                            : Finding.fail(
                                    "disk", folder + " cannot be written to", "let this user write to " + there));
        }
        return findings;
    }

    static Finding judged(Path folder, long free) {
        String text = String.format(Locale.ROOT, "%,d MB free for %s", free >> 20, folder);
        if (free < TOO_LITTLE) {
            return Finding.fail("disk", text, "make room; bizops prune --keep DAYS deletes old logs");
        }
        return free < LITTLE
                ? Finding.warn("disk", text, "make room before it is full; bizops prune --keep DAYS deletes old logs")
                : Finding.ok("disk", text);
    }
}
