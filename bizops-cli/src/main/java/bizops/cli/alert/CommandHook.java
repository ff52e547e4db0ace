package bizops.cli.alert;

import bizops.cli.process.Executable;
import bizops.cli.process.Readers;
import bizops.singer.error.ProgramException;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A program that reads the message from its standard input. What it prints goes to the log. */
record CommandHook(List<String> command, Path folder, Map<String, String> environment, Consumer<String> log)
        implements Hook {
    private static final int SECONDS = 30;

    @Override
    public void send(String json) throws IOException, InterruptedException {
        Executable program = Executable.find(command.get(0), Optional.empty(), environment.getOrDefault("PATH", ""));
        List<String> words = new ArrayList<>(command);
        words.set(0, program.path().toString());
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        Readers readers = new Readers();
        readers.read(process.inputReader(), lines -> {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.accept("alerts.command | " + line);
            }
        });
        try (Writer input = process.outputWriter()) {
            input.write(json);
        } catch (IOException unread) {
            log.accept("alerts.command did not read its input: " + unread.getMessage());
        }
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new ProgramException(1, program.name() + " did not end within " + SECONDS + " s");
        }
        readers.await();
        if (process.exitValue() != 0) {
            throw new ProgramException(process.exitValue(), program.name() + " ended with " + process.exitValue());
        }
    }
}
