package bizops.tap.marketo.convert;

/**
 * Where older taps have other types. Immutable.
 *
 * @param percentAsInteger percentages are integers, their decimals cut off
 * @param dateAsDateTime days are date-times at midnight in UTC
 */
public record TypeChoices(boolean percentAsInteger, boolean dateAsDateTime) {
    public static final TypeChoices OURS = new TypeChoices(false, false);
}
