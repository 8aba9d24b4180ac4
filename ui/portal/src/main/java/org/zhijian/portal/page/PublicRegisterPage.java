package org.zhijian.portal.page;

import java.util.List;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.exports.Export;
import org.zhijian.core.exports.Format;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser.Query;
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
    protected boolean needsModule() {
        return false;
    }

    @Override
    protected void show(Visit visit) {
        String id = visit.parameter("register");
        Register<?> register = platform().registers().register(visit.regionId(), id);
        if (!register.open()) {
            throw Refusal.notFound();
        }
        List<ColumnInfo> columns = platform().registers().columns(visit.regionId(), id).stream()
                .filter(ColumnInfo::open)
                .toList();
        add(
                heading(register.title()),
                Sentence.hint("公众查询，个人信息已隐去部分内容"),
                new Panel("", new RegisterTable(platform().signIn(), columns, source(visit, id))));
    }

    private RegisterTable.Source source(Visit visit, String register) {
        return new RegisterTable.Source() {
            @Override
            public Page<RecordView> find(Query query) {
                return platform().registers().searchPublic(visit.regionId(), register, query);
            }

            @Override
            public Export export(Caller caller, Query query, Format format) {
                return platform().exports().publicRegister(visit.regionId(), register, query, format);
            }
        };
    }
}
