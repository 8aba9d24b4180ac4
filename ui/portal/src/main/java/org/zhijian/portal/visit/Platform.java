package org.zhijian.portal.visit;

import java.util.Objects;
import java.util.Optional;
import org.zhijian.core.administration.Administration;
import org.zhijian.core.agencies.Agencies;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.calendar.WorkCalendar;
import org.zhijian.core.cases.Assignments;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.cases.CoReviews;
import org.zhijian.core.cases.Delegations;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.dictionaries.Dictionaries;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.identity.LoginNames;
import org.zhijian.core.identity.MobileChanges;
import org.zhijian.core.identity.PlatformSignIn;
import org.zhijian.core.identity.QrSignIn;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.identity.SignInMeans;
import org.zhijian.core.identity.UsbKeySignIn;
import org.zhijian.core.intake.IncomingMessages;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.modules.Migrations;
import org.zhijian.core.notices.Announcements;
import org.zhijian.core.notices.Messages;
import org.zhijian.core.notices.OutgoingMessages;
import org.zhijian.core.organisation.OwnOrganisation;
import org.zhijian.core.registers.RecordActs;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.core.registration.RegisterImports;
import org.zhijian.core.registration.Registrations;

/** The services of the core, as pages are given them. Thread-safe, as they are. */
public record Platform(
        Catalogue catalogue,
        Cases cases,
        Tasks tasks,
        Assignments assignments,
        CoReviews coReviews,
        Delegations delegations,
        WorkCalendar calendar,
        Dictionaries dictionaries,
        RegisterBrowser registers,
        Exports exports,
        RecordActs acts,
        Announcements announcements,
        Messages messages,
        OutgoingMessages outgoing,
        IncomingMessages incoming,
        Agencies agencies,
        Documents documents,
        Audit audit,
        Registrations registrations,
        RegisterImports imports,
        Administration administration,
        OwnOrganisation organisation,
        SignIn signIn,
        QrSignIn qrSignIn,
        UsbKeySignIn usbKeySignIn,
        PlatformSignIn platformSignIn,
        LoginNames loginNames,
        MobileChanges mobileChanges,
        SignInMeans signInMeans,
        Installation installation,
        Migrations migrations) {

    public Platform {
        Objects.requireNonNull(catalogue);
        Objects.requireNonNull(cases);
        Objects.requireNonNull(tasks);
        Objects.requireNonNull(assignments);
        Objects.requireNonNull(coReviews);
        Objects.requireNonNull(delegations);
        Objects.requireNonNull(calendar);
        Objects.requireNonNull(dictionaries);
        Objects.requireNonNull(registers);
        Objects.requireNonNull(exports);
        Objects.requireNonNull(acts);
        Objects.requireNonNull(announcements);
        Objects.requireNonNull(messages);
        Objects.requireNonNull(outgoing);
        Objects.requireNonNull(incoming);
        Objects.requireNonNull(agencies);
        Objects.requireNonNull(documents);
        Objects.requireNonNull(audit);
        Objects.requireNonNull(registrations);
        Objects.requireNonNull(imports);
        Objects.requireNonNull(administration);
        Objects.requireNonNull(organisation);
        Objects.requireNonNull(signIn);
        Objects.requireNonNull(qrSignIn);
        Objects.requireNonNull(usbKeySignIn);
        Objects.requireNonNull(platformSignIn);
        Objects.requireNonNull(loginNames);
        Objects.requireNonNull(mobileChanges);
        Objects.requireNonNull(signInMeans);
        Objects.requireNonNull(installation);
    }

    /** The region with this id, empty if it has never been here. */
    public Optional<Catalogue.Entry> region(String id) {
        return catalogue.known(id);
    }
}
