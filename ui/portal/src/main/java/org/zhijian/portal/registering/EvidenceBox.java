package org.zhijian.portal.registering;

import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Optional;
import java.util.function.Consumer;
import org.zhijian.api.form.FormData;
import org.zhijian.api.registration.Proving;
import org.zhijian.core.access.Refusal;
import org.zhijian.core.registration.Evidence;
import org.zhijian.portal.components.Panel;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.signin.Locks;
import org.zhijian.portal.visit.Platform;

/** By what a registrant shows who it is: the old password or the lock, as the form says. */
final class EvidenceBox extends Panel {
    private final transient Platform platform;
    private final transient Proving proving;
    private final PasswordField password = new PasswordField("旧系统的登录密码");
    private final TextField serial = new TextField("身份锁序列号");

    EvidenceBox(Platform platform, Proving proving) {
        super("认证信息");
        this.platform = platform;
        this.proving = proving;
        addClassName("zj-narrow");
        password.setId("oldPassword");
        password.setWidthFull();
        password.setRevealButtonVisible(false);
        password.getElement().setAttribute("autocomplete", "off");
        serial.setId("lockSerial");
        serial.setWidthFull();
        add(password, serial, Sentence.hint("认证未通过的，按新企业由省级注册主管部门认证"));
        show(FormData.EMPTY);
    }

    /** Asks for what the form says. */
    void show(FormData form) {
        password.setVisible(proving.isByPassword(form));
        serial.setVisible(proving.isByLock(form));
        setVisible(password.isVisible() || serial.isVisible());
    }

    /**
     * Gives what is shown, at once or when the lock has answered.
     *
     * @param refused is given a sentence if there is nothing to show
     */
    void gather(FormData form, Consumer<Evidence> gathered, Consumer<String> refused) {
        if (proving.isByPassword(form)) {
            gathered.accept(new Evidence(password.getValue(), Optional.empty()));
        } else if (!proving.isByLock(form)) {
            gathered.accept(Evidence.NONE);
        } else {
            try {
                Locks.sign(
                        this,
                        platform,
                        serial.getValue().strip(),
                        "",
                        proof -> gathered.accept(new Evidence("", Optional.of(proof))),
                        refused);
            } catch (Refusal refusal) {
                refused.accept(refusal.getMessage());
            }
        }
    }
}
