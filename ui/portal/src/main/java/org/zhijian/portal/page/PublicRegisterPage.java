package org.zhijian.portal.page;

import java.util.List;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** A register as everybody may see it: its open columns. */
public final class PublicRegisterPage extends RegionPage {
    public PublicRegisterPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        String id = visit.parameter("register");
        Register<?> register = platform().registers().register(visit.regionId(), id);
        if (!register.open()) {
            throw Refusal.notFound();
        }
        List<ColumnInfo> columns =
                register.columns().stream().filter(ColumnInfo::open).toList();
        add(
                heading(register.title()),
                Sentence.hint("公众查询，个人信息已隐去部分内容"),
                new Panel("", new RegisterTable(columns, query -> platform()
                        .registers()
                        .searchPublic(visit.regionId(), id, query))));
    }
}
