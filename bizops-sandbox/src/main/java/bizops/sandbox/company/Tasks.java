package bizops.sandbox.company;

import bizops.sandbox.salesforce.data.Row;
import java.util.HashMap;
import java.util.Map;

/** Calls that sales writes down; a year later they are archived. */
final class Tasks {
    private static final int YEAR = 366;

    private Tasks() {}

    static void call(World world, Row lead) {
        if (!world.chance().yes(0.3)) {
            return;
        }
        Map<String, Object> task = new HashMap<>();
        task.put("WhoId", lead.id());
        task.put("Subject", "Call");
        task.put("ActivityDate", world.today());
        task.put("Status", "Completed");
        task.put("Priority", "Normal");
        task.put("OwnerId", String.valueOf(lead.text("OwnerId")));
        task.put("IsClosed", true);
        task.put("TaskSubtype", "Call");
        task.put("CompletedDateTime", world.org().now());
        if (world.chance().yes(0.5)) {
            task.put("Description", world.words().text());
        }
        Row row = world.org().insert("Task", task);
        world.later(YEAR, () -> {
            if (World.alive(row)) {
                world.org().update(row, "Task", Map.of("IsArchived", true));
            }
        });
    }
}
