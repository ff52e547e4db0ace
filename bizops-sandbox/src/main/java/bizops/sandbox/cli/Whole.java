package bizops.sandbox.cli;

import com.beust.jcommander.converters.IParameterSplitter;
import java.util.List;

/** Leaves a value with commas in one piece. */
final class Whole implements IParameterSplitter {
    @Override
    public List<String> split(String value) {
        return List.of(value);
    }
}
