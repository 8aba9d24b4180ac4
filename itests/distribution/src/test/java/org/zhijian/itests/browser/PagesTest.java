package org.zhijian.itests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page that a menu leads to, for every role of two portals: it fits the small screen, and speaks Chinese alone. */
class PagesTest extends Stage {
    /** Words that users of Chinese systems read every day, and the names and numbers of things, such as login names and YN-2026-000001. */
    private static final Pattern WELL_KNOWN = Pattern.compile("\\b(Excel|CSV|XLSX|csv|xlsx|PDF|JPG|PNG|QQ|IP|B|C|A)\\b"
            + "|[A-Za-z0-9.]*[0-9-][A-Za-z0-9.-]*|\\S+@\\S+|（[a-z0-9-]+）");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]{2,}");

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({
        "yunnan-quality-safety, y1",
        "yunnan-quality-safety, y2",
        "yunnan-quality-safety, y4",
        "yunnan-quality-safety, p20",
        "yunnan-quality-safety, yn-auth-530102",
        "yunnan-quality-safety, yn-body-530102",
        "yunnan-quality-safety, yn-dept",
        "yunnan-quality-safety, yn-accounts",
        "national-supervisor, n1",
        "national-supervisor, p31",
        "national-supervisor, ns-prov-32",
        "national-supervisor, ns-centre",
        "national-supervisor, ns-mohurd",
    })
    void every_page_of_a_role_fits_and_speaks_chinese(String region, String login) {
        try (Screen screen = browsers.screen(server.address(), region, 1024, 768)) {
            screen.open("");
            if (region.startsWith("yunnan")) {
                screen.press("sign-in-PASSWORD");
            }
            screen.enter(login);
            List<String> pages = screen.menu();
            assertThat(pages).contains("home", "messages", "account");
            for (String page : pages) {
                looksRight(screen.open("/" + page).settles(), region.substring(0, 2) + "-" + login, page);
            }
        }
    }

    private static void looksRight(Screen screen, String who, String page) {
        assertThat(screen.fitsInWidth()).as("%s for %s", page, who).isTrue();
        screen.photograph("page-" + who + "-" + page.replaceAll("[^A-Za-z0-9]+", "-"));
        String rest = WELL_KNOWN.matcher(screen.text()).replaceAll(" ");
        assertThat(WORD.matcher(rest).results().map(found -> found.group()).distinct())
                .as("words on %s for %s", page, who)
                .isEmpty();
    }
}
