package org.zhijian.portal.page;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import org.zhijian.core.access.Refusal;
import org.zhijian.portal.components.Sentence;
import org.zhijian.portal.components.Texts;
import org.zhijian.portal.visit.Platform;
import org.zhijian.portal.visit.Visit;

/** A page of a region. Where the region's module is not running, or the core refuses, a sentence stands in its place. */
public abstract class RegionPage extends Div implements BeforeEnterObserver, HasDynamicTitle, Live {
    private final transient Platform platform;
    private transient Visit visit;
    private String title = "";

    protected RegionPage(Platform platform) {
        this.platform = platform;
        addClassName("zj-page");
    }

    @Override
    public final void beforeEnter(BeforeEnterEvent event) {
        Visit next = Visit.at(platform, event.getRouteParameters(), event.getLocation());
        if (admit(next, event)) {
            boolean again = visit != null
                    && visit.location()
                            .getPathWithQueryParameters()
                            .equals(next.location().getPathWithQueryParameters());
            visit = next;
            if (!again || !refreshed()) {
                open();
            }
        }
    }

    /**
     * Brings a page up to date that is opened once more at the address at which it stands. True if that was possible without building it
     * anew, under the hand of somebody who is about to click.
     */
    protected boolean refreshed() {
        return false;
    }

    /** True if the page may be opened; else the event leads elsewhere. */
    protected boolean admit(Visit next, BeforeEnterEvent event) {
        return true;
    }

    /** Builds the page anew. */
    protected final void open() {
        removeAll();
        title = "";
        if (visit.region().isEmpty() || !visit.running() && needsModule()) {
            add(Sentence.notice(Texts.REGION_GONE));
            return;
        }
        try {
            show(visit);
            if (!visit.running()) {
                addComponentAsFirst(Sentence.notice(Texts.REGION_GONE));
            }
        } catch (Refusal refusal) {
            removeAll();
            add(Sentence.notice(refusal.kind() == Refusal.Kind.NOT_FOUND ? Texts.NOT_FOUND : refusal.getMessage()));
        }
    }

    /** Builds the page into the empty box that it is. */
    protected abstract void show(Visit current);

    /** False for pages of what stays readable without the region's module. */
    protected boolean needsModule() {
        return true;
    }

    /** Modules came or went: if the region of this page did, the page is built anew. */
    @Override
    public final void installationChanged() {
        if (visit == null) {
            return;
        }
        boolean before = visit.running();
        visit = visit.again();
        if (before != visit.running() && !keeps(visit.running())) {
            open();
            getUI().ifPresent(ui -> ui.getPage().setTitle(getPageTitle()));
        }
    }

    /**
     * The region's module has gone or come back. True if the page stays as it is, since somebody is at work in it, and has said what is the
     * matter.
     */
    protected boolean keeps(boolean running) {
        return false;
    }

    protected final Visit visit() {
        return visit;
    }

    protected final Platform platform() {
        return platform;
    }

    /** Gives the page its heading and the window its title. */
    protected final H1 heading(String text) {
        title = text;
        return new H1(text);
    }

    /** Gives the window its title alone. */
    protected final void titled(String text) {
        title = text;
    }

    @Override
    public String getPageTitle() {
        String system = visit == null ? Texts.HOUSE : visit.systemName();
        return title.isBlank() || title.equals(system) ? system : title + " - " + system;
    }
}
