package org.zhijian.portal.visit;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.RouteParameters;
import java.util.Optional;
import org.zhijian.api.Descriptor;
import org.zhijian.core.access.Caller;
import org.zhijian.core.catalogue.Catalogue;

/**
 * One call at one address.
 *
 * @param regionId the region in the address, blank if there is none
 * @param region its descriptor, empty if it has never been here
 * @param running false while its module does not run: all of it can be read, and nothing be done
 */
public record Visit(
        Platform platform,
        String regionId,
        Optional<Descriptor> region,
        boolean running,
        RouteParameters parameters,
        Location location) {
    /** The name of the parameter that holds the region. */
    public static final String REGION = "region";

    /** The call at this address, with what runs there now. */
    public static Visit at(Platform platform, RouteParameters parameters, Location location) {
        String regionId = parameters.get(REGION).orElse("");
        Optional<Catalogue.Entry> entry = platform.region(regionId);
        return new Visit(
                platform,
                regionId,
                entry.map(Catalogue.Entry::descriptor),
                entry.filter(Catalogue.Entry::isRunning).isPresent(),
                parameters,
                location);
    }

    /** The same call with what runs there by now. */
    public Visit again() {
        return at(platform, parameters, location);
    }

    /** Who calls, as the core sees it now. */
    public Caller caller() {
        return Visitor.caller(platform.signIn());
    }

    /** True if this account belongs to this region. */
    public boolean isHome(Caller caller) {
        return caller.isSignedIn() && caller.jurisdiction().equals(regionId);
    }

    /** A parameter of the path, blank if it is not there. */
    public String parameter(String name) {
        return parameters.get(name).orElse("");
    }

    /** A parameter of the query, blank if it is not there. */
    public String query(String name) {
        return location.getQueryParameters().getSingleParameter(name).orElse("");
    }

    /** An address inside the region. */
    public String to(String path) {
        return path.isEmpty() ? regionId : regionId + "/" + path;
    }

    /** The name of the system as its front page has it; the house's own where there is no such region. */
    public String systemName() {
        return region.map(descriptor -> descriptor.portal().name()).orElse("建设工程质量监督业务平台");
    }
}
