package org.zhijian.portal.administration;

import com.vaadin.flow.component.html.Div;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.api.register.Dictionary.Use;
import org.zhijian.core.dictionaries.Dictionaries.Content;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.Chip;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Table;
import org.zhijian.portal.components.Tone;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** 数据字典: the choices that the region's own office edits. What is kept for an entry (编码) stands in its dialogue: nobody reads it daily. */
public final class DictionariesPage extends AdministrationPage {
    private static final int STEP = 10;

    public DictionariesPage(Platform platform) {
        super(platform);
    }

    @Override
    protected void show(Visit visit) {
        add(heading("数据字典"), Sentence.hint("修改立即对新填写的表单生效。停用的项不能再选，已经选用的办件和台账照常显示。"));
        platform().dictionaries().list(visit.caller(), visit.regionId()).forEach(content -> add(panel(visit, content)));
    }

    private Panel panel(Visit visit, Content content) {
        Table table = new Table("顺序", "名称", "状态", "").test("dictionary-" + content.id());
        for (Entry entry : content.entries()) {
            ActButton edit = new ActButton("修改", "edit-" + content.id() + "-" + entry.code(), once -> new EntryDialog(
                            visit, content, entry, this::open)
                    .open());
            table.row(
                    Integer.toString(entry.position()),
                    entry.label(),
                    new Chip(entry.status().title(), entry.status() == Use.IN_USE ? Tone.GREEN : Tone.GREY),
                    new Div(edit.quiet()));
        }
        int last = content.entries().stream().mapToInt(Entry::position).max().orElse(0);
        Entry fresh = new Entry("", "", last + STEP, Use.IN_USE);
        ActButton more = new ActButton(
                "新增", "new-" + content.id(), once -> new EntryDialog(visit, content, fresh, this::open).open());
        Div buttons = new Div(more.primary());
        buttons.addClassName("zj-buttons");
        return new Panel(content.title(), table, buttons);
    }
}
