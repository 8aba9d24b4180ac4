package org.zhijian.core.exports;

/** What spreadsheets read. */
public enum Format {
    XLSX("xlsx", Format.XLSX_TYPE),
    CSV("csv", Format.CSV_TYPE);

    /** The media type of {@link #XLSX}. */
    public static final String XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** The media type of {@link #CSV}. */
    public static final String CSV_TYPE = "text/csv;charset=utf-8";

    private final String ending;
    private final String mediaType;

    Format(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** The ending of file names, without the dot. */
    public String ending() {
        return ending;
    }

    public String mediaType() {
        return mediaType;
    }
}
