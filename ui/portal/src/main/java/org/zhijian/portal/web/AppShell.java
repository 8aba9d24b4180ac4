package org.zhijian.portal.web;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.zhijian.portal.components.Texts;

/**
 * The page around all pages. What the server has to tell goes over a WebSocket; what the browser asks goes by plain requests, since signing
 * in gives the session a new cookie and a WebSocket could not.
 */
@Push(value = PushMode.AUTOMATIC, transport = Transport.WEBSOCKET_XHR)
public final class AppShell implements AppShellConfigurator {
    private static final String STYLES = "portal/zhijian.css";
    private static final String ICON = "portal/zhijian.svg";

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setViewport("width=device-width, initial-scale=1");
        settings.setPageTitle(Texts.HOUSE);
        settings.addLink("stylesheet", STYLES + "?v=" + version());
        settings.addLink("icon", ICON);
        settings.addInlineWithContents(
                "document.documentElement.lang='zh-CN';", com.vaadin.flow.component.page.Inline.Wrapping.JAVASCRIPT);
    }

    /** Changes with the content, so that browsers may keep the file as long as they like. */
    private static String version() {
        try (InputStream styles = AppShell.class.getClassLoader().getResourceAsStream("META-INF/resources/" + STYLES)) {
            return Integer.toHexString(Arrays.hashCode(styles.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
