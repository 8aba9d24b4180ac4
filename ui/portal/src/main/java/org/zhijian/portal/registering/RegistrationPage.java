package org.zhijian.portal.registering;

import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhijian.api.check.Regions;
import org.zhijian.api.form.FormData;
import org.zhijian.api.registration.FirstPassword;
import org.zhijian.api.registration.Registration;
import org.zhijian.core.access.Once;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.access.Violation;
import org.zhijian.core.registration.Application;
import org.zhijian.core.registration.Evidence;
import org.zhijian.core.registration.Receipt;
import org.zhijian.portal.casework.Slots;
import org.zhijian.portal.components.ActButton;
import org.zhijian.portal.components.ErrorSummary;
import org.zhijian.portal.components.Notices;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.form.FormEditor;
import org.zhijian.portal.form.RegionChoices;
import org.zhijian.portal.page.RegionPage;
import org.zhijian.portal.signin.CaptchaField;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** A registration: the form, the scans, a password where one is chosen; handed in as a whole. */
public final class RegistrationPage extends RegionPage {
    private final ErrorSummary errors = new ErrorSummary(this::goTo);
    private final PasswordField password = field("登录密码", "password");
    private final PasswordField again = field("再次输入登录密码", "passwordAgain");
    private transient Registration registration;
    private transient HeldFiles files;
    private final CaptchaField captcha;
    private FormEditor editor;
    private Slots slots;
    private EvidenceBox evidence;

    /** Names of regions that have been filled in, by field. */
    private final transient Map<String, String> regions = new HashMap<>();

    /** Whoever has read one captcha on this page need not read another for each correction. */
    private boolean human;

    public RegistrationPage(Platform platform) {
        super(platform);
        captcha = new CaptchaField(platform);
        password.setHelperText("8 至 20 位，至少包含一个字母和一个数字，不能有空格");
    }

    private static PasswordField field(String label, String id) {
        PasswordField field = new PasswordField(label);
        field.setId(id);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setRevealButtonVisible(false);
        field.getElement().setAttribute("autocomplete", "new-password");
        return field;
    }

    @Override
    protected void show(Visit visit) {
        registration = platform().registrations().of(visit.caller(), visit.regionId()).stream()
                .filter(offered -> offered.id().equals(visit.parameter("registration")))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        files = new HeldFiles(registration.procedure().slots());
        editor = new FormEditor(
                registration.procedure().form(),
                new RegionChoices(registration.procedure().form(), regions),
                FormData.EMPTY);
        slots = new Slots(visit, files, registration.procedure().slots(), editor::data);
        evidence = registration
                .proving()
                .map(proving -> new EvidenceBox(platform(), proving))
                .orElse(null);
        editor.whenChanged(changed -> {
            slots.show();
            if (evidence != null) {
                evidence.show(editor.data());
            }
        });
        Panel form = new Panel("", Sentence.hint("带 * 的为必填项"));
        registration.lookup().ifPresent(lookup -> form.add(lookupButton(lookup.title())));
        form.add(editor);
        add(heading(registration.title()), errors, form);
        if (evidence != null) {
            add(evidence);
        }
        if (!registration.procedure().slots().isEmpty()) {
            add(new Panel("材料", slots));
        }
        if (isPasswordChosen()) {
            Panel panel = new Panel("登录密码", password, again);
            panel.addClassName("zj-narrow");
            add(panel);
        }
        human = visit.caller().isSignedIn()
                || !visit.region().orElseThrow().portal().signIn().captcha();
        if (!human) {
            Panel panel = new Panel("", captcha);
            panel.addClassName("zj-narrow");
            add(panel);
        }
        Div buttons = new Div(new ActButton("提交注册", "register", this::register).primary());
        buttons.addClassName("zj-buttons");
        add(buttons);
    }

    private boolean isPasswordChosen() {
        return registration.password().kind() == FirstPassword.Kind.CHOSEN;
    }

    /** Fills in what is known of whom the form names so far. */
    private ActButton lookupButton(String title) {
        return new ActButton(title, "lookup", once -> {
            try {
                Optional<FormData> known = platform()
                        .registrations()
                        .lookUp(visit().caller(), visit().regionId(), registration.id(), editor.data());
                known.ifPresent(this::fill);
                Notices.done(known.isPresent() ? "已填入查询到的信息，请仔细核对，有不一致的请更正" : "没有查询到该企业的信息，请自行填写");
            } catch (Refusal refusal) {
                errors.show(refusal.getMessage());
            }
        });
    }

    private void fill(FormData known) {
        known.values().forEach((field, value) -> Regions.fullName(String.valueOf(value))
                .ifPresent(name -> regions.put(field, name)));
        editor.fill(known);
    }

    private void register(Once once) {
        if (isPasswordChosen() && !password.getValue().equals(again.getValue())) {
            refuse(List.of(Violation.of("passwordAgain", "", "两次输入的密码不一致")));
            return;
        }
        if (evidence == null) {
            register(once, Evidence.NONE);
        } else {
            evidence.gather(editor.data(), shown -> register(once, shown), errors::show);
        }
    }

    private void register(Once once, Evidence shown) {
        FormData form = slots.with(editor.data());
        try {
            if (!human) {
                platform().signIn().requireCaptcha(visit().regionId(), captcha.answer());
                human = true;
            }
            Receipt receipt = files.use(uploads -> platform()
                    .registrations()
                    .register(
                            visit().caller(),
                            once,
                            visit().regionId(),
                            new Application(registration.id(), form, uploads, password.getValue(), shown)));
            password.clear();
            again.clear();
            files.close();
            removeAll();
            add(heading(registration.title()), ReceiptBox.fresh(visit(), receipt));
        } catch (Refusal refusal) {
            if (!human) {
                captcha.renew();
            }
            if (refusal.violations().isEmpty()) {
                errors.show(refusal.getMessage());
            } else {
                refuse(refusal.violations());
            }
        }
    }

    private void refuse(List<Violation> violations) {
        errors.show(violations);
        editor.refuse(violations);
        slots.refuse(violations);
        List<PasswordField> fields = new ArrayList<>(List.of(password, again));
        fields.forEach(field -> field.setInvalid(false));
        violations.forEach(violation -> fields.stream()
                .filter(field -> field.getId().orElse("").equals(violation.field()))
                .forEach(field -> {
                    field.setErrorMessage(violation.message());
                    field.setInvalid(true);
                }));
    }

    private void goTo(String place) {
        if (place.equals("captcha")) {
            captcha.field().focus();
        } else if (place.equals("password")) {
            password.focus();
        } else if (place.equals("passwordAgain")) {
            again.focus();
        } else if (slots.has(place)) {
            slots.focus(place);
        } else {
            editor.focus(place);
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (files != null) {
            files.close();
        }
    }
}
