package org.zhijian.portal.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Menu;
import org.zhijian.api.register.Column.Refers;
import org.zhijian.api.register.Register;
import org.zhijian.core.access.Caller;
import org.zhijian.portal.visit.Visit;

/** Where the entries of a region's own menu lead, and which of them an address belongs to. */
final class MenuEntries {
    private MenuEntries() {}

    /** The address inside the region; a group has none of its own. */
    static String path(Menu entry) {
        if (entry instanceof Menu.Matter matter) {
            return "matters/" + matter.procedure() + query(matter.preset());
        }
        if (entry instanceof Menu.Review review) {
            return "reviews/" + review.procedure();
        }
        if (entry instanceof Menu.Records records) {
            return "registers/" + records.register() + query(records.where());
        }
        return "";
    }

    private static String query(Map<String, String> values) {
        return values.isEmpty()
                ? ""
                : new TreeMap<>(values)
                        .entrySet().stream()
                                .map(value -> encode(value.getKey()) + "=" + encode(value.getValue()))
                                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The entries of this kind. */
    static <E extends Menu> Stream<E> of(Descriptor region, Class<E> kind) {
        return region.menu().stream()
                .flatMap(Menu::all)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** The entry of this kind that the visit has come by. */
    static <E extends Menu> Optional<E> here(Visit visit, Class<E> kind) {
        return visit.region().stream()
                .flatMap(region -> of(region, kind))
                .filter(entry -> isHere(visit, entry))
                .findFirst();
    }

    /** False for a person or a firm of whose kind nobody owns a record of the register: there would be nothing to see. */
    static boolean mayOwn(Caller caller, Register<?> register) {
        return switch (caller.kind()) {
            case PERSON -> isOwnedBy(register, Refers.PERSON);
            case ORGANISATION -> isOwnedBy(register, Refers.ORGANISATION);
            default -> true;
        };
    }

    private static boolean isOwnedBy(Register<?> register, Refers kind) {
        return register.columns().stream().anyMatch(column -> column.owner() && column.refers() == kind);
    }

    static boolean isHere(Visit visit, Menu entry) {
        return !(entry instanceof Menu.Group)
                && visit.location().getPathWithQueryParameters().equals(visit.to(path(entry)));
    }
}
