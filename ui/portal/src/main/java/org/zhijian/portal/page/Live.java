package org.zhijian.portal.page;

/** A page that follows the coming and going of modules while it is open. */
interface Live {
    /** Called in the page's own session after modules came or went. */
    void installationChanged();
}
