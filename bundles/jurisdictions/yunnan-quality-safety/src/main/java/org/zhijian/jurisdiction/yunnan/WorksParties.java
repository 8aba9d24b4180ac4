package org.zhijian.jurisdiction.yunnan;

import java.util.List;
import java.util.stream.Stream;
import org.zhijian.api.register.RegisterView;

/** The parties of one works together. Pure functions. */
final class WorksParties {
    private WorksParties() {}

    /** The number of the next party to the works. */
    static String nextNo(RegisterView<WorksParty> parties, String worksNo) {
        return "%s-D%02d".formatted(worksNo, parties.where("works", worksNo).size() + 1);
    }

    /** The works with whoever takes part now, and under which contracts. */
    static Works renew(Works works, RegisterView<WorksParty> parties) {
        List<WorksParty> current = WorksParty.of(parties, works.worksNo());
        return works.formedBy(
                Stream.concat(Stream.of(works.developer()), current.stream().map(WorksParty::organisation))
                        .distinct()
                        .toList(),
                current.stream()
                        .map(WorksParty::contractRegNo)
                        .filter(number -> !number.isEmpty())
                        .distinct()
                        .toList());
    }

    /** True if somebody serves for this party, and not for what else its organisation is to the works. */
    static boolean serves(Engagement engagement, WorksParty party) {
        return engagement.organisation().equals(party.organisation())
                && (!engagement.post().isKey() || engagement.post().side() == party.role());
    }
}
