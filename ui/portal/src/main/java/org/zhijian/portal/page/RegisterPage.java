package org.zhijian.portal.page;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhijian.api.Menu;
import org.zhijian.api.notice.Mask;
import org.zhijian.api.procedure.Finding;
import org.zhijian.api.register.Register;
import org.zhijian.api.register.Register.ColumnInfo;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;
import org.zhijian.core.catalogue.Catalogue.Offer;
import org.zhijian.core.exports.Export;
import org.zhijian.core.exports.Format;
import org.zhijian.core.registers.RecordView;
import org.zhijian.core.registers.RegisterBrowser.Query;
import org.zhijian.core.words.RecordWords;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Descriptions;
import org.zhijian.portal.components.Findings;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.PrintLink;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** A register as the caller may see it. */
public final class RegisterPage extends DeskPage {
    public RegisterPage(Platform platform) {
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
        Map<String, String> where = where(visit, register);
        String labels = where.entrySet().stream()
                .map(value ->
                        "（" + register.column(value.getKey()).orElseThrow().labelOf(value.getValue()) + "）")
                .collect(Collectors.joining());
        RegisterTable table = new RegisterTable(
                platform().signIn(),
                platform().registers().columns(visit.regionId(), id),
                where,
                source(visit, id),
                item -> acts(visit, register, item),
                item -> platform().registers().history(visit.caller(), visit.regionId(), id, item.key()));
        add(heading(register.title() + labels), starts(visit), new Panel("", table));
    }

    private RegisterTable.Source source(Visit visit, String register) {
        return new RegisterTable.Source() {
            @Override
            public Page<RecordView> find(Query query) {
                return platform().registers().search(visit.caller(), visit.regionId(), register, query);
            }

            @Override
            public Export export(Caller caller, Query query, Format format) {
                return platform().exports().register(caller, visit.regionId(), register, query, format);
            }
        };
    }

    /** What the address asks for: values of indexed columns. */
    private static Map<String, String> where(Visit visit, Register<?> register) {
        return register.columns().stream()
                .filter(ColumnInfo::index)
                .map(ColumnInfo::id)
                .filter(column -> !visit.query(column).isBlank())
                .collect(Collectors.toMap(column -> column, visit::query));
    }

    /** The matters that the menu has here, for those who may start them. */
    private Div starts(Visit visit) {
        Map<String, Offer> offers = platform().catalogue().offers(visit.caller()).stream()
                .collect(Collectors.toMap(offer -> offer.procedure().id(), offer -> offer));
        Div row = new Div();
        row.addClassName("zj-buttons");
        MenuEntries.here(visit, Menu.Records.class).stream()
                .flatMap(records -> records.matters().stream())
                .filter(matter -> offers.containsKey(matter.procedure()))
                .forEach(matter -> {
                    List<Finding> obstacles = offers.get(matter.procedure()).obstacles();
                    ActButton start = new ActButton(
                            matter.start(),
                            "start-" + matter.procedure(),
                            once -> Starts.start(visit, matter.procedure(), matter.preset(), once));
                    start.primary().setEnabled(obstacles.stream().noneMatch(Finding::isError));
                    row.add(start, new Findings(obstacles));
                });
        row.setVisible(row.getComponentCount() > 0);
        return row;
    }

    private List<Component> acts(Visit visit, Register<?> register, RecordView item) {
        List<Component> acts = new ArrayList<>();
        platform().acts().of(visit.caller(), visit.regionId(), register.id(), item.key()).stream()
                .map(act -> new ActButton(
                        act.title(),
                        "act-" + act.id(),
                        once -> Starts.open(
                                visit,
                                platform()
                                        .acts()
                                        .start(
                                                visit.caller(),
                                                once,
                                                visit.regionId(),
                                                register.id(),
                                                item.key(),
                                                act.id()))))
                .forEach(acts::add);
        List<ColumnInfo> hidden = register.columns().stream()
                .filter(RegisterPage::isPersonal)
                .filter(column -> item.values().containsKey(column.id()))
                .toList();
        if (!hidden.isEmpty()) {
            acts.add(new ActButton(
                            "显示完整号码",
                            "reveal-record",
                            once -> reveal(
                                    hidden,
                                    platform()
                                            .registers()
                                            .reveal(visit.caller(), visit.regionId(), register.id(), item.key())))
                    .quiet());
        }
        register.printout()
                .filter(printout -> visit.caller().kind() == Caller.Kind.OFFICE && printout.allows(item.status()))
                .ifPresent(printout -> acts.add(certificate(visit.regionId(), register.id(), item.key())));
        return acts;
    }

    private static boolean isPersonal(ColumnInfo column) {
        return column.mask() == Mask.ID_NUMBER || column.mask() == Mask.MOBILE;
    }

    private static void reveal(List<ColumnInfo> hidden, RecordView clear) {
        Descriptions numbers = new Descriptions();
        hidden.forEach(column -> numbers.item(column.title(), RecordWords.of(column, clear)));
        Dialog dialog = new Dialog(numbers, Sentence.hint("本次查看已记入审计日志"));
        dialog.setId("revealed");
        Button close = new Button(Texts.CLOSE, event -> dialog.close());
        close.setId("revealed-close");
        dialog.getFooter().add(close);
        dialog.open();
    }

    private PrintLink certificate(String region, String register, String key) {
        return new PrintLink(
                        platform(), "打印证书", printer -> platform().documents().ofRecord(printer, region, register, key))
                .test("record-print");
    }
}
