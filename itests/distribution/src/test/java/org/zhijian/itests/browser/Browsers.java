package org.zhijian.itests.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The system's own Chromium, driven by Playwright; nothing is downloaded. */
final class Browsers implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static Optional<Path> installed() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browsers open() {
        // A busy machine draws slowly; what is waited for either comes or does not.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(installed().orElseThrow())
                        .setHeadless(true)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
        return new Browsers(playwright, browser);
    }

    /** Somebody at a desk of their own: no cookies, a screen of this size. */
    Screen screen(String address, int width, int height) {
        return screen(address, "jiangsu-testing", width, height);
    }

    /** As {@link #screen(String, int, int)}, at another region. */
    Screen screen(String address, String region, int width, int height) {
        return new Screen(
                browser.newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, height)
                                .setLocale("zh-CN")
                                .setTimezoneId("Asia/Shanghai"))
                        .newPage(),
                address + "/" + region);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
