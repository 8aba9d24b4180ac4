package org.zhijian.portal.components;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import org.zhijian.core.access.Violation;

/** All that has to be corrected, each line leading to its place; read out when it appears. */
public final class ErrorSummary extends Div {
    private final transient Consumer<String> goTo;
    private transient List<Violation> shown = List.of();

    /**
     * @param goTo leads to the place with this id, as the violation names it
     */
    public ErrorSummary(Consumer<String> goTo) {
        this.goTo = goTo;
        setId("error-summary");
        addClassName("zj-errors");
        getElement().setAttribute("role", "alert").setAttribute("tabindex", "-1");
        setVisible(false);
    }

    public void show(List<Violation> violations) {
        fill(violations);
        if (!violations.isEmpty()) {
            getElement().executeJs("this.focus({preventScroll: true}); this.scrollIntoView({block: 'nearest'});");
        }
    }

    /** Drops what has been corrected, and adds nothing. */
    public void retain(List<Violation> still) {
        fill(shown.stream().filter(still::contains).toList());
    }

    private void fill(List<Violation> violations) {
        shown = List.copyOf(violations);
        removeAll();
        setVisible(!violations.isEmpty());
        if (violations.isEmpty()) {
            return;
        }
        add(new H2("有 " + violations.size() + " 处需要修改"));
        UnorderedList list = new UnorderedList();
        violations.forEach(violation -> list.add(line(violation)));
        add(list);
    }

    /** A refusal without places. */
    public void show(String sentence) {
        show(List.of(Violation.of("", "", sentence)));
    }

    public void clear() {
        show(List.of());
    }

    private ListItem line(Violation violation) {
        ListItem line = new ListItem();
        if (violation.field().isBlank()) {
            line.add(new Span(violation.message()));
        } else {
            NativeButton link = new NativeButton(violation.message(), event -> goTo.accept(violation.field()));
            link.addClassName("zj-link");
            link.getElement().setAttribute("data-test", "error-" + violation.field());
            line.add(link);
        }
        if (!violation.source().isBlank()) {
            Span source = new Span("依据：" + violation.source());
            source.addClassName("zj-source");
            line.add(source);
        }
        return line;
    }
}
