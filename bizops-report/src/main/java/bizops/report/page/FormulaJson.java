package bizops.report.page;

import bizops.report.formula.Formula;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Formulas as the script reads them: arrays that begin with what they are. */
final class FormulaJson {
    private FormulaJson() {}

    static void write(Formula formula, JsonGenerator json) throws IOException {
        json.writeStartArray();
        if (formula instanceof Formula.Sum sum) {
            texts(json, "sum", sum.cube(), sum.column());
        } else if (formula instanceof Formula.Median median) {
            texts(json, "median", median.cube(), median.values(), median.count());
        } else if (formula instanceof Formula.Constant constant) {
            texts(json, "constant", constant.name());
        } else if (formula instanceof Formula.Literal literal) {
            texts(json, "number", literal.value().toPlainString());
        } else if (formula instanceof Formula.Share share) {
            texts(json, "share");
            write(share.inner(), json);
        } else if (formula instanceof Formula.Running running) {
            texts(json, "running");
            write(running.inner(), json);
        } else if (formula instanceof Formula.Operation operation) {
            texts(json, operation.operator().sign());
            write(operation.left(), json);
            write(operation.right(), json);
            json.writeString(operation.gap());
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String... texts) throws IOException {
        for (String text : texts) {
            json.writeString(text);
        }
    }
}
