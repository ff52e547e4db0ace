package bizops.target;

import bizops.singer.error.InputException;
import bizops.singer.read.LineReader;
import bizops.target.batch.Exchange;
import bizops.target.files.BatchFile;
import java.io.IOException;
import java.io.InputStream;

/** Singer messages, one a line, and the files that BATCH messages among them name. */
final class MessageSource implements Source {
    private final InputStream messages;
    private final int maxMessageBytes;

    MessageSource(InputStream messages, int maxMessageBytes) {
        this.messages = messages;
        this.maxMessageBytes = maxMessageBytes;
    }

    @Override
    public boolean read(Exchange exchange, Intake intake) throws IOException {
        LineReader lines = new LineReader(messages, maxMessageBytes);
        while (lines.next()) {
            if (!readLine(lines, exchange, intake) || !readFiles(exchange, intake)) {
                return false;
            }
            if (intake.stateCame()) {
                exchange.boundary();
            }
        }
        return true;
    }

    private static boolean readLine(LineReader lines, Exchange exchange, Intake intake) throws IOException {
        try {
            return exchange.<IOException>fill(batch -> intake.read(lines, batch));
        } catch (InputException refused) {
            throw lines.terminated() ? refused : cut(lines, refused);
        }
    }

    /** Reads what the last line named; false if the run is to end. */
    private boolean readFiles(Exchange exchange, Intake intake) {
        for (BatchFile file : intake.takeFiles()) {
            try (InputStream in = file.open()) {
                LineReader records = new LineReader(in, maxMessageBytes);
                while (records.next()) {
                    if (!exchange.<IOException>fill(batch -> intake.readRecord(file, records, batch))) {
                        return false;
                    }
                }
            } catch (InputException refused) {
                throw file.in(refused);
            } catch (IOException unreadable) {
                throw file.unreadable(unreadable);
            }
        }
        return true;
    }

    private static InputException cut(LineReader lines, InputException refused) {
        return new InputException(
                "the input ends in the middle of line " + lines.number()
                        + ": the program that writes it died; everything before is loaded (" + refused.getMessage()
                        + ")",
                refused);
    }
}
