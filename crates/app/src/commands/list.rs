//! The list itself. A row: window, name, verb (its input) -> its answer.

use super::{Nothing, commands};
use crate::access::{AccessPage, ChainCheck, OfCase};
use crate::accesso_atti::{
    AnswerRichiesta, AskRichieste, EditRichiesta, RegisterRichiesta, Richieste, RichiesteOfCase,
};
use crate::agenda::{
    ActionLine, ActionRef, AgendaRange, AppointmentInput, AppointmentRef, AppointmentView, AskActions,
    AskRange, CreateAction, DropAction, EditAction, EditAppointment, NotHappened,
};
use crate::archives::{
    ArchiveCard, ArchiveId, BackupDone, ChangePassphrase, CheckPassphrase, Copy, CreateArchive, Entered,
    PassphraseVerdict, RecoverArchive, RestoreArchive, SuggestedPassphrase, UnlockArchive,
};
use crate::assessments::{AskedSet, AssessmentRef, AssessmentsOfCase, SignAssessment};
use crate::board::{AskBoard, Board, ExportBoard, PrintBoard};
use crate::cases::{
    AskMessages, AssignOperator, CaseList, CaseListAsk, CasePage, ChangeComune, CloseCase, CompleteCase,
    EndAssignment, InvolvePeople, LeaveMessage, MessageView, MoveCase, OneCase, OpenCase, Opened, ReopenCase,
    ServiceAsk, ServiceCard, ServiceCodes, SettleMessage, TimeLine,
};
use crate::deadlines::{CalendarWords, CaseDeadlines, ChangeRules, DeadlineRules, DecideDeadline};
use crate::desk::{
    AcceptAccesso, Accepted, AccessoPage, AccessoRef, AskDesk, AskDeskCount, DeskCodes, DeskCount, DeskPage,
    SaveAccesso, StepAccesso,
};
use crate::diary::{
    ActivityPage, ActivityRef, ActivityView, Annul, Annulled, AskActivities, AskReaders, AskTemplate,
    Classify, Confirm, DiaryPage, EntryRef, FileInfo, Files, ListEntries, PlaceEntry, ReadersOfFile, Rectify,
    Sign, SignAnswer, SignMany, SignedDraft, Start, Started,
};
use crate::drafts::{Discard, DraftRef, DraftSaved, DraftSummary, DraftView, SaveDraft};
use crate::files::{AddFile, FileContent, FileRef, FilesOf, FilesPage, RemoveFile};
use crate::find::{Find, Hits};
use crate::imports::{
    BeginImport, ImportPreview, ImportProgress, ImportRef, ImportSummary, OpenTable, OpenedTable,
    PreviewImport, ReportFile, ReportWords, UndoReport,
};
use crate::office::{
    AskClashes, AskMerge, AskRefused, AskRequests, AskWaiting, ClashView, FindOffice, FoundOffice, HeldView,
    JoinForm, Joined, OfficeNow, OfficeStatus, PassedTo, RefusedView, RequestView, Requested, SettleClash,
    SettleHeld, SyncReport, WaitingMarks,
};
use crate::people::{
    CheckPerson, Checked, CreatePerson, EditPerson, ListPeople, MergePeople, PeoplePage, PersonPage,
    PersonRef, PlaceNames, ReadCode, RemoveFromPerson, SaveAddress, SaveAlert, SaveContact, SaveEnrolment,
    SaveHousehold, SaveRelation, SaveResponsibility, SaveSocialTie, Saved, SearchPlaces, Shown,
    SuggestDuplicates, Suggestion, TypedCode, UnmergePeople,
};
use crate::phases::{CodeListCard, ExportWords, LoadList, PhasesPage, SaveDatum, SavePhase};
use crate::pictures::{EcomapOf, EcomapPicture, GenogramPicture, PictureFile, PictureOf, SavePicture};
use crate::placements::{
    AskBudget, AskPlacements, BudgetView, PlacementCodes, PlacementRef, PlacementsPage, PlacementsRegister,
    RemoveFromPlacement, RunningPlacement, SaveBeside, SaveFacility, SavePlacement, SignBudget,
    StepPlacement,
};
use crate::plans::{PlanCodes, PlanPage, PlanRef, PlansOfCase, ReviewPlan, SavePlan, SignParty};
use crate::schools::{ListClasses, ListPupils, Pupil, SaveClass, SaveSchool};
use crate::session::{ChangeOfficeSettings, ChangeSettings, Info, OfficeSettings, ViewState};
use crate::spazio_neutro::{
    AssignSnPath, CloseSnPath, MeetingRef, RemoveSnStep, SaveMeeting, SaveSnPath, SnCodes, SnPage, SnPathRef,
    SnPaths, TakeSnStep,
};
use crate::staff::{ChangeOperator, OperatorCard, OperatorForm};
use crate::substitutions::{
    AskSubstitutable, ChangeSubstitutionEnd, MadeSubstitution, MakeSubstitution, SubstitutableCase,
    Substitutions,
};
use crate::today::Today;
use crate::tutela::{
    AddPenal, AddProceeding, AddStep, AddToOrder, AnswerMandate, AuthorityCard, ChangeResponsibility,
    CloseMeasure, CourtCodes, CourtPage, EditInFile, EditReport, EndOrder, IncludeEntries, Included,
    MoveReport, MyReports, OpenMeasure, PrintMeasure, RegisterOrder, Registered, RemoveStep, ReportPage,
    ReportRef, ReportsOfCase, SaveAuthority, SaveReport, SignReport, StartFinalReport, StartReport,
    TickMeasure,
};
use crate::visits::{PrepareVisit, VisitSheet};
use crate::{AskNames, Names, PaperHead};
use cartella_domain::cases::OpenItem;
use cartella_domain::diary::EntryDraft;
use cartella_domain::files::AttachedTo;
use cartella_domain::{
    desk::ReferralNote,
    placements::{AssenzaCom, FatturaCom, Retta, RichiestaDisponibilita, Struttura},
    places::{Country, Place},
    schools::{School, SchoolClass},
    settings::Setting,
    tutela::{AffidamentoEnte, Mandato, Misura403, MisuraPenale, Prescrizione, Procedimento, Provvedimento},
};
use std::collections::BTreeMap;

commands! {
    lock "archive.list" archives::list(Nothing) -> Vec<ArchiveCard>;
    lock "archive.suggest_passphrase" archives::suggest_passphrase(Nothing) -> SuggestedPassphrase;
    lock "archive.check_passphrase" archives::check_passphrase(CheckPassphrase) -> PassphraseVerdict;
    lock "archive.create" archives::create(CreateArchive) -> Entered;
    lock "archive.unlock" archives::unlock(UnlockArchive) -> Entered;
    lock "archive.recover" archives::recover(RecoverArchive) -> Entered;
    lock "archive.copies" archives::copies_of(ArchiveId) -> Vec<Copy>;
    lock "archive.restore" archives::restore(RestoreArchive) -> Entered;
    main "session.suggest_passphrase" archives::suggest_another(Nothing) -> SuggestedPassphrase;
    main "session.check_passphrase" archives::check_another(CheckPassphrase) -> PassphraseVerdict;
    main "archive.change_passphrase" archives::change_passphrase(ChangePassphrase) -> Nothing;
    main "archive.backup" archives::backup(Nothing) -> BackupDone;
    main "archive.backup_list" archives::copies_here(Nothing) -> Vec<Copy>;
    main "find.anything" find::anything(Find) -> Hits;
    main "access.of_case" access::of_case(OfCase) -> AccessPage;
    main "access.verify" access::verify(Nothing) -> ChainCheck;
    main "session.info" session::info(Nothing) -> Info;
    main "session.settings" session::settings(Nothing) -> Setting;
    main "session.change_settings" session::change_settings(ChangeSettings) -> Setting;
    main "office.settings" session::office_settings(Nothing) -> OfficeSettings;
    main "office.change_settings" session::change_office_settings(ChangeOfficeSettings) -> OfficeSettings;
    main "session.keep_view" session::keep_view(ViewState) -> Nothing;
    main "draft.save" drafts::save(SaveDraft) -> DraftSaved;
    main "draft.keep" drafts::keep(DraftRef) -> Nothing;
    main "draft.get" drafts::get(DraftRef) -> DraftView;
    main "draft.list" drafts::list(Nothing) -> Vec<DraftSummary>;
    main "draft.discard" drafts::discard(Discard) -> Nothing;
    main "draft.discarded" drafts::discarded(Nothing) -> Vec<DraftSummary>;
    main "draft.restore" drafts::restore(DraftRef) -> Nothing;
    main "names.of" names_of(AskNames) -> Names;
    main "diary.start" diary::start(Start) -> Started;
    main "diary.template" diary::template(AskTemplate) -> EntryDraft;
    main "diary.files" diary::files(Files) -> Vec<FileInfo>;
    main "diary.readers" diary::readers(AskReaders) -> Vec<ReadersOfFile>;
    main "diary.sign" diary::sign(Sign) -> SignAnswer;
    main "diary.sign_many" diary::sign_many(SignMany) -> Vec<SignedDraft>;
    main "diary.place" diary::place(PlaceEntry) -> SignAnswer;
    main "diary.list" diary::list(ListEntries) -> DiaryPage;
    main "diary.get" diary::get(EntryRef) -> DiaryPage;
    main "diary.rectify" diary::rectify(Rectify) -> Nothing;
    main "diary.annul" diary::annul(Annul) -> Annulled;
    main "diary.confirm" diary::confirm(Confirm) -> Nothing;
    main "diary.activities" diary::activities(AskActivities) -> ActivityPage;
    main "diary.activity" diary::activity(ActivityRef) -> ActivityView;
    main "diary.classify" diary::classify(Classify) -> Nothing;
    main "agenda.range" agenda::range(AskRange) -> AgendaRange;
    main "agenda.get" agenda::get(AppointmentRef) -> AppointmentView;
    main "agenda.create" agenda::create(AppointmentInput) -> AppointmentRef;
    main "agenda.edit" agenda::edit(EditAppointment) -> Nothing;
    main "agenda.to_entry" agenda::to_entry(AppointmentRef) -> DraftRef;
    main "agenda.not_happened" agenda::not_happened(NotHappened) -> SignAnswer;
    main "agenda.actions" agenda::actions(AskActions) -> Vec<ActionLine>;
    main "agenda.action_create" agenda::action_create(CreateAction) -> ActionRef;
    main "agenda.action_edit" agenda::action_edit(EditAction) -> Nothing;
    main "agenda.action_done" agenda::action_done(ActionRef) -> Nothing;
    main "agenda.action_drop" agenda::action_drop(DropAction) -> Nothing;
    main "deadlines.of_case" deadlines::of_case(OneCase) -> CaseDeadlines;
    main "deadlines.decide" deadlines::decide(DecideDeadline) -> Nothing;
    main "deadlines.rules" deadlines::rules(Nothing) -> DeadlineRules;
    main "deadlines.change_rules" deadlines::change_rules(ChangeRules) -> DeadlineRules;
    main "deadlines.calendar" deadlines::calendar(CalendarWords) -> ReportFile;
    main "today.today" today::today(Nothing) -> Today;
    main "people.list" people::list(ListPeople) -> PeoplePage;
    main "people.get" people::get(PersonRef) -> PersonPage;
    main "people.create" people::create(CreatePerson) -> Saved;
    main "people.edit" people::edit(EditPerson) -> Saved;
    main "people.check" people::check(CheckPerson) -> Checked;
    main "people.read_code" people::read_code(TypedCode) -> ReadCode;
    main "people.suggest_duplicates" people::suggest_duplicates(SuggestDuplicates) -> Vec<Suggestion>;
    main "people.save_address" people::save_address(SaveAddress) -> Saved;
    main "people.save_contact" people::save_contact(SaveContact) -> Saved;
    main "people.save_relation" people::save_relation(SaveRelation) -> Saved;
    main "people.save_household" people::save_household(SaveHousehold) -> Saved;
    main "people.save_responsibility" people::save_responsibility(SaveResponsibility) -> Saved;
    main "people.save_alert" people::save_alert(SaveAlert) -> Saved;
    main "people.save_enrolment" people::save_enrolment(SaveEnrolment) -> Saved;
    main "people.save_social_tie" people::save_social_tie(SaveSocialTie) -> Saved;
    main "people.remove" people::remove(RemoveFromPerson) -> Nothing;
    main "people.merge" people::merge(MergePeople) -> Saved;
    main "people.unmerge" people::unmerge(UnmergePeople) -> Saved;
    main "pictures.genogram" pictures::genogram(PictureOf) -> GenogramPicture;
    main "pictures.ecomap" pictures::ecomap(EcomapOf) -> EcomapPicture;
    main "pictures.save" pictures::save(SavePicture) -> PictureFile;
    main "places.search" people::search_places(SearchPlaces) -> Vec<Place>;
    main "places.names" people::place_names(PlaceNames) -> BTreeMap<String, Place>;
    main "places.citizenships" people::citizenships(Nothing) -> Vec<Country>;
    main "schools.list" schools::list(Nothing) -> Vec<Shown<School>>;
    main "schools.classes" schools::classes(ListClasses) -> Vec<Shown<SchoolClass>>;
    main "schools.pupils" schools::pupils(ListPupils) -> Vec<Pupil>;
    main "schools.save_school" schools::save_school(SaveSchool) -> Saved;
    main "schools.save_class" schools::save_class(SaveClass) -> Saved;
    main "staff.list" staff::list(Nothing) -> Vec<OperatorCard>;
    main "staff.add" staff::add(OperatorForm) -> OperatorCard;
    main "staff.change" staff::change(ChangeOperator) -> OperatorCard;
    main "substitutions.list" substitutions::list(Nothing) -> Substitutions;
    main "substitutions.choose" substitutions::choose(AskSubstitutable) -> Vec<SubstitutableCase>;
    main "substitutions.make" substitutions::make(MakeSubstitution) -> MadeSubstitution;
    main "substitutions.ask" substitutions::ask(MakeSubstitution) -> Nothing;
    main "substitutions.change_end" substitutions::change_end(ChangeSubstitutionEnd) -> Nothing;
    main "cases.services" cases::services(Nothing) -> Vec<ServiceCard>;
    main "cases.codes" cases::codes(ServiceAsk) -> ServiceCodes;
    main "cases.list" cases::list(CaseListAsk) -> CaseList;
    main "cases.get" cases::get(OneCase) -> CasePage;
    main "visits.printed" visits::printed(PrepareVisit) -> PaperHead;
    main "visits.prepare" visits::prepare(PrepareVisit) -> VisitSheet;
    main "cases.time_line" cases::time_line(OneCase) -> TimeLine;
    main "cases.time_line_printed" cases::time_line_printed(OneCase) -> PaperHead;
    main "cases.open" cases::open(OpenCase) -> Opened;
    main "cases.assign" cases::assign(AssignOperator) -> OneCase;
    main "cases.end_assignment" cases::end_assignment(EndAssignment) -> OneCase;
    main "cases.move" cases::move_case(MoveCase) -> OneCase;
    main "cases.close" cases::close(CloseCase) -> OneCase;
    main "cases.open_items" cases::open_in_case(OneCase) -> Vec<OpenItem>;
    main "cases.reopen" cases::reopen(ReopenCase) -> OneCase;
    main "cases.complete" cases::complete(CompleteCase) -> OneCase;
    main "cases.change_comune" cases::change_comune(ChangeComune) -> OneCase;
    main "cases.involve" cases::involve(InvolvePeople) -> OneCase;
    main "cases.leave_message" cases::leave_message(LeaveMessage) -> OneCase;
    main "cases.messages" cases::messages(OneCase) -> Vec<MessageView>;
    main "cases.my_messages" cases::my_messages(AskMessages) -> Vec<MessageView>;
    main "cases.settle_message" cases::settle_message(SettleMessage) -> OneCase;
    main "board.get" board::get(AskBoard) -> Board;
    main "board.export" board::export(ExportBoard) -> ReportFile;
    main "board.printed" board::printed(PrintBoard) -> PaperHead;
    main "accesso_atti.of_case" accesso_atti::of_case(OneCase) -> RichiesteOfCase;
    main "accesso_atti.list" accesso_atti::list(AskRichieste) -> Richieste;
    main "accesso_atti.register" accesso_atti::register(RegisterRichiesta) -> OneCase;
    main "accesso_atti.edit" accesso_atti::edit(EditRichiesta) -> OneCase;
    main "accesso_atti.answer" accesso_atti::answer(AnswerRichiesta) -> OneCase;
    main "desk.codes" desk::codes(Nothing) -> DeskCodes;
    main "desk.list" desk::list(AskDesk) -> DeskPage;
    main "desk.get" desk::get(AccessoRef) -> AccessoPage;
    main "desk.save" desk::save(SaveAccesso) -> Saved;
    main "desk.take_step" desk::take_step(StepAccesso) -> AccessoRef;
    main "desk.accept" desk::accept(AcceptAccesso) -> Accepted;
    main "desk.printed" desk::printed(AccessoRef) -> PaperHead;
    main "desk.count" desk::count(AskDeskCount) -> DeskCount;
    main "desk.heard" desk::heard(OneCase) -> Vec<ReferralNote>;
    main "assessments.questions" assessments::questions(Nothing) -> Vec<AskedSet>;
    main "assessments.list" assessments::list(OneCase) -> AssessmentsOfCase;
    main "assessments.printed" assessments::printed(OneCase) -> PaperHead;
    main "assessments.sign" assessments::sign(SignAssessment) -> AssessmentRef;
    main "phases.of_case" phases::of_case(OneCase) -> PhasesPage;
    main "phases.save_phase" phases::save_phase(SavePhase) -> OneCase;
    main "phases.save_datum" phases::save_datum(SaveDatum) -> OneCase;
    main "phases.export" phases::export(ExportWords) -> ReportFile;
    main "phases.printed" phases::printed(OneCase) -> PaperHead;
    main "phases.lists" phases::lists(Nothing) -> Vec<CodeListCard>;
    main "phases.load_list" phases::load_list(LoadList) -> Vec<CodeListCard>;
    main "plans.codes" plans::codes(Nothing) -> PlanCodes;
    main "plans.list" plans::list(OneCase) -> PlansOfCase;
    main "plans.get" plans::get(PlanRef) -> PlanPage;
    main "plans.printed" plans::printed(PlanRef) -> PaperHead;
    main "plans.save" plans::save(SavePlan) -> PlanRef;
    main "plans.share" plans::share(PlanRef) -> PlanRef;
    main "plans.unshare" plans::unshare(PlanRef) -> PlanRef;
    main "plans.sign_party" plans::sign_party(SignParty) -> PlanRef;
    main "plans.conclude" plans::conclude(PlanRef) -> PlanRef;
    main "plans.review" plans::review(ReviewPlan) -> PlanRef;
    main "files.of_case" files::of_case(OneCase) -> FilesOf;
    main "files.page" files::page(OneCase) -> FilesPage;
    main "files.list" files::list(AttachedTo) -> FilesOf;
    main "files.add" files::add(AddFile) -> FileRef;
    main "files.open" files::open(FileRef) -> FileContent;
    main "files.remove" files::remove(RemoveFile) -> Nothing;
    main "tutela.authorities" tutela::authorities(Nothing) -> Vec<AuthorityCard>;
    main "tutela.save_authority" tutela::save_authority(SaveAuthority) -> Saved;
    main "tutela.codes" tutela::codes(Nothing) -> CourtCodes;
    main "tutela.of_case" tutela::of_case(OneCase) -> CourtPage;
    main "tutela.register_order" tutela::register_order(RegisterOrder) -> Registered;
    main "tutela.edit_order" tutela::edit_order(EditInFile<Provvedimento>) -> OneCase;
    main "tutela.end_order" tutela::end_order(EndOrder) -> OneCase;
    main "tutela.add_to_order" tutela::add_to_order(AddToOrder) -> OneCase;
    main "tutela.edit_mandate" tutela::edit_mandate(EditInFile<Mandato>) -> OneCase;
    main "tutela.answer_mandate" tutela::answer_mandate(AnswerMandate) -> OneCase;
    main "tutela.edit_prescription" tutela::edit_prescription(EditInFile<Prescrizione>) -> OneCase;
    main "tutela.edit_affidamento" tutela::edit_affidamento(EditInFile<AffidamentoEnte>) -> OneCase;
    main "tutela.add_proceeding" tutela::add_proceeding(AddProceeding) -> OneCase;
    main "tutela.edit_proceeding" tutela::edit_proceeding(EditInFile<Procedimento>) -> OneCase;
    main "tutela.add_penal" tutela::add_penal(AddPenal) -> OneCase;
    main "tutela.edit_penal" tutela::edit_penal(EditInFile<MisuraPenale>) -> OneCase;
    main "tutela.change_responsibility" tutela::change_responsibility(ChangeResponsibility) -> OneCase;
    main "tutela.open_measure" tutela::open_measure(OpenMeasure) -> Saved;
    main "tutela.edit_measure" tutela::edit_measure(EditInFile<Misura403>) -> OneCase;
    main "tutela.tick_measure" tutela::tick_measure(TickMeasure) -> OneCase;
    main "tutela.add_step" tutela::add_step(AddStep) -> OneCase;
    main "tutela.remove_step" tutela::remove_step(RemoveStep) -> OneCase;
    main "tutela.print_measure" tutela::print_measure(PrintMeasure) -> PaperHead;
    main "tutela.close_measure" tutela::close_measure(CloseMeasure) -> OneCase;
    main "tutela.start_report" tutela::start_report(StartReport) -> ReportRef;
    main "tutela.start_final_report" tutela::start_final_report(StartFinalReport) -> ReportRef;
    main "tutela.reports" tutela::reports(OneCase) -> ReportsOfCase;
    main "tutela.report" tutela::report(ReportRef) -> ReportPage;
    main "tutela.my_reports" tutela::my_reports(Nothing) -> MyReports;
    main "tutela.edit_report" tutela::edit_report(EditReport) -> ReportRef;
    main "tutela.include_entries" tutela::include_entries(IncludeEntries) -> Included;
    main "tutela.refresh_report" tutela::refresh_report(ReportRef) -> ReportRef;
    main "tutela.move_report" tutela::move_report(MoveReport) -> OneCase;
    main "tutela.sign_report" tutela::sign_report(SignReport) -> OneCase;
    main "tutela.save_report" tutela::save_report(SaveReport) -> ReportFile;
    main "tutela.print_report" tutela::print_report(ReportRef) -> PaperHead;
    main "placements.codes" placements::codes(Nothing) -> PlacementCodes;
    main "placements.facilities" placements::facilities(Nothing) -> Vec<Shown<Struttura>>;
    main "placements.save_facility" placements::save_facility(SaveFacility) -> Saved;
    main "placements.of_case" placements::of_case(OneCase) -> PlacementsPage;
    main "placements.register" placements::register(AskPlacements) -> PlacementsRegister;
    main "placements.running" placements::running(OneCase) -> Vec<RunningPlacement>;
    main "placements.save" placements::save(SavePlacement) -> Saved;
    main "placements.step" placements::step(StepPlacement) -> OneCase;
    main "placements.save_request" placements::save_request(SaveBeside<RichiestaDisponibilita>) -> Saved;
    main "placements.save_absence" placements::save_absence(SaveBeside<AssenzaCom>) -> Saved;
    main "placements.save_rate" placements::save_rate(SaveBeside<Retta>) -> Saved;
    main "placements.save_bill" placements::save_bill(SaveBeside<FatturaCom>) -> Saved;
    main "placements.remove" placements::remove(RemoveFromPlacement) -> OneCase;
    main "placements.budget" placements::budget(AskBudget) -> BudgetView;
    main "placements.sign_budget" placements::sign_budget(SignBudget) -> Saved;
    main "placements.print_budget" placements::print_budget(PlacementRef) -> PaperHead;
    main "spazio_neutro.codes" spazio_neutro::codes(Nothing) -> SnCodes;
    main "spazio_neutro.paths" spazio_neutro::paths(Nothing) -> SnPaths;
    main "spazio_neutro.of_case" spazio_neutro::of_case(OneCase) -> SnPage;
    main "spazio_neutro.save_path" spazio_neutro::save_path(SaveSnPath) -> Saved;
    main "spazio_neutro.assign_path" spazio_neutro::assign_path(AssignSnPath) -> OneCase;
    main "spazio_neutro.take_step" spazio_neutro::take_step(TakeSnStep) -> OneCase;
    main "spazio_neutro.remove_step" spazio_neutro::remove_step(RemoveSnStep) -> OneCase;
    main "spazio_neutro.save_meeting" spazio_neutro::save_meeting(SaveMeeting) -> Saved;
    main "spazio_neutro.to_entry" spazio_neutro::to_entry(MeetingRef) -> DraftRef;
    main "spazio_neutro.close" spazio_neutro::close(CloseSnPath) -> OneCase;
    main "spazio_neutro.reopen" spazio_neutro::reopen(SnPathRef) -> OneCase;
    line "office.find" office::find(FindOffice) -> FoundOffice;
    line "office.join" office::join(JoinForm) -> Joined;
    line "office.synchronise" office::synchronise(Nothing) -> SyncReport;
    line "office.stop" office::stop(Nothing) -> Nothing;
    line "office.now" office::now(Nothing) -> OfficeNow;
    line "office.held" office::held_list(Nothing) -> Vec<HeldView>;
    line "office.settle_held" office::held_settle(SettleHeld) -> Nothing;
    line "office.passed_to" office::passed_to(OneCase) -> PassedTo;
    main "office.status" office::status(Nothing) -> OfficeStatus;
    main "office.waiting" office::waiting(AskWaiting) -> WaitingMarks;
    main "office.refused" office::refused(AskRefused) -> Vec<RefusedView>;
    main "office.clashes" office::clashes(AskClashes) -> Vec<ClashView>;
    main "office.settle_clash" office::settle_clash(SettleClash) -> Nothing;
    main "office.ask_assignment" office::ask_assignment(AssignOperator) -> Requested;
    main "office.ask_merge" office::ask_merge(AskMerge) -> Requested;
    main "office.requests" office::requests(AskRequests) -> Vec<RequestView>;
    main "import.open" imports::open(OpenTable) -> OpenedTable;
    main "import.close" imports::close(Nothing) -> Nothing;
    main "import.preview" imports::preview(PreviewImport) -> ImportPreview;
    main "import.report" imports::report(ReportWords) -> ReportFile;
    main "import.begin" imports::begin(BeginImport) -> ImportProgress;
    main "import.proceed" imports::proceed(Nothing) -> ImportProgress;
    main "import.list" imports::list(Nothing) -> Vec<ImportSummary>;
    main "import.undo_check" imports::undo_check(ImportRef) -> UndoReport;
    main "import.undo" imports::undo(ImportRef) -> UndoReport;
}
