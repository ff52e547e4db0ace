package bizops.singer.testkit.tap;

import java.util.List;

/** Every rule for taps, in the order in which they are judged. */
final class TapRules {
    private static final List<TapRule> ALL = List.of(
            new DiscoverDocument(),
            new DiscoverBreadcrumbs(),
            new DiscoverKeysExist(),
            new DiscoverKeysAutomatic(),
            new DiscoverInclusion(),
            new DiscoverNoSelected(),
            new DiscoverRepeatable(),
            new ExitOk(),
            new StdoutMessages(),
            new LineUtf8(),
            new LineOneObject(),
            new LineNumbers(),
            new LineUniqueNames(),
            new MessageFields(),
            new NoRepeats(),
            new SchemaFirst(),
            new SchemaUsable(),
            new SchemaKeys(),
            new RecordObject(),
            new RecordKeys(),
            new RecordValid(),
            new RecordKnownFields(),
            new RecordDateTimes(),
            new TimeExtracted(),
            new VersionAfterSchema(),
            new VersionRises(),
            new VersionCarried(),
            new StateLast(),
            new StateMonotone(),
            new StateResumes(),
            new StateKept(),
            new StateReemitted(),
            new StateWrapped(),
            new SelectionRecord(),
            new SelectionSchema(),
            new SelectionRequired(),
            new SelectionAutomatic(),
            new SelectionStream(),
            new ExitBadConfig(),
            new ExitMissingCatalog(),
            new FailureStdout(),
            new FailureCritical(),
            new ClosedPipe(),
            new Terminated(),
            new NoSecrets());

    private TapRules() {}

    static List<TapRule> list() {
        return ALL;
    }
}
