package bizops.dist.manual;

import bizops.dist.manual.Programs.Described;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes manual pages and completion of all programs: {@code FOLDER VERSION INSTANT}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws IOException {
        Path share = Path.of(arguments[0]);
        List<Described> programs = Programs.all();
        String date = arguments[2].substring(0, "2026-11-24".length());
        List<String> names = programs.stream().map(Described::name).toList();
        for (Described program : programs) {
            String name = program.name();
            List<String> others =
                    names.stream().filter(other -> !other.equals(name)).toList();
            write(share, "man/man1/" + name + ".1", new ManPage(program, others).text(arguments[1], date));
            write(share, "bash-completion/completions/" + name, new BashCompletion(program.usage()).text());
            write(share, "zsh/site-functions/_" + name, new ZshCompletion(program.usage()).text());
        }
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }
}
