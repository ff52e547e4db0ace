package bizops.transform.run;

import bizops.singer.error.Suggestion;
import bizops.transform.config.Project;
import bizops.transform.model.ModelLibrary;
import bizops.transform.staging.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a reader of the metrics must know of the files that a user has added. */
final class OwnNotes {
    private static final Logger LOG = LoggerFactory.getLogger(OwnNotes.class);

    private OwnNotes() {}

    static List<Note> of(Project project) {
        List<Note> notes = new ArrayList<>();
        for (String file : project.strayFiles()) {
            LOG.warn(
                    "{} is not read{}; tables of your own lie in seeds/",
                    file,
                    Suggestion.hint(file, Project.knownFiles()));
            notes.add(note("seed_unknown", file, "no seed has this name; it is not read"));
        }
        if (!project.models().isEmpty()) {
            Set<String> builtIn = ModelLibrary.load(Provided.relations()).models().stream()
                    .map(model -> model.relation().toString())
                    .collect(Collectors.toSet());
            project.models().stream()
                    .filter(file -> builtIn.contains(file.folder() + "." + file.name()))
                    .forEach(file -> notes.add(note(
                            "model_overridden",
                            file.folder() + "." + file.name(),
                            file.path() + " stands in for the program's model")));
        }
        return notes;
    }

    private static Note note(String code, String object, String detail) {
        return new Note(code, object, detail, Optional.empty(), List.of());
    }
}
