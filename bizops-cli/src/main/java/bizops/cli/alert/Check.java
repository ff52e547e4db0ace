package bizops.cli.alert;

/** Looks for one kind of trouble after a run. */
interface Check {
    /** What it found; an error where it was not allowed to look. */
    Findings look();
}
