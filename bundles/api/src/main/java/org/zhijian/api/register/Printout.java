package org.zhijian.api.register;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The certificate that is printed for a record of a register.
 *
 * @param title title of the certificate
 * @param issuer who stands for it
 * @param columns ids of the columns that it shows, in this order
 * @param statuses codes of the statuses in which it may be printed; empty for all
 */
public record Printout(String title, String issuer, List<String> columns, Set<String> statuses) {
    public Printout {
        Objects.requireNonNull(title);
        Objects.requireNonNull(issuer);
        columns = List.copyOf(columns);
        statuses = Set.copyOf(statuses);
    }

    public static Printout certificate(String title, String issuer, String... columns) {
        return new Printout(title, issuer, List.of(columns), Set.of());
    }

    /** Only records in one of these statuses are printed. */
    public Printout whileIn(Enum<?>... allowed) {
        return new Printout(
                title, issuer, columns, Arrays.stream(allowed).map(Enum::name).collect(Collectors.toSet()));
    }

    public boolean allows(String status) {
        return statuses.isEmpty() || statuses.contains(status);
    }
}
