package org.zhijian.rest.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.rest.http.Open;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Installed.JurisdictionItem;
import org.zhijian.rest.shape.Listing;

/** The installed jurisdictions. */
@Open
@Path("v1/jurisdictions")
@Produces(MediaType.APPLICATION_JSON)
public final class JurisdictionsResource {
    private final Catalogue catalogue;

    public JurisdictionsResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GET
    @Operation("已安装的辖区及其办事事项和台账")
    public Listing<JurisdictionItem> list() {
        return Listing.whole(catalogue.jurisdictions(), JurisdictionItem::of);
    }
}
