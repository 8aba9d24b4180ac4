package org.zhijian.portal.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.zhijian.api.form.FormData;
import org.zhijian.api.form.Option;
import org.zhijian.core.access.Page;

class OptionSourceTest {
    private static final List<Option> FIVE = List.of(
            new Option("a", "甲一"),
            new Option("b", "乙一"),
            new Option("c", "甲二"),
            new Option("d", "乙二"),
            new Option("e", "甲三"));

    private final OptionSource source = new OptionSource("field", new KnownChoices(FIVE), () -> FormData.EMPTY);

    @Test
    void follows_the_cursors_as_far_as_is_asked_for() {
        assertThat(source.fetch("", 0, 3)).extracting(Option::value).containsExactly("a", "b", "c");
        assertThat(source.fetch("", 3, 50)).extracting(Option::value).containsExactly("d", "e");
    }

    @Test
    void another_text_begins_anew() {
        assertThat(source.fetch("", 0, 50)).hasSize(5);
        assertThat(source.fetch("甲", 0, 50)).extracting(Option::value).containsExactly("a", "c", "e");
        assertThat(source.fetch("甲", 2, 50)).extracting(Option::value).containsExactly("e");
    }

    @Test
    void what_is_chosen_already_is_found_on_later_pages_or_keeps_its_value() {
        assertThat(source.chosen("place", "e")).isEqualTo(new Option("e", "甲三"));
        assertThat(source.chosen("place", "z")).isEqualTo(new Option("z", "z"));
    }

    @Test
    void a_list_is_outdated_only_if_the_choices_have_changed_with_the_form() {
        AtomicReference<FormData> form = new AtomicReference<>(FormData.EMPTY);
        Choices byForm = new Choices() {
            @Override
            public Page<Option> find(String field, FormData filled, String text, String cursor) {
                return new Page<>(filled.has("few") ? FIVE.subList(0, 1) : FIVE, "");
            }

            @Override
            public String label(String place) {
                return "";
            }
        };
        OptionSource dependent = new OptionSource("field", byForm, form::get);
        assertThat(dependent.isOutdated()).isFalse();
        assertThat(dependent.fetch("", 0, 50)).hasSize(5);

        form.set(new FormData(Map.of("other", "1")));
        assertThat(dependent.isOutdated()).isFalse();
        form.set(new FormData(Map.of("few", "1")));
        assertThat(dependent.isOutdated()).isTrue();
    }
}
