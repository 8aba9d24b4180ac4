package org.zhijian.portal.web;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServlet;
import com.vaadin.flow.server.VaadinServletService;
import java.net.URL;
import java.util.Locale;
import org.zhijian.portal.visit.Platform;

/** Vaadin's service as the portal wants it: pages get the platform, everything speaks Chinese, faults get a number. */
final class PortalService extends VaadinServletService {
    private static final String OWN_RESOURCES = "/portal/";

    private final transient Platform platform;

    PortalService(VaadinServlet servlet, DeploymentConfiguration configuration, Platform platform) {
        super(servlet, configuration);
        this.platform = platform;
    }

    @Override
    public void init() throws ServiceException {
        super.init();
        setSystemMessagesProvider(info -> messages());
        addSessionInitListener(event -> {
            event.getSession().setLocale(Locale.SIMPLIFIED_CHINESE);
            event.getSession().setErrorHandler(new Faults());
        });
        addUIInitListener(event -> prepare(event.getUI()));
    }

    /** The servlet context's loader would be this bundle's, which holds nothing of Vaadin's front end. */
    @Override
    protected void setDefaultClassLoader() {
        setClassLoader(VaadinServlet.class.getClassLoader());
    }

    private static void prepare(UI ui) {
        ui.setLocale(Locale.SIMPLIFIED_CHINESE);
        ui.getReconnectDialogConfiguration().setDialogText("连接中断，正在重新连接…");
        ui.getReconnectDialogConfiguration().setDialogTextGaveUp("连接已断开，请检查网络后刷新页面");
        // What the same sign says when the line has come back; for this Vaadin has no setting.
        ui.getPage()
                .executeJs("const sign = window.Vaadin && window.Vaadin.connectionIndicator;"
                        + " if (sign) sign.onlineText = '连接已恢复'");
    }

    private static CustomizedSystemMessages messages() {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setInternalErrorCaption("出现问题");
        messages.setInternalErrorMessage("请刷新页面后重试。已保存的内容不会丢失。");
        messages.setCookiesDisabledCaption("浏览器禁用了 Cookie");
        messages.setCookiesDisabledMessage("请在浏览器设置中启用 Cookie 后刷新页面。");
        return messages;
    }

    /** Our own files lie in this bundle, those of Vaadin's components in Vaadin's. */
    @Override
    public URL getStaticResource(String path) {
        String absolute = path.startsWith("/") ? path : "/" + path;
        ClassLoader owner =
                absolute.startsWith(OWN_RESOURCES) ? PortalService.class.getClassLoader() : getClassLoader();
        return owner.getResource("META-INF/resources" + absolute);
    }

    @Override
    protected Instantiator createInstantiator() {
        return new DefaultInstantiator(this) {
            @Override
            public <T> T getOrCreate(Class<T> type) {
                return Routes.isOurs(type) ? make(type) : super.getOrCreate(type);
            }
        };
    }

    private <T> T make(Class<T> page) {
        try {
            return page.getConstructor(Platform.class).newInstance(platform);
        } catch (java.lang.reflect.InvocationTargetException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        } catch (ReflectiveOperationException wrong) {
            throw new IllegalStateException(
                    page.getName() + " needs a public constructor that takes the platform", wrong);
        }
    }
}
