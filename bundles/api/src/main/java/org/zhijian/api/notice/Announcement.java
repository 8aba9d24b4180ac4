package org.zhijian.api.notice;

import java.util.Objects;

/**
 * A public announcement (公告). Whoever writes one masks personal data in it: name in masked form and certificate number, nothing else. Identity and
 * mobile numbers that are left in it are masked when it is published.
 *
 * @param kind a short Chinese word for lists, such as 变更
 * @param title Chinese title
 * @param body Chinese text, paragraphs separated by line feeds
 */
public record Announcement(String kind, String title, String body) {
    public Announcement {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(title);
        Objects.requireNonNull(body);
    }
}
