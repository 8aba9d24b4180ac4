package org.zhijian.itests.jiangsu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhijian.itests.server.Server;

/** The filings of the manual's parts five and six, complete and ready to be submitted. */
final class Filings {
    private static final String PROVINCE = Transfer.PROVINCE;

    private Filings() {}

    /** 人员备案 with its five uploads. */
    static Matter staff(Server server, Member member, String name, String idNo, String division) {
        Map<String, Object> form = new HashMap<>();
        form.put("name", name);
        form.put("idNo", idNo);
        form.put("mobile", "13900000090");
        form.put("education", "BACHELOR");
        form.put("title", "工程师");
        form.put("division", division);
        form.put("post", "TESTER");
        form.put("contractFrom", "2026-11-20");
        form.put("insuranceSealed", true);
        return Matter.draft(server, member.login(), "staff-filing", form)
                .attach("idCard", "正面.jpg", "反面.jpg")
                .attach("education", "学历.jpg")
                .attach("titleCertificate", "职称.jpg")
                .pages(2)
                .attach("insurance", "社保清单.jpg");
    }

    /** 机构信息备案 with the original and this many copies of the qualification. */
    static Matter organisation(
            Server server, Member member, String uscc, String mode, List<String> divisions, int copies) {
        Map<String, Object> form = new HashMap<>();
        form.put("mode", mode);
        form.put("orgName", member.title());
        form.put("uscc", uscc);
        form.put("legalRep", "示法人");
        form.put("technicalHead", "示技术");
        form.put("qualityHead", "示质量");
        form.put("cityCode", member.city().substring("js-city-".length()));
        form.put("address", "示例路1号");
        form.put("phone", "0510-00000000");
        form.put("divisions", divisions);
        form.put("qualificationCertNo", "JSJC-" + member.name());
        form.put("issuedOn", "2026-11-01");
        form.put("validTo", "2031-10-31");
        Matter matter = Matter.draft(server, member.login(), "organisation-filing", form)
                .attach("qualificationOriginal", "正本.jpg");
        for (int n = 1; n <= copies; n++) {
            matter.attach("qualificationCopy", "副本" + n + ".jpg");
        }
        return matter;
    }

    /** 省质监总站 notes a fax. */
    static void fax(Server server, Member member, List<String> divisions) {
        Map<String, Object> form = Map.of(
                "orgId",
                server.as(PROVINCE).option("fax-receipt", "orgId", member.title()),
                "receivedOn",
                "2026-11-20",
                "divisions",
                divisions);
        Matter.draft(server, PROVINCE, "fax-receipt", form)
                .submit()
                .decided(PROVINCE, "CONFIRM_RECEIVED", "", Map.of());
    }

    /** The qualification of an organisation on file becomes another one. */
    static void requalify(Server server, Member member, String uscc, List<String> divisions) {
        fax(server, member, divisions);
        organisation(server, member, uscc, "EXTENSION", divisions, 1)
                .submit()
                .decided(PROVINCE, "APPROVE", "", Map.of());
    }

    /** An addition of one capability. */
    static Matter capability(Server server, Member member, String item, String parameter) {
        Map<String, Object> row =
                Map.of("division", "MATERIAL", "category", "钢筋混凝土用钢材", "item", item, "parameter", parameter);
        return Matter.draft(server, member.login(), "capability-addition", Map.of("items", List.of(row)))
                .attach("qualificationCopy", "副本.jpg");
    }
}
