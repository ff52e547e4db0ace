package bizops.transform.markov;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** One inversion against the definition: remove the channel, solve again, in whole numbers. */
final class ChannelEffectsTest {
    private static final BigDecimal DECIMALS = new BigDecimal("1e-32");
    private static final BigDecimal DOUBLES = new BigDecimal("1e-12");

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void equalTheDefinitionOfAFewChannels(@ForAll long seed) {
        holds(RandomChain.of(seed, 7));
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void equalTheDefinitionOfThirtyChannels(@ForAll long seed) {
        holds(RandomChain.of(seed, 30));
    }

    @Property(tries = 10, shrinking = ShrinkingMode.OFF)
    void areTheSameInDoublesAndInDecimals(@ForAll long seed) {
        Transitions transitions = RandomChain.of(seed, 120);
        ChannelEffects decimals = ChannelEffects.of(transitions, DecimalInverse.solve(transitions));
        ChannelEffects doubles = ChannelEffects.of(transitions, DoubleInverse.solve(transitions));

        for (int i = 0; i < transitions.size(); i++) {
            near(effect(doubles, i), effect(decimals, i), DOUBLES);
        }
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void doNotDependOnRepeats(@ForAll long seed) {
        Transitions transitions = RandomChain.of(seed, 10);
        Transitions collapsed = new Transitions(
                transitions.starts(),
                transitions.conversions(),
                transitions.losses(),
                transitions.steps().stream()
                        .filter(step -> step.from() != step.to())
                        .toList());

        assertThat(effects(collapsed)).isEqualTo(effects(transitions));
    }

    @Test
    void areAllWhereEveryPathGoesThroughTheChannel() {
        Transitions transitions = new Transitions(
                List.of(7L, 0L, 0L),
                List.of(0L, 3L, 1L),
                List.of(2L, 0L, 1L),
                List.of(new Transitions.Step(0, 1, 3), new Transitions.Step(0, 2, 2)));

        assertThat(effects(transitions)).extracting(BigDecimal::doubleValue).containsExactly(1.0, 0.75, 0.25);
    }

    @Test
    void areNotDefinedWhereNoPathConverts() {
        ChannelEffects effects = ChannelEffects.of(new Transitions(List.of(2L), List.of(0L), List.of(2L), List.of()));

        assertThat(effects.pathConversion()).isZero();
        assertThat(effects.channels().get(0).removalEffect()).isEmpty();
    }

    private static void holds(Transitions transitions) {
        ExactChain exact = new ExactChain(transitions);
        ChannelEffects decimals = ChannelEffects.of(transitions, DecimalInverse.solve(transitions));
        ChannelEffects doubles = ChannelEffects.of(transitions, DoubleInverse.solve(transitions));
        BigDecimal conversion = exact.conversion().decimal();
        near(decimals.pathConversion(), conversion, DECIMALS);
        near(doubles.pathConversion(), conversion, DOUBLES);
        for (int i = 0; i < transitions.size() && conversion.signum() > 0; i++) {
            near(effect(decimals, i), exact.removalEffect(i), DECIMALS);
            near(effect(doubles, i), exact.removalEffect(i), DOUBLES);
        }
        int one = new Random(transitions.hashCode()).nextInt(transitions.size());
        near(decimals.channels().get(one).conversion(), exact.conversionFrom(one), DECIMALS);
        near(decimals.channels().get(one).visits(), exact.visits(one), DECIMALS);
    }

    private static List<BigDecimal> effects(Transitions transitions) {
        ChannelEffects solved = ChannelEffects.of(transitions);
        return IntStream.range(0, transitions.size())
                .mapToObj(i -> effect(solved, i).stripTrailingZeros())
                .toList();
    }

    private static BigDecimal effect(ChannelEffects effects, int channel) {
        BigDecimal effect = effects.channels().get(channel).removalEffect().orElse(BigDecimal.ZERO);
        assertThat(effect).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        return effect;
    }

    private static void near(BigDecimal found, BigDecimal wanted, BigDecimal relative) {
        assertThat(found.subtract(wanted).abs())
                .as("%s for %s", found, wanted)
                .isLessThanOrEqualTo(wanted.abs().multiply(relative));
    }
}
