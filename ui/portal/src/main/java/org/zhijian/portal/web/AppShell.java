package org.zhijian.portal.web;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.shared.communication.PushMode;
import com.vaadin.flow.shared.ui.Transport;
import org.zhijian.portal.components.OwnFiles;
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
        settings.addLink("stylesheet", OwnFiles.versioned(STYLES));
        settings.addLink("icon", ICON);
        settings.addInlineWithContents(
                "document.documentElement.lang='zh-CN';", com.vaadin.flow.component.page.Inline.Wrapping.JAVASCRIPT);
    }
}
