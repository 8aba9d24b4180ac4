package org.zhijian.core.internal.store.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;
import org.zhijian.core.calendar.DayKind;

/** A day that is, in one region, other than its weekday says. */
@Entity
@Table(name = "ZJ_CALENDAR_DAY")
@IdClass(CalendarDayEntity.Key.class)
public class CalendarDayEntity {
    /** Code of the region, 000000 for the whole country. */
    @Id
    @Column(name = "REGION_CODE", length = 6)
    private String regionCode;

    @Id
    @Column(name = "CALENDAR_DAY")
    private LocalDate day;

    @Enumerated(EnumType.STRING)
    @Column(name = "KIND", length = 10)
    private DayKind kind;

    @Column(name = "TITLE", length = 60)
    private String title;

    protected CalendarDayEntity() {}

    public CalendarDayEntity(String regionCode, LocalDate day) {
        this.regionCode = regionCode;
        this.day = day;
    }

    /** Identifies a day of a region. */
    public static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private String regionCode;
        private LocalDate day;

        public Key() {}

        public Key(String regionCode, LocalDate day) {
            this.regionCode = regionCode;
            this.day = day;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && regionCode.equals(key.regionCode) && day.equals(key.day);
        }

        @Override
        public int hashCode() {
            return Objects.hash(regionCode, day);
        }
    }

    public String regionCode() {
        return regionCode;
    }

    public LocalDate day() {
        return day;
    }

    public DayKind kind() {
        return kind;
    }

    public void kind(DayKind value) {
        kind = value;
    }

    public String title() {
        return title;
    }

    public void title(String value) {
        title = value;
    }
}
