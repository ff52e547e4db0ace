package bizops.transform.build;

import bizops.transform.model.Model;
import java.sql.Connection;

/** Makes the relation of a model in the schemas aside. */
public interface Maker {

    /** Makes it; all that it reads is there. */
    Built build(Connection connection, Model model);
}
