package org.zhijian.portal.components;

import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.upload.UploadI18N;
import java.util.List;

/** The words of Vaadin's own components. */
public final class Chinese {
    private static final int MONDAY = 1;

    private Chinese() {}

    public static DatePickerI18n calendar() {
        return new DatePickerI18n()
                .setMonthNames(List.of("一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月"))
                .setWeekdays(List.of("星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"))
                .setWeekdaysShort(List.of("日", "一", "二", "三", "四", "五", "六"))
                .setFirstDayOfWeek(MONDAY)
                .setDateFormats("yyyy-MM-dd", "yyyyMMdd", "yyyy/MM/dd", "yyyy.MM.dd")
                .setToday("今天")
                .setCancel("取消")
                .setBadInputErrorMessage("日期格式不正确，应为 2026-11-23 的样式")
                .setRequiredErrorMessage("请填写日期");
    }

    public static MultiSelectComboBoxI18n several() {
        return new MultiSelectComboBoxI18n()
                .setCleared("已清空")
                .setFocused("，按退格键移除")
                .setSelected("已选中")
                .setDeselected("已移除")
                .setTotal("共选中 {count} 项");
    }

    public static UploadI18N upload() {
        UploadI18N words = new UploadI18N();
        words.setAddFiles(new UploadI18N.AddFiles().setOne("选择文件").setMany("选择文件"));
        words.setDropFiles(new UploadI18N.DropFiles().setOne("或拖放到此处").setMany("或拖放到此处"));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles("文件过多")
                .setFileIsTooBig("文件过大")
                .setIncorrectFileType("文件格式不正确"));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting("正在连接…")
                        .setStalled("上传停滞")
                        .setProcessing("正在处理…")
                        .setHeld("等待上传"))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix("剩余时间：")
                        .setUnknown("剩余时间未知"))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable("上传失败，请稍后重试")
                        .setUnexpectedServerError("上传失败，请稍后重试")
                        .setForbidden("上传被拒绝")));
        words.setFile(new UploadI18N.File().setRetry("重试").setStart("开始").setRemove("移除"));
        words.setUnits(new UploadI18N.Units(List.of("B", "KB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB")));
        return words;
    }
}
