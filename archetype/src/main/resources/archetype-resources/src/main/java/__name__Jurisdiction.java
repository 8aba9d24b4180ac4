package ${package};

import org.osgi.service.component.annotations.Component;
import org.zhijian.api.Demonstration;
import org.zhijian.api.Descriptor;
import org.zhijian.api.Jurisdiction;
import org.zhijian.api.OrganisationType;
import org.zhijian.api.Portal;

/** The one service of this module: everything else hangs off its descriptor. */
@Component
public final class ${name}Jurisdiction implements Jurisdiction {

    @Override
    public Descriptor descriptor() {
        return Descriptor.jurisdiction("${id}", "${title}")
                .numbered("${prefix}")
                .portal(Portal.named("${title}"))
                .offices(Offices.all())
                .organisationTypes(new OrganisationType(Filing.FILER, "备案单位"))
                .procedures(Filing.procedure())
                .registers(Entry.ENTRIES)
                .build();
    }

    @Override
    public Demonstration demonstration() {
        return Cast.demonstration();
    }
}
