package org.zhijian.portal.components;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridSortOrder;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.provider.SortDirection;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.zhijian.core.access.Page;
import org.zhijian.core.access.Sort;

/** A work table that is read page by page: rows open by click or Enter, and further ones come on demand. */
public final class PagedGrid<T> extends Div {
    /** The least width of a column that breaks its lines, in pixels, for headings are of another size than cells. */
    private static final int TEXT_WIDTH = 92;

    /** What a cell takes beside its text. */
    private static final int PADDING = 17;

    /** Longer texts break their lines anyhow. */
    private static final int LONGEST_TEXT = 340;

    private static final int CHARACTER = 14;

    /** A letter or a digit is narrower than a Chinese character. */
    private static final int LETTER = 8;

    private final Grid<T> grid = new Grid<>();
    private final Button more = new Button(Texts.MORE, event -> append());
    private final transient BiFunction<Sort<String>, String, Page<T>> source;
    private final transient List<T> items = new ArrayList<>();
    private final transient Map<Grid.Column<T>, Function<T, String>> texts = new LinkedHashMap<>();
    private transient Sort<String> sort = Sort.ascending("");
    private String next = "";
    private boolean drawn;
    private transient T focused;

    /**
     * @param source gives the page behind a cursor; blank for the first
     */
    public PagedGrid(String id, String nothing, Function<String, Page<T>> source) {
        this(id, nothing, (sort, cursor) -> source.apply(cursor));
    }

    /**
     * @param source gives the page behind a cursor, blank for the first, in the order that was asked for by {@link #sorted}; blank is the
     *     usual one
     */
    public PagedGrid(String id, String nothing, BiFunction<Sort<String>, String, Page<T>> source) {
        this.source = source;
        addClassName("zj-grid");
        grid.setId(id);
        grid.setAllRowsVisible(true);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addThemeVariants(
                GridVariant.LUMO_COMPACT,
                GridVariant.LUMO_NO_BORDER,
                GridVariant.LUMO_ROW_STRIPES,
                GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setEmptyStateText(nothing);
        more.setId(id + "-more");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        grid.addSortListener(event -> sortAs(event.getSortOrder()));
        add(grid, more);
    }

    private void sortAs(List<GridSortOrder<T>> orders) {
        sort = orders.stream()
                .findFirst()
                .map(order -> new Sort<>(order.getSorted().getKey(), order.getDirection() == SortDirection.DESCENDING))
                .orElse(Sort.ascending(""));
        load();
    }

    /** The order that was asked for, blank for the usual one. */
    public Sort<String> sort() {
        return sort;
    }

    /** The column added last can be sorted by this name: by the source, over all pages, and not by what is shown of it. */
    public PagedGrid<T> sorted(String name) {
        Grid.Column<T> column = grid.getColumns().get(grid.getColumns().size() - 1);
        column.setKey(name);
        column.setSortable(true);
        column.setComparator((one, other) -> 0);
        return this;
    }

    /** A column of names and sentences: it takes of the room that the others leave what its texts need, and breaks its lines. */
    public PagedGrid<T> text(String heading, Function<T, String> value) {
        texts.put(grid.addColumn(value::apply).setHeader(heading).setWidth(TEXT_WIDTH + "px"), value);
        return this;
    }

    /** Room goes to the columns whose longest text lacks it. */
    private void share() {
        texts.forEach((column, value) -> {
            int longest = items.stream()
                    .map(value)
                    .filter(Objects::nonNull)
                    .mapToInt(PagedGrid::width)
                    .max()
                    .orElse(0);
            column.setFlexGrow(CHARACTER + Math.max(0, Math.min(longest, LONGEST_TEXT) + PADDING - TEXT_WIDTH));
        });
    }

    private static int width(String text) {
        return text.chars().map(c -> c < 0x250 ? LETTER : CHARACTER).sum();
    }

    /** A column that counts the rows. */
    public PagedGrid<T> numbered() {
        grid.addColumn(LitRenderer.of("${index + 1}"))
                .setHeader("序号")
                .setAutoWidth(true)
                .setFlexGrow(0);
        return this;
    }

    /** A column whose cells are no wider than their content. */
    public PagedGrid<T> narrow(String heading, Function<T, String> value) {
        grid.addColumn(value::apply).setHeader(heading).setAutoWidth(true).setFlexGrow(0);
        return this;
    }

    /** A column of links, no narrower than they are. */
    public PagedGrid<T> link(String heading, Function<T, Link> value) {
        grid.addComponentColumn(value::apply)
                .setHeader(heading)
                .setAutoWidth(true)
                .setFlexGrow(0);
        return this;
    }

    public PagedGrid<T> cell(String heading, Function<T, ? extends Component> value) {
        grid.addComponentColumn(value::apply)
                .setHeader(heading)
                .setAutoWidth(true)
                .setFlexGrow(0);
        return this;
    }

    /** What a click on a row, or Enter on it, does. */
    public PagedGrid<T> onOpen(Consumer<T> open) {
        grid.addClassName("zj-opens");
        grid.addItemClickListener(event -> open.accept(event.getItem()));
        grid.addCellFocusListener(event -> focused = event.getItem().orElse(null));
        grid.getElement()
                .addEventListener("keydown", event -> {
                    if (focused != null) {
                        open.accept(focused);
                    }
                })
                .setFilter("event.key === 'Enter'");
        return this;
    }

    /** Puts the keyboard on the first row, unless somebody is just typing elsewhere: ↑ and ↓ move, Enter opens. */
    public PagedGrid<T> takesKeys() {
        grid.getElement()
                .executeJs("const grid = this; let tries = 40; const take = () => {"
                        + " const cell = grid.shadowRoot && grid.shadowRoot.querySelector('#items tr:not([hidden]) td');"
                        + " if (!cell) { if (tries-- > 0) setTimeout(take, 50); return; }"
                        + " if (['INPUT', 'TEXTAREA'].indexOf(document.activeElement.tagName) < 0) cell.focus();"
                        + " }; take();");
        return this;
    }

    /** Reads the first page again. What has not changed is not drawn anew: somebody may be about to click on it. */
    public void load() {
        Page<T> page = source.apply(sort, "");
        if (drawn && page.items().equals(items) && page.next().equals(next)) {
            return;
        }
        items.clear();
        focused = null;
        append(page);
    }

    private void append() {
        append(source.apply(sort, next));
    }

    private void append(Page<T> page) {
        drawn = true;
        items.addAll(page.items());
        next = page.next();
        more.setVisible(!next.isBlank());
        share();
        grid.setItems(items);
        grid.recalculateColumnWidths();
    }
}
