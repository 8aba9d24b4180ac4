package org.zhijian.core.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zhijian.api.directory.Organisation;
import org.zhijian.core.access.Caller;
import org.zhijian.core.access.Page;

/** What an organisation sees of itself (本单位, 本单位人员). Everybody but the accounts of organisations is refused with 403. Thread-safe. */
@ProviderType
public interface OwnOrganisation {

    /** A matter by which something known is changed. */
    record Matter(String procedure, String title) {}

    /**
     * The organisation as it is known.
     *
     * @param organisation its mobile number masked
     * @param types titles of its types that the region knows
     * @param changedBy the matters that change what is known of it, empty if none does here
     */
    record View(Organisation organisation, List<String> types, List<Matter> changedBy) {}

    /** A record that speaks of a person, such as a certificate. */
    record Holding(String register, String title, String key, String status) {}

    /**
     * Somebody who works here now.
     *
     * @param idNumber masked
     * @param mobile masked
     * @param since empty if it is not known
     */
    record Member(
            String personId,
            String name,
            String idNumber,
            String mobile,
            String post,
            Optional<LocalDate> since,
            List<Holding> holdings) {}

    View view(Caller caller);

    /** By name. @param text part of the name; blank for all */
    Page<Member> staff(Caller caller, String text, String cursor, int limit);
}
