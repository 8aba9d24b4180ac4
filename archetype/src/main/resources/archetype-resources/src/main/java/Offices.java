package ${package};

import static org.zhijian.api.directory.Office.office;

import java.util.List;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Office.Level;

/** The offices; their ids begin with the prefix of the case numbers. */
final class Offices {
    static final String WINDOW = "${prefix.toLowerCase()}-window";
    static final String BUREAU = "${prefix.toLowerCase()}-bureau";

    private Offices() {}

    static List<Office> all() {
        return List.of(
                office(BUREAU, "主管局", Level.CITY, "000000").overseeing(),
                office(WINDOW, "受理窗口", Level.COUNTY, "000000"));
    }
}
