package org.zhijian.portal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** A plain table to be read. */
public final class Table extends Div {
    private final NativeTable table = new NativeTable();
    private final List<String> headings;
    private boolean empty = true;

    public Table(String... headings) {
        this.headings = List.of(headings);
        addClassName("zj-table");
        NativeTableRow head = new NativeTableRow();
        for (String heading : headings) {
            NativeTableHeaderCell cell = new NativeTableHeaderCell(heading);
            cell.getElement().setAttribute("scope", "col");
            head.add(cell);
        }
        table.getHead().add(head);
        add(table);
    }

    public Table row(Object... cells) {
        NativeTableRow row = new NativeTableRow();
        for (Object cell : cells) {
            row.add(new NativeTableCell(
                    cell instanceof Component component ? component : new Span(String.valueOf(cell))));
        }
        table.getBody().add(row);
        empty = false;
        return this;
    }

    /** The table with this text in place of rows, if it has none. */
    public Table orElse(String nothing) {
        if (empty) {
            NativeTableCell cell = new NativeTableCell(nothing);
            cell.addClassName("zj-empty");
            cell.getElement().setAttribute("colspan", Integer.toString(headings.size()));
            table.getBody().add(new NativeTableRow(cell));
        }
        return this;
    }

    public Table test(String name) {
        table.setId(name);
        return this;
    }
}
