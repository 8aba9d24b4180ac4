package org.zhijian.rest;

import org.zhijian.core.administration.Administration;
import org.zhijian.core.calendar.WorkCalendar;
import org.zhijian.core.cases.Assignments;
import org.zhijian.core.audit.Audit;
import org.zhijian.core.cases.Cases;
import org.zhijian.core.cases.CoReviews;
import org.zhijian.core.cases.Delegations;
import org.zhijian.core.cases.Tasks;
import org.zhijian.core.catalogue.Catalogue;
import org.zhijian.core.documents.Documents;
import org.zhijian.core.exports.Exports;
import org.zhijian.core.identity.SignIn;
import org.zhijian.core.modules.Installation;
import org.zhijian.core.notices.Announcements;
import org.zhijian.core.registers.AgencyGrants;
import org.zhijian.core.registers.RecordActs;
import org.zhijian.core.registers.RegisterBrowser;
import org.zhijian.core.registration.RegisterImports;
import org.zhijian.core.registration.Registrations;

/** The services of the core that the contract stands on. */
record Services(
        SignIn signIn,
        Catalogue catalogue,
        Cases cases,
        Tasks tasks,
        Assignments assignments,
        CoReviews coReviews,
        Delegations delegations,
        WorkCalendar calendar,
        RegisterBrowser registers,
        RecordActs acts,
        Exports exports,
        AgencyGrants grants,
        Announcements announcements,
        Documents documents,
        Registrations registrations,
        Administration administration,
        Audit audit,
        RegisterImports imports,
        Installation installation) {}
