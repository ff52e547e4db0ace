package bizops.transform.cli;

import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.transform.config.BuildInput;
import bizops.transform.config.Project;
import bizops.transform.docs.ModelDocs;
import bizops.transform.model.ModelLibrary;
import bizops.transform.model.Relation;
import bizops.transform.run.Provided;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;

/** {@code bizops-transform docs}. */
@Parameters(
        commandDescription = "Writes lineage, columns, tests and SQL of all models as static pages; needs no database")
public final class DocsCommand implements Command {
    @Parameter(
            names = "--out",
            placeholder = "FOLDER",
            description = "Folder to write; index.html is the first page",
            required = true)
    private String out = "";

    @Parameter(
            names = "--seeds",
            placeholder = "FOLDER",
            description = "Folder of the build, whose own models are shown too")
    private String seeds = "";

    @Override
    public void run(Terminal terminal) throws Exception {
        Project project = seeds.isEmpty()
                ? Project.NONE
                : BuildInput.read(Path.of(seeds), Clock.systemUTC()).project();
        Set<Relation> provided = Provided.relations(project);
        int pages = new ModelDocs(ModelLibrary.load(provided, project), provided).write(Path.of(out));
        terminal.print(pages + " pages, the first is " + Path.of(out, "index.html"));
    }
}
