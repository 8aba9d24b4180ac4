package org.zhijian.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Invented applications of twenty fields, about a kilobyte as JSON. */
final class Forms {
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";
    private static final String GIVEN = "安邦长春德方光国海和华家建江金景静君开康兰立林明宁平清仁瑞山石松天文希祥新星学雅阳一永玉远云泽志中子";
    private static final String[] DISTRICTS = {"梁溪区", "滨湖区", "新吴区", "惠山区", "锡山区", "江阴市", "宜兴市"};

    private Forms() {}

    static String name(RandomGenerator random) {
        return pick(SURNAMES, random) + pick(GIVEN, random) + pick(GIVEN, random);
    }

    private static String pick(String from, RandomGenerator random) {
        int at = random.nextInt(from.length());
        return from.substring(at, at + 1);
    }

    private static String firm(String kind, RandomGenerator random) {
        return "无锡示例" + pick(GIVEN, random) + pick(GIVEN, random) + kind + "有限公司";
    }

    static Map<String, Object> form(RandomGenerator random) {
        String district = DISTRICTS[random.nextInt(DISTRICTS.length)];
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("applicantName", name(random));
        form.put("mobile", "139" + random.nextInt(10_000_000, 99_999_999));
        form.put("firm", firm("检测", random));
        form.put("district", district);
        form.put("address", "无锡市" + district + "示例路" + random.nextInt(1, 2000) + "号");
        form.put("project", pick(GIVEN, random) + pick(GIVEN, random) + "新城" + random.nextInt(1, 999) + "号地块住宅工程");
        form.put("contract", "示例合同" + random.nextInt(100_000, 999_999));
        form.put("contractor", firm("建设", random));
        form.put("supervisor", firm("监理", random));
        form.put("designer", firm("设计", random));
        form.put("manager", name(random));
        form.put("engineer", name(random));
        form.put("structure", "框架剪力墙");
        form.put("area", Integer.toString(random.nextInt(1_000, 200_000)));
        form.put("floors", random.nextInt(1, 40));
        form.put("cost", Integer.toString(random.nextInt(100, 90_000)));
        form.put("begins", "2026-0" + random.nextInt(1, 10) + "-15");
        form.put("ends", "2028-0" + random.nextInt(1, 10) + "-15");
        form.put("urgent", random.nextBoolean());
        form.put("remark", "申请人承诺所交材料真实、完整、有效，并承担由此产生的法律责任。");
        return form;
    }
}
