package org.zhijian.itests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.zhijian.itests.http.Scan;

/** One person in front of the portal: what they see and press. */
final class Screen implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final double PATIENCE_MILLIS = 30_000;

    private static final AtomicInteger ENDS = new AtomicInteger();

    private final Page page;
    private final String region;

    Screen(Page page, String region) {
        this.page = page;
        this.region = region;
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(2 * PATIENCE_MILLIS);
    }

    Screen open(String path) {
        page.navigate(region + path);
        return this;
    }

    Screen signIn(String loginName) {
        return open("").enter(loginName);
    }

    /** Signs in by the password of the demonstration, in the form that stands there. */
    Screen enter(String loginName) {
        type("loginName", loginName);
        type("password", "Demo-2026!");
        press("sign-in-button");
        assertThat(page.locator("#who")).isVisible();
        return this;
    }

    /** Opens the one item that waits in the inbox for this case. */
    Screen openFromInbox(String caseNumber) {
        // Officers are there already; going there again would draw the list anew under the hand that clicks.
        if (!page.url().endsWith("/inbox")) {
            press("menu-inbox");
        }
        // A list that has just come may be drawn anew under the hand that clicks; a person then clicks once more.
        Locator head = page.locator("#case-number");
        await().pollInSameThread()
                .pollInterval(Duration.ofSeconds(2))
                .atMost(Duration.ofMillis((long) PATIENCE_MILLIS))
                .until(() -> {
                    Locator task = at("task-" + caseNumber);
                    if (!head.isVisible() && task.isVisible()) {
                        task.click();
                    }
                    return head.isVisible();
                });
        assertThat(page.locator("#case-number")).containsText(caseNumber);
        return this;
    }

    Screen press(String id) {
        at(id).click();
        return this;
    }

    Screen type(String field, String text) {
        Locator input = at(field).locator("input, textarea").first();
        input.fill(text);
        input.press("Tab");
        return this;
    }

    /** Picks the choice of a combo box whose label contains the text. */
    Screen choose(String field, String text) {
        return choose(at(field).locator("input").first(), text);
    }

    /** The open list of a combo box, after this text was typed, has an entry with the label. */
    Screen offers(String field, String typed, String label) {
        at(field).locator("input").first().fill(typed);
        assertThat(offered(label).first()).isVisible();
        return this;
    }

    /** The list that stands open has no entry with the label. */
    Screen doesNotOffer(String label) {
        assertThat(offered(label)).hasCount(0);
        return this;
    }

    private Locator offered(String label) {
        return page.locator("vaadin-combo-box-item:not([hidden])", new Page.LocatorOptions().setHasText(label));
    }

    /** Picks the year and the month. */
    Screen chooseMonth(String field, int year, int month) {
        choose(at(field).locator("input").nth(0), String.valueOf(year));
        return choose(at(field).locator("input").nth(1), String.valueOf(month));
    }

    private Screen choose(Locator input, String text) {
        input.fill(text);
        page.locator("vaadin-combo-box-item:not([hidden])", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
        return this;
    }

    /** Ticks one of several open choices. */
    Screen tickChoice(String field, String label) {
        at(field)
                .locator("vaadin-checkbox", new Locator.LocatorOptions().setHasText(label))
                .locator("input")
                .check();
        return this;
    }

    /** Picks several of a long list of choices. */
    Screen chooseSeveral(String field, String... labels) {
        Locator input = at(field).locator("input").first();
        for (String label : labels) {
            input.fill(label);
            page.locator(
                            "vaadin-multi-select-combo-box-item:not([hidden])",
                            new Page.LocatorOptions().setHasText(label))
                    .first()
                    .click();
        }
        input.press("Tab");
        return this;
    }

    /** Opens a group of the menu, if it is not open yet. */
    Screen unfold(String group) {
        Locator details = at("menu-group-" + group);
        if (details.getAttribute("open") == null) {
            details.locator("summary").click();
        }
        return this;
    }

    /** Opens the record of a register in whose row the text stands. */
    Screen openRecord(String text) {
        page.locator("#records vaadin-grid-cell-content", new Page.LocatorOptions().setHasText(text))
                .first()
                .click();
        assertThat(page.locator("#record-close")).isVisible();
        return this;
    }

    /** Picks one of the open choices. */
    Screen pick(String field, String label) {
        at(field)
                .locator("vaadin-radio-button", new Locator.LocatorOptions().setHasText(label))
                .locator("input")
                .check();
        return this;
    }

    Screen tick(String field) {
        at(field).locator("input[type=checkbox]").check();
        return this;
    }

    Screen untick(String field) {
        at(field).locator("input[type=checkbox]").uncheck();
        return this;
    }

    /** Hands files in, and waits until they are listed. */
    Screen upload(String slot, String... names) {
        offer(slot, names);
        for (String name : names) {
            assertThat(at("slot-" + slot)
                            .locator("vaadin-button", new Locator.LocatorOptions().setHasText(name))
                            .first())
                    .isVisible();
        }
        return this;
    }

    /** Hands files in, whatever comes of it. */
    Screen offer(String slot, String... names) {
        FilePayload[] files = Arrays.stream(names)
                .map(Scan::named)
                .map(scan -> new FilePayload(scan.name(), scan.mediaType(), scan.content()))
                .toArray(FilePayload[]::new);
        at("slot-" + slot).locator("input[type=file]").setInputFiles(files);
        return this;
    }

    /** Drags files from the desktop onto a slot and lets them go. */
    Screen drop(String slot, Scan... scans) {
        List<Map<String, String>> files = Arrays.stream(scans)
                .map(scan -> Map.of(
                        "name",
                        scan.name(),
                        "type",
                        scan.mediaType(),
                        "content",
                        Base64.getEncoder().encodeToString(scan.content())))
                .toList();
        at("slot-" + slot)
                .locator("vaadin-upload")
                .evaluate(
                        """
                        (upload, files) => {
                          const dataTransfer = new DataTransfer();
                          for (const file of files) {
                            const bytes = Uint8Array.from(atob(file.content), letter => letter.charCodeAt(0));
                            dataTransfer.items.add(new File([bytes], file.name, { type: file.type }));
                          }
                          for (const type of ['dragover', 'drop'])
                            upload.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
                        }
                        """,
                        files);
        return this;
    }

    /** The names of the files of a slot are these, in this order. */
    Screen listsFiles(String slot, String... names) {
        Locator files = at("slot-" + slot).locator(".zj-file vaadin-button[id^='attachment-']");
        assertThat(files).hasText(names);
        return this;
    }

    /** Presses a key where the focus is. */
    Screen key(String key) {
        page.keyboard().press(key);
        return this;
    }

    /** Clicks the first part of the page that a selector finds. */
    Screen clickAt(String selector) {
        page.locator(selector).first().click();
        return this;
    }

    /** Waits until something is true of the page. */
    Screen waitFor(String expression) {
        page.waitForFunction(expression);
        return this;
    }

    /** What an expression gives on the page. */
    Object measure(String expression) {
        return page.evaluate(expression);
    }

    /** A screen of another size. */
    Screen resize(int width, int height) {
        page.setViewportSize(width, height);
        return this;
    }

    /** The text stands somewhere on the screen. */
    Screen sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
        return this;
    }

    /** The text stands in the part with this id. */
    Screen seesAt(String id, String text) {
        assertThat(at(id)).containsText(text);
        return this;
    }

    /** The field holds this text. */
    Screen holds(String field, String text) {
        assertThat(at(field).locator("input, textarea").first()).hasValue(text);
        return this;
    }

    Screen doesNotSee(String text) {
        assertThat(page.getByText(text)).hasCount(0);
        return this;
    }

    /** The part with this id is not there. */
    Screen hasNo(String id) {
        assertThat(at(id)).hasCount(0);
        return this;
    }

    /** The part with this id does not show. */
    Screen hasNoVisible(String id) {
        assertThat(at(id)).isHidden();
        return this;
    }

    Screen isAt(String path) {
        assertThat(page).hasURL(Pattern.compile(region.replace(".", "\\.") + path));
        return this;
    }

    String attributeOf(String id, String name) {
        return at(id).getAttribute(name);
    }

    /** All that stands on the page, without the signs that draw it. */
    String text() {
        return page.locator("body").innerText().strip();
    }

    String textOf(String id) {
        return at(id).innerText().strip();
    }

    /** Where the menu leads, in its order: paths behind the region's. */
    List<String> menu() {
        return page.locator("a[id^='menu-']").all().stream()
                .map(link -> link.getAttribute("href").replaceFirst("^/?[^/]+/", ""))
                .distinct()
                .toList();
    }

    /** Waits until a page that was opened stands there whole, with its menu and its heading. */
    Screen settles() {
        assertThat(page.locator("#who")).isVisible();
        assertThat(page.locator("h1").first()).isVisible();
        return this;
    }

    /** Nothing has to be scrolled sideways. */
    boolean fitsInWidth() {
        return (boolean)
                page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth");
    }

    Screen photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(false));
        return this;
    }

    private Locator at(String id) {
        return page.locator("[id='" + id + "']");
    }

    /** Leaves a picture of how it ended behind. */
    @Override
    public void close() {
        photograph("end-%02d".formatted(ENDS.incrementAndGet()));
        page.context().close();
    }
}
