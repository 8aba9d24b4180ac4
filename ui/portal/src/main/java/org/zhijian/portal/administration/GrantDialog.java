package org.zhijian.portal.administration;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.zhijian.api.Descriptor;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.agencies.Agencies.Right;
import org.zhijian.core.events.Events;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Visit;

/** Lets an agency's system do something in the region. */
final class GrantDialog extends Dialog {
    private final transient Visit visit;
    private final transient Runnable changed;
    private final TextField client = new TextField("接入标识");
    private final RadioButtonGroup<Right> right = new RadioButtonGroup<>("权限", Right.values());
    private final Select<Option> object = new Select<>();
    private final ErrorSummary errors = new ErrorSummary(place -> client.focus());

    GrantDialog(Visit visit, Runnable changed) {
        this.visit = visit;
        this.changed = changed;
        setId("grant");
        setHeaderTitle("新增授权");
        setWidth("min(92vw, 520px)");
        client.setId("grant-client");
        client.setWidthFull();
        client.setRequiredIndicatorVisible(true);
        client.setManualValidation(true);
        right.setId("grant-right");
        right.setItemLabelGenerator(Right::title);
        right.addValueChangeListener(event -> offer());
        object.setId("grant-object");
        object.setLabel("内容");
        object.setWidthFull();
        object.setItemLabelGenerator(Option::label);
        right.setValue(Right.REGISTER);
        add(new Div(errors, client, right, object));
        Button close = new Button(Texts.CANCEL, event -> close());
        getFooter().add(close, new ActButton("授权", "grant-confirm", this::grant).primary());
    }

    private void offer() {
        List<Option> options = visit.region().map(this::options).orElse(List.of());
        object.setItems(options);
        object.setValue(options.isEmpty() ? null : options.get(0));
    }

    private List<Option> options(Descriptor region) {
        Stream<String> ids =
                switch (right.getValue()) {
                    case FEED ->
                        Stream.concat(
                                Stream.of(Events.ALL),
                                Arrays.stream(Events.Kind.values()).map(Enum::name));
                    case REGISTER -> region.registers().stream().map(register -> register.id());
                    case INTAKE -> region.intakes().stream().map(intake -> intake.id());
                };
        List<Option> options = new ArrayList<>();
        ids.forEach(id -> options.add(new Option(id, AgenciesPage.title(visit.region(), right.getValue(), id))));
        return options;
    }

    private void grant(Once once) {
        if (object.getValue() == null) {
            errors.show("没有可以授权的内容");
            return;
        }
        try {
            visit.platform()
                    .agencies()
                    .grant(
                            visit.caller(),
                            once,
                            visit.regionId(),
                            client.getValue().strip(),
                            right.getValue(),
                            object.getValue().value());
            close();
            changed.run();
        } catch (Refusal refusal) {
            errors.show(refusal.kind() == Refusal.Kind.NOT_FOUND ? "没有该接入标识，请核对或由系统管理员开通" : refusal.getMessage());
        }
    }
}
