package org.zhijian.rest.shape;

import java.util.List;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.api.register.Dictionary.Use;
import org.zhijian.core.dictionaries.Dictionaries.Content;

/** A dictionary. */
public record DictionaryItem(String id, String title, @Told("按顺序排列，含停用的项") List<EntryItem> entries) {

    /** An entry of it. */
    public record EntryItem(@Told("表单中保存的值") String code, @Told("名称") String label, int position, boolean inUse) {
        static EntryItem of(Entry entry) {
            return new EntryItem(entry.code(), entry.label(), entry.position(), entry.status() == Use.IN_USE);
        }
    }

    public static DictionaryItem of(Content content) {
        return new DictionaryItem(
                content.id(),
                content.title(),
                content.entries().stream().map(EntryItem::of).toList());
    }
}
