package org.zhijian.portal.components;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import org.zhijian.api.procedure.Finding;

/** What the rules say, each with the regulation it rests on. */
public final class Findings extends UnorderedList {
    public Findings(List<Finding> findings) {
        addClassName("zj-findings");
        setId("findings");
        findings.forEach(finding -> add(line(finding)));
        setVisible(!findings.isEmpty());
    }

    private static ListItem line(Finding finding) {
        Span mark = new Span(mark(finding.severity()));
        mark.addClassNames("zj-mark", Tone.of(finding.severity()).style());
        ListItem line = new ListItem(mark, new Span(finding.message()));
        if (!finding.source().isBlank()) {
            Span source = new Span("依据：" + finding.source());
            source.addClassName("zj-source");
            line.add(source);
        }
        line.getElement().setAttribute("data-test", "finding-" + finding.rule());
        return line;
    }

    private static String mark(Finding.Severity severity) {
        return switch (severity) {
            case ERROR -> "✗";
            case WARNING -> "⚠";
            case PASSED -> "✓";
        };
    }
}
