package bizops.transform.cli;

import bizops.singer.catalog.Catalog;
import bizops.singer.catalog.CatalogJson;
import bizops.singer.cli.Terminal;
import bizops.singer.config.Problems;
import bizops.singer.error.ConfigException;
import bizops.singer.error.UsageException;
import bizops.transform.config.Mapping;
import bizops.transform.config.MappingFile;
import bizops.transform.config.Settings;
import bizops.transform.config.SettingsFile;
import bizops.transform.config.WarehouseConfig;
import bizops.transform.connect.Database;
import bizops.transform.connect.SqlFailure;
import bizops.transform.mapping.MappingCheck;
import bizops.transform.mapping.MappingDraft;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;

/** {@code bizops-transform mapping init} and {@code check}. */
@Parameters(
        commandDescription =
                "init: writes a mapping.yml with the columns of raw that may hold each meaning; check: holds mapping.yml"
                        + " to raw")
public final class MappingCommand extends WarehouseCommand {
    @Parameter(description = "init|check")
    private List<String> actions = new ArrayList<>();

    @Parameter(
            names = "--seeds",
            placeholder = "FOLDER",
            description = "Folder of the build, where mapping.yml lies",
            required = true)
    private String seeds = "";

    @Parameter(
            names = "--catalog",
            placeholder = "FILE",
            description = "A tap's catalog, which may know fields that are not loaded; may be repeated")
    private List<String> catalogs = new ArrayList<>();

    @Override
    public void run(Terminal terminal) throws Exception {
        if (!List.of(List.of("init"), List.of("check")).contains(actions)) {
            throw new UsageException(
                    "mapping takes init or check, got " + (actions.isEmpty() ? "neither" : String.join(" ", actions)));
        }
        WarehouseConfig warehouse = warehouse(terminal);
        List<Catalog> read =
                catalogs.stream().map(Path::of).map(CatalogJson::read).toList();
        try (Connection connection = new Database(warehouse).open()) {
            DSLContext statements = Database.statements(connection);
            if (actions.contains("init")) {
                init(terminal, new MappingDraft(statements, warehouse, read));
            } else {
                check(terminal, statements, warehouse, read);
            }
        } catch (DataAccessException failure) {
            throw SqlFailure.of("mapping", failure);
        }
    }

    private void init(Terminal terminal, MappingDraft draft) throws IOException {
        Path file = Path.of(seeds).resolve("mapping.yml");
        if (Files.exists(file)) {
            throw new ConfigException(file + " exists and is kept; move it away to write a new one");
        }
        Files.createDirectories(Path.of(seeds));
        try {
            Files.writeString(file, draft.text(), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException meanwhile) {
            throw new ConfigException(file + " exists and is kept; move it away to write a new one");
        }
        terminal.print("written: " + file);
    }

    private void check(Terminal terminal, DSLContext statements, WarehouseConfig warehouse, List<Catalog> read)
            throws IOException {
        Problems problems = new Problems();
        Settings settings = new SettingsFile(Path.of(seeds).resolve("settings.json"), Clock.systemUTC()).read(problems);
        Mapping mapping = new MappingFile(Path.of(seeds).resolve("mapping.yml")).read(problems);
        List<String> lines =
                new MappingCheck(statements, warehouse, read, settings.rejectLimit()).run(mapping, problems);
        for (String line : lines) {
            terminal.print(line);
        }
        problems.throwIfAny();
    }
}
