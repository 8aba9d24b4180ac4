package ${package};

import static org.zhijian.api.Demonstration.idOf;

import java.util.List;
import java.util.Set;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Demonstration.Login;
import org.zhijian.api.directory.Organisation;

/** The synthetic cast of a demonstration. */
final class Cast {
    /** Signs in with this name; the key of the firm as well. */
    static final String FIRM = "${prefix.toLowerCase()}1";

    private Cast() {}

    static Demonstration demonstration() {
        return new Demonstration(
                List.of(new Organisation(
                        idOf(FIRM),
                        "示例备案单位",
                        "92320199PDY001071T",
                        "PDY00107-1",
                        Set.of(Filing.FILER),
                        "000000",
                        "示主",
                        "示主",
                        "13900000091")),
                List.of(),
                List.of(),
                List.of(),
                List.of(Login.organisation(FIRM, idOf(FIRM))));
    }
}
