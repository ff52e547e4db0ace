package bizops.cli;

import bizops.cli.pair.StateText;
import bizops.cli.store.Store;
import bizops.singer.cli.Command;
import bizops.singer.cli.Terminal;
import bizops.singer.error.UsageException;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** {@code bizops state}: looks at the states in the database and changes them by hand. */
@Parameters(
        commandDescription = "Shows and changes the states that target-postgres keeps in the database under state_id:"
                + " show [ID], export ID, set ID STATE, import ID (from standard input), history ID")
final class StateCommand implements Command {
    @Parameter(description = "show|export|set|import|history ID [STATE]")
    private List<String> words = new ArrayList<>();

    @ParametersDelegate
    private final StoreOptions database = new StoreOptions();

    @Override
    public void run(Terminal terminal) throws IOException {
        String action = words.isEmpty() ? "" : words.get(0);
        boolean takesValue = action.equals("set");
        int most = takesValue ? 3 : 2;
        boolean complete = words.size() == most || (action.equals("show") && words.size() == 1);
        if (!List.of("show", "export", "set", "import", "history").contains(action) || !complete) {
            throw new UsageException("bizops state takes show [ID], export ID, set ID STATE, import ID or history ID");
        }
        if (words.size() > 1 && words.get(1).isBlank()) {
            throw new UsageException("bizops state " + action
                    + ": the name of the state is empty; is the variable set that it stands in?");
        }
        String id = words.size() > 1 ? words.get(1) : "";
        try (Store store = Store.open(database.address(terminal), "bizops state")) {
            StateActions actions = new StateActions(store, terminal);
            switch (action) {
                case "show" -> actions.show(id);
                case "export" -> actions.export(id);
                case "history" -> actions.history(id);
                case "set" -> actions.set(id, StateText.of(words.get(2)));
                default -> actions.set(id, StateText.of(input(terminal)));
            }
        }
    }

    private static String input(Terminal terminal) throws IOException {
        return new String(terminal.stdin().readAllBytes(), StandardCharsets.UTF_8);
    }
}
