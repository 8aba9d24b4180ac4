package org.zhijian.jurisdiction.sample;

import static org.zhijian.api.directory.Office.office;

import java.util.List;
import org.zhijian.api.directory.Office;
import org.zhijian.api.directory.Office.Level;

/** The offices of the city; their ids begin with the prefix of its case numbers. */
final class Offices {
    static final String EAST = "sa-window-east";
    static final String WEST = "sa-window-west";
    static final String HYGIENE = "sa-hygiene";
    static final String BUREAU = "sa-bureau";

    private Offices() {}

    static List<Office> all() {
        return List.of(
                office(BUREAU, "示例市市场管理局", Level.CITY, "000000").overseeing(),
                office(EAST, "示例市东区窗口", Level.COUNTY, "000000"),
                office(WEST, "示例市西区窗口", Level.COUNTY, "000000"),
                office(HYGIENE, "示例市卫生科", Level.SECTION, "000000"));
    }
}
