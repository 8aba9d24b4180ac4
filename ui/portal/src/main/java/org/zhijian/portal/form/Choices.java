package org.zhijian.portal.form;

import java.util.List;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Page;

/** Where fields find their choices and the labels of what is chosen already. */
public interface Choices {
    /**
     * The choices of a reference or region whose label contains the text, page by page.
     *
     * @param form what is filled in so far
     */
    Page<Option> find(String field, FormData form, String text, String cursor);

    /** What is taken beforehand in a reference, as long as nobody has chosen. */
    default List<Option> preselected(String field, FormData form) {
        return List.of();
    }

    /** The label of the value that a place of the form holds, blank if it is not known. */
    String label(String place);
}
