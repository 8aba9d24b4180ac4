package org.zhijian.portal.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhijian.api.form.Slot;
import org.zhijian.core.cases.AttachmentView;
import org.zhijian.core.cases.ScanQuality;

class MaterialsTest {
    private static final Slot CONTRACT = Slot.scan("contract", "劳动合同");

    private static AttachmentView file(int n, int round, int replacedIn) {
        return new AttachmentView(
                n,
                "contract",
                "合同" + n + ".jpg",
                "image/jpeg",
                2048,
                "",
                round,
                replacedIn == 0,
                replacedIn,
                ScanQuality.UNKNOWN,
                Instant.EPOCH);
    }

    private static String shown(int round, AttachmentView... files) {
        return Materials.of(null, null, List.of(CONTRACT), List.of(files), round)
                .getElement()
                .getTextRecursively()
                .replaceAll("JPG|2(\\.0)? KB", "")
                .strip();
    }

    /** ATT-04. */
    @Test
    void whatEarlierRoundsHandedInStandsBelowWhatIsThereNow() {
        assertThat(shown(1, file(1, 1, 0))).isEqualTo("材料劳动合同合同1.jpg");
        assertThat(shown(2, file(1, 1, 2), file(2, 1, 0), file(3, 2, 0)))
                .isEqualTo("材料劳动合同合同2.jpg合同3.jpg第 1 次提交的材料合同1.jpg合同2.jpg");
        assertThat(shown(3, file(1, 1, 2), file(2, 2, 3), file(3, 3, 0)))
                .isEqualTo("材料劳动合同合同3.jpg第 2 次提交的材料合同2.jpg第 1 次提交的材料合同1.jpg");
    }

    @Test
    void aRoundThatChangedNothingIsNotShownAgain() {
        assertThat(shown(3, file(1, 1, 0))).isEqualTo("材料劳动合同合同1.jpg");
        assertThat(shown(3, file(1, 1, 3), file(2, 3, 0))).isEqualTo("材料劳动合同合同2.jpg第 2 次提交的材料合同1.jpg");
    }

    @Test
    void aCaseWithoutFilesSaysSo() {
        assertThat(shown(1)).isEqualTo("材料没有材料");
    }
}
