package bizops.postgres;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** Tar archives packed with xz: the form in which the server's programs come. */
final class Archive {
    private static final List<String> PROGRAMS = List.of("initdb", "pg_ctl", "postgres");

    private Archive() {}

    /** Unpacks into {@code directory} unless it is there already; another process may do the same at this moment. */
    static void unpack(byte[] archive, Path directory) throws IOException {
        if (Files.exists(directory)) {
            return;
        }
        Path parent = directory.toAbsolutePath().getParent();
        Path half = Files.createTempDirectory(parent, "unpacking-");
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, half);
            }
        }
        try {
            Files.move(half, directory);
        } catch (FileAlreadyExistsException e) {
            return; // the other process was first, and its copy is the same
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path file = into.resolve(entry.getName()).normalize();
        if (!file.startsWith(into)) {
            throw new IOException("archive entry leaves its directory: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
        } else if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.copy(tar, file);
            boolean program = file.startsWith(into.resolve("bin"));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    /** An archive of scripts named like the programs, each of which runs the real one behind {@code prefix}. */
    static byte[] ofScripts(Path unpacked, List<String> prefix) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(LZMA2Options.PRESET_MIN)))) {
            for (String program : PROGRAMS) {
                Path real = unpacked.resolve("bin").resolve(program);
                String script = "#!/bin/sh\ncd / && exec " + String.join(" ", prefix) + " '" + real + "' \"$@\"\n";
                byte[] content = script.getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry("bin/" + program);
                entry.setSize(content.length);
                entry.setModTime(0L); // equal scripts make equal archives, which are unpacked once
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }
}
