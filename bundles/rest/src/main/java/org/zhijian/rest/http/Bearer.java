package org.zhijian.rest.http;

import java.util.Optional;

/** Reads bearer tokens off headers. */
public final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token in an {@code Authorization} header; empty if the header is null, blank or of another scheme. */
    public static Optional<String> token(String authorization) {
        return Optional.ofNullable(authorization)
                .map(String::strip)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty());
    }
}
