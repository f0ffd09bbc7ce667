//! Deadlines (termini): which there are, when they end, why then, and where each stands on a day.
//!
//! - The **cookbook** is [`Code::ALL`] with [`Code::rule`], in this file: one row a kind of term, each tried with its worked example in
//!   `deadlines/tests`. Its lengths are defaults; an office sets others ([`Office`]), an order or a plan states its own
//!   ([`Term::stated`]). A row says where its rule comes from and whether anybody has checked it ([`Source`]).
//! - A record **says its terms** by implementing [`Terms`]: what starts when, and what other records' terms it meets.
//!   It never computes a date. One line in [`of_record`] makes the archive ask it.
//! - [`deadline`] makes a [`Deadline`] of a term, the office's parameters and what people decided about it
//!   ([`DeadlineChange`]): when it is due, the explanation as data, and [`Deadline::standing`] on a day. It is a function
//!   of what it is given, so a term is computed anew whenever its start changes.
//!
//! Rules of computation: the day of the start is not counted; the last day of a procedural term that falls on a day that
//! is not worked moves to the next one that is, no other term's; months end on the same day of the month or else on its
//! last; hours are absolute, whatever the clocks do in March and October.

mod calendar;
mod change;
mod compute;
mod contested;
mod office;
mod office_change;
mod rule;
mod sources;
mod standing;
mod term;
#[cfg(test)]
mod tests;

pub use calendar::{Calendar, Holiday, easter};
pub use change::{Aspect, DeadlineChange, Decision, live};
pub use compute::{Computed, Explanation, Skipped, compute, usual_end};
pub use contested::{readings, strictest};
pub use office::{LeapBirth, Office, OfficeRefused};
pub use office_change::TermsChange;
pub use rule::{Event, Force, Length, Rule, Source};
pub use sources::{Said, of_record, speaks};
pub use standing::{Deadline, Extension, Override, Standing, State, deadline, months_tenths};
pub use term::{Met, Moment, Stated, Term, TermKey, Terms, Whose};

use rule::{
    Event::{
        Activation, Birth, Decree, Dsu, EndOfMonth, Expiry, Filing, FirstMeeting, Hearing, Issue, LastReport,
        LastReview, Notification, Period, Placement, PmReceipt, PmRequest, Receipt, Request, SchoolYear,
        Semester, Start,
    },
    Force::{Contract, Judge, Kpi, Law, OtherActor, Plan, Practice, School},
    Length::{Birthday, Days, Hours, MonthlyOn, Months, WorkingDays, Yearly},
    Source::{Brief, Design, Memory, Read},
    row, rules,
};

rules! {
    /// The office's own target: an order that came in is assigned.
    TmAssegnazione = "TM_ASSEGNAZIONE",
        row(&[Receipt], Some(WorkingDays(7)), Kpi, Read("So.Le., Programma 2025-2027, 8"));
    /// A report to the ordinary court: as the order says, else the office's own target.
    TmRelTo = "TM_REL_TO",
        row(&[Receipt, Notification, LastReport], Some(Months(5)), Kpi, Read("art. 473-bis.27 c.p.c.; So.Le. 8")).procedural();
    /// A report to the juvenile court or its prosecutor: as the order says, else the office's own target.
    TmRelTm = "TM_REL_TM",
        row(&[Receipt, Notification, LastReport], Some(Months(8)), Kpi, Read("art. 473-bis.27 c.p.c.; So.Le. 8")).procedural();
    /// Art. 403: the prosecutor is told at once.
    C403Avviso = "C403_AVVISO",
        row(&[Placement], Some(Hours(0)), Law, Read("art. 403 c.c."));
    /// Art. 403: order and papers to the prosecutor.
    C403Trasmissione = "C403_24H",
        row(&[Placement], Some(Hours(24)), Law, Read("art. 403 c.c."));
    /// Art. 403: the prosecutor asks for confirmation or revokes.
    C403Richiesta = "C403_PM_72H",
        row(&[PmReceipt], Some(Hours(72)), OtherActor, Read("art. 403 c.c."));
    /// Art. 403: the court's decree.
    C403Decreto = "C403_TM_48H",
        row(&[PmRequest], Some(Hours(48)), OtherActor, Read("art. 403 c.c."));
    /// Art. 403: the hearing.
    C403Udienza = "C403_UDIENZA_15G",
        row(&[Decree], Some(Days(15)), OtherActor, Read("art. 403 c.c.")).procedural();
    /// Art. 403: the parents are notified of the decree.
    C403Notifica = "C403_NOTIFICA_48H",
        row(&[Decree], Some(Hours(48)), OtherActor, Memory("art. 403 c.c."));
    /// Art. 403: the whole court confirms, changes or revokes.
    C403Collegio = "C403_COLLEGIO_15G",
        row(&[Hearing], Some(Days(15)), OtherActor, Memory("art. 403 c.c.")).procedural();
    /// Art. 403: the complaint against that decree.
    C403Reclamo = "C403_RECLAMO_10G",
        row(&[Notification], Some(Days(10)), OtherActor, Memory("art. 403 c.c.")).procedural();
    /// Art. 403: the court of appeal decides on the complaint.
    C403Appello = "C403_APPELLO_60G",
        row(&[Filing], Some(Days(60)), OtherActor, Memory("art. 403 c.c.")).procedural();
    /// Affidamento all'ente: court, parents, curatore and collocatario are told who answers for it.
    AffenteResponsabile = "AFFENTE_RESPONSABILE",
        row(&[Notification], Some(Days(15)), Law, Memory("art. 5-bis L. 184/1983")).procedural();
    /// Affidamento all'ente: the periodic report.
    AffenteRelazione = "AFFENTE_RELAZIONE",
        row(&[Decree, LastReport], Some(Months(6)), Law, Read("art. 5-bis L. 184/1983")).at_most(Months(6)).alerts(&[30]);
    /// Affidamento all'ente: its end.
    AffenteScadenza = "AFFENTE_SCADENZA",
        row(&[Decree], Some(Months(24)), Law, Read("art. 5-bis L. 184/1983")).at_most(Months(24)).alerts(&[120, 90, 60, 30]);
    /// Affido: the six-monthly report.
    AffidoSemestrale = "AFFIDO_SEMESTRALE",
        row(&[Start, LastReport], Some(Months(6)), Law, Memory("art. 4 c. 3 L. 184/1983")).alerts(&[30]);
    /// Affido: its end.
    AffidoScadenza = "AFFIDO_SCADENZA",
        row(&[Start, Decree], Some(Months(24)), Law, Read("art. 4 L. 184/1983")).at_most(Months(24)).alerts(&[120, 90, 60, 30]);
    /// Affido: the end is near, the court is told; the report is begun 60 days before.
    AffidoProrogaSegnalazione = "AFFIDO_PROROGA_SEGNALAZIONE",
        row(&[Expiry], Some(Days(-60)), Practice, Design("60 giorni prima, preparazione a 120")).alerts(&[60]);
    /// Spazio neutro: the six-monthly report to the service that sent.
    SnSemestrale = "SN_SEMESTRALE",
        row(&[FirstMeeting, LastReport], Some(Months(6)), Contract, Read("A.S.S.E.MI. 2015, Incontriamoci qui")).alerts(&[30]);
    /// School: the PEI is approved.
    PeiApprovazione = "PEI_APPROVAZIONE",
        row(&[SchoolYear], Some(Yearly { month: 10, day: 31 }), School, Memory("D.Lgs. 66/2017 e D.I. 182/2020: di norma entro ottobre")).alerts(&[16]);
    /// School: the PEI is verified at the end of the year.
    PeiFinale = "PEI_FINALE",
        row(&[SchoolYear], Some(Yearly { month: 6, day: 30 }), School, Read("D.Lgs. 66/2017 e D.I. 182/2020")).alerts(&[29]);
    /// An ISEE holds to the end of the year of its declaration.
    IseeScadenza = "ISEE_SCADENZA",
        row(&[Dsu], Some(Yearly { month: 12, day: 31 }), Law, Brief("D.L. 34/2019")).alerts(&[30]);
    /// The health code of a foreigner without a permit.
    StpScadenza = "STP_SCADENZA",
        row(&[Issue], Some(Months(6)), Law, Read("tessera STP: sei mesi, rinnovabile, in tutta Italia")).alerts(&[30]);
    /// A residence permit is about to end.
    PermessoSoggiorno = "PERMESSO_SOGGIORNO",
        row(&[Expiry], Some(Days(-60)), Practice, Design("60 giorni prima"));
    /// A plan is reviewed, as the plan says.
    PaiVerifica = "PAI_VERIFICA",
        row(&[Activation, LastReview], None, Plan, Read("SISO, verifica del progetto"));
    /// Access to records: the answer.
    AccessoAtti = "ACCESSO_ATTI",
        row(&[Request], Some(Days(30)), Law, Memory("art. 25 L. 241/1990")).procedural().alerts(&[10]);
    /// Access to records: who else is concerned may object.
    AccessoAttiOpposizione = "ACCESSO_ATTI_OPPOSIZIONE",
        row(&[Notification], Some(Days(10)), OtherActor, Memory("art. 3 D.P.R. 184/2006")).procedural();
    /// Home care: the monthly account.
    SadRendiconto = "SAD_RENDICONTO",
        row(&[EndOfMonth], Some(MonthlyOn { months: 1, day: 10 }), Contract, Design("So.Le. 14: mensile; il giorno è dell'ufficio"));
    /// Home care: the six-monthly report.
    SadReportSemestrale = "SAD_REPORT_SEMESTRALE",
        row(&[Semester], Some(Months(6)), Contract, Read("So.Le. 14"));
    /// Budget: how the year goes, a month after the data of 30 June and of 30 September.
    BudgetSal = "BUDGET_SAL",
        row(&[Period], Some(MonthlyOn { months: 1, day: 31 }), Contract, Read("So.Le. 1.2"));
    /// Placement: the bill of a month, or of the months that the contract says.
    ComFattura = "COM_FATTURA",
        row(&[Period], Some(MonthlyOn { months: 1, day: 31 }), Contract, Read("So.Le. 9"));
    /// The eighteenth birthday.
    MaggioreEta = "MAGGIORE_ETA",
        row(&[Birth], Some(Birthday(18)), Law, Memory("art. 2 c.c.")).minors_only().alerts(&[180, 90]);
    /// The end of the care that a court prolonged (prosieguo amministrativo).
    ProsieguoFine = "PROSIEGUO_FINE",
        row(&[Birth], Some(Birthday(21)), Law, Memory("art. 25 R.D.L. 1404/1934")).minors_only().alerts(&[180, 90]);
    /// Messa alla prova: its end, as the order says.
    MapFine = "MAP_FINE",
        row(&[Start], Some(Months(12)), Judge, Memory("art. 28 D.P.R. 448/1988: un anno, fino a tre per i reati più gravi")).minors_only().alerts(&[60, 30]);
    /// Messa alla prova: how it goes is looked at with the USSM.
    MapVerifica = "MAP_VERIFICA",
        row(&[Start, LastReview], Some(Months(3)), Practice, Design("ogni tre mesi, se il progetto non dice altro")).minors_only().alerts(&[15]);
}
