package org.zhijian.rest.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.zhijian.api.register.Dictionary.Entry;
import org.zhijian.api.register.Dictionary.Use;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Once;
import org.zhijian.core.dictionaries.Dictionaries;
import org.zhijian.rest.schema.Operation;
import org.zhijian.rest.shape.Commands.EntryCommand;
import org.zhijian.rest.shape.DictionaryItem;
import org.zhijian.rest.shape.Listing;

/** The dictionaries of a region, for those who administer it. */
@Path("v1/jurisdictions/{jurisdiction}/administration/dictionaries")
@Produces(MediaType.APPLICATION_JSON)
public final class DictionariesResource {
    private final Dictionaries dictionaries;

    public DictionariesResource(Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
    }

    @GET
    @Operation("本辖区的数据字典及其全部项")
    public Listing<DictionaryItem> list(@Context Caller caller, @PathParam("jurisdiction") String jurisdiction) {
        return Listing.whole(dictionaries.list(caller, jurisdiction), DictionaryItem::of);
    }

    @PUT
    @Path("{dictionary}/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation("新增、修改、停用或启用数据字典的一项；停用的项不能再选，已选用的照常显示")
    public DictionaryItem save(
            @Context Caller caller,
            @Context Once once,
            @PathParam("jurisdiction") String jurisdiction,
            @PathParam("dictionary") String dictionary,
            @PathParam("code") String code,
            EntryCommand command) {
        Use status = Boolean.FALSE.equals(command.inUse()) ? Use.RETIRED : Use.IN_USE;
        int position = command.position() == null ? 0 : command.position();
        Entry entry = new Entry(code, Asked.needed("label", command.label()), position, status);
        return DictionaryItem.of(dictionaries.save(caller, once, jurisdiction, dictionary, entry));
    }
}
