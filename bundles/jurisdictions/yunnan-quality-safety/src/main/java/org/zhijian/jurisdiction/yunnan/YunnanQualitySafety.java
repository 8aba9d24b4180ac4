package org.zhijian.jurisdiction.yunnan;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.query.Source;
import org.zhijian.api.query.Unfinished;

/** 云南省建筑市场监管与诚信一体化平台（质量安全管理系统）: admission of key personnel, supervised works, completion filing. */
@Component
public final class YunnanQualitySafety implements Jurisdiction {

    /** What an installation may decide otherwise, in {@code org.zhijian.jurisdiction.yunnan.YunnanQualitySafety.cfg}. */
    @interface Configuration {
        /** True if works of the same contract do not stand in the way of a substitute. */
        boolean sameContractExemption() default false;
    }

    private final Settings settings;

    @Activate
    public YunnanQualitySafety(Configuration configuration) {
        this(new Settings(configuration.sameContractExemption()));
    }

    YunnanQualitySafety(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Descriptor descriptor() {
        return Descriptor.jurisdiction("yunnan-quality-safety", "云南省工程质量安全管理")
                .numbered("YN")
                .region(Offices.PROVINCE_CODE)
                .portal(FrontDoor.portal())
                .offices(Offices.all())
                .organisationTypes(Arrays.stream(PartyRole.values())
                        .map(role ->
                                new OrganisationType(role.name(), role.title()).changedBy(OrganisationInformation.ID))
                        .toArray(OrganisationType[]::new))
                .registrations(AccountRegistration.registration())
                .procedures(
                        UnlockApplication.procedure(),
                        Substitution.procedure(settings),
                        PermitEntry.procedure(),
                        WorksChange.procedure(),
                        PartyChange.procedure(settings),
                        PeopleChange.procedure(),
                        CompletionFiling.procedure(),
                        OrganisationInformation.procedure())
                .registers(
                        Works.WORKS,
                        WorksParty.PARTIES,
                        Engagement.ENGAGEMENTS,
                        PersonLock.LOCKS,
                        UnlockRecord.UNLOCKS,
                        ChangeRecord.CHANGES,
                        Permit.PERMITS,
                        CompletionRecord.COMPLETIONS,
                        Certificate.CERTIFICATES,
                        OrganisationFile.FILES)
                .dictionaries(UnlockApplication.REASONS)
                .channels(WorksAnswer.RESULTS, CompletionNotice.COMPLETIONS, WorksNews.NEWS)
                .intakes(WorksPush.intake(), PermitPush.intake())
                .answers(Source.source(Unfinished.PROJECTS, YunnanQualitySafety::unfinished))
                .menu(Menus.all())
                .build();
    }

    /** The posts that a person holds on works that go on. */
    private static List<Unfinished> unfinished(Source.Asked asked) {
        return Engagement.of(asked.registers().of(Engagement.ENGAGEMENTS), asked.personId()).stream()
                .filter(Engagement::isOnPost)
                .map(engagement -> new Unfinished(
                        engagement.person(),
                        engagement.organisation(),
                        engagement.worksName(),
                        engagement.post().title(),
                        engagement.from()))
                .toList();
    }

    @Override
    public Demonstration demonstration() {
        return Cast.demonstration();
    }
}
