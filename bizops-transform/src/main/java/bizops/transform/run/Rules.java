package bizops.transform.run;

import bizops.transform.config.BuildInput;
import bizops.transform.config.Fingerprint;
import bizops.transform.model.Folder;
import bizops.transform.staging.StagingPlan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a build follows: the seeds folder, the program's own models, and which raw columns there are. */
final class Rules {
    private static final List<String> FOLDERS = List.of(
            "1_staging",
            "2_core",
            "3_attribution",
            "4_marts",
            "5_functions",
            "audits",
            "functions",
            "history",
            "history_past");

    private Rules() {}

    /** The same for two builds only if the same raw tables give the same rows, but for the day. */
    static String hash(BuildInput input, StagingPlan plan) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("seeds", input.fingerprint());
        texts.put("raw", plan.shape());
        for (String folder : FOLDERS) {
            for (String ending : List.of(".sql", ".yml")) {
                Folder.read(folder, ending).forEach((path, text) -> texts.put(folder + "/" + path, text));
            }
        }
        return Fingerprint.of(texts);
    }
}
