package bizops.transform.cli;

import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.transform.docs.ModelDocs;
import bizops.transform.model.ModelLibrary;
import bizops.transform.run.Provided;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import java.nio.file.Path;

/** {@code bizops-transform docs}. */
@Parameters(
        commandDescription = "Writes lineage, columns, tests and SQL of all models as static pages; needs no database")
public final class DocsCommand implements Command {
    @Parameter(names = "--out", description = "Folder to write; index.html is the first page", required = true)
    private String out = "";

    @Override
    public void run(Terminal terminal) throws Exception {
        int pages = new ModelDocs(ModelLibrary.load(Provided.relations()), Provided.relations()).write(Path.of(out));
        terminal.print(pages + " pages, the first is " + Path.of(out, "index.html"));
    }
}
