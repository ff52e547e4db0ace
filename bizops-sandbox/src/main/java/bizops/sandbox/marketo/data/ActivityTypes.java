package bizops.sandbox.marketo.data;

import bizops.sandbox.marketo.data.ActivityType.Attribute;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The instance's types of activities by number. Owned by the org's lock. */
public final class ActivityTypes {
    public static final int VISIT_WEBPAGE = 1;
    public static final int FILL_OUT_FORM = 2;
    public static final int SEND_EMAIL = 6;
    public static final int EMAIL_DELIVERED = 7;
    public static final int EMAIL_BOUNCED = 8;
    public static final int UNSUBSCRIBE = 9;
    public static final int OPEN_EMAIL = 10;
    public static final int CLICK_EMAIL = 11;
    public static final int NEW_LEAD = 12;
    public static final int CHANGE_DATA_VALUE = 13;
    public static final int SYNC_TO_SALESFORCE = 19;
    public static final int CONVERT_LEAD = 21;
    public static final int CHANGE_SCORE = 22;
    public static final int ADD_TO_LIST = 24;
    public static final int REMOVE_FROM_LIST = 25;
    public static final int DELETED_IN_SALESFORCE = 29;
    public static final int MERGE_LEADS = 32;
    public static final int DELETE_LEAD = 37;
    public static final int INTERESTING_MOMENT = 46;
    public static final int CHANGE_PARTITION = 100;
    public static final int CHANGE_STATUS = 104;
    public static final int ADD_TO_NURTURE = 113;

    private static final Pattern BAR = Pattern.compile(" \\| ");
    private static final Pattern SEMICOLON = Pattern.compile("; ");

    private final Map<Integer, ActivityType> types = new TreeMap<>();

    ActivityTypes() {
        Lines.of("activity.types").forEach(line -> add(read(line)));
    }

    private static ActivityType read(String line) {
        String[] parts = BAR.split(line, -1);
        int space = parts[0].indexOf(' ');
        List<Attribute> attributes = Arrays.stream(SEMICOLON.split(parts[2], -1))
                .map(ActivityTypes::attribute)
                .toList();
        return new ActivityType(
                Integer.parseInt(parts[0].substring(0, space)),
                parts[0].substring(space + 1),
                parts[3],
                parts[1].equals("-") ? null : attribute(parts[1]),
                attributes);
    }

    private static Attribute attribute(String text) {
        int space = text.lastIndexOf(' ');
        return new Attribute(text.substring(0, space), text.substring(space + 1));
    }

    public Collection<ActivityType> all() {
        return Collections.unmodifiableCollection(types.values());
    }

    public Optional<ActivityType> find(int id) {
        return Optional.ofNullable(types.get(id));
    }

    public void add(ActivityType type) {
        types.put(type.id(), type);
    }
}
