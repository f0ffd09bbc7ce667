//! The fields that a column can be given to, and the headings under which offices keep them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a column goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ImportField")]
pub enum Field {
    /// Surname.
    Surname,
    /// Given name.
    GivenName,
    /// Surname and name in one cell, in this order.
    FullName,
    /// Another name by which the person is known.
    Alias,
    /// Codice fiscale.
    CodiceFiscale,
    /// Gender.
    Gender,
    /// Date of birth.
    BirthDate,
    /// Comune or state of birth.
    BirthPlace,
    /// Citizenship.
    Citizenship,
    /// Street, with or without the number.
    Street,
    /// House number.
    HouseNumber,
    /// Postal code.
    Cap,
    /// Comune of residence.
    Comune,
    /// Province of residence: tells comuni of one name apart.
    Province,
    /// A phone number; may be given to several columns.
    Phone,
    /// E-mail.
    Email,
    /// The service of the case.
    Service,
    /// The number that the office gave the case.
    CaseNumber,
    /// When somebody first pointed the person out.
    ReferredOn,
    /// When the case was opened or taken in charge.
    OpenedOn,
    /// When it was closed.
    ClosedOn,
    /// Its state.
    State,
    /// The operator who has it.
    Operator,
    /// The comune in charge of it.
    ComuneInCharge,
    /// School.
    School,
    /// Class.
    SchoolClass,
    /// Kept as it is, under its heading; may be given to several columns.
    Notes,
}

impl Field {
    /// All, in the order of a form.
    pub const ALL: [Self; 27] = [
        Self::Surname,
        Self::GivenName,
        Self::FullName,
        Self::Alias,
        Self::CodiceFiscale,
        Self::Gender,
        Self::BirthDate,
        Self::BirthPlace,
        Self::Citizenship,
        Self::Street,
        Self::HouseNumber,
        Self::Cap,
        Self::Comune,
        Self::Province,
        Self::Phone,
        Self::Email,
        Self::Service,
        Self::CaseNumber,
        Self::ReferredOn,
        Self::OpenedOn,
        Self::ClosedOn,
        Self::State,
        Self::Operator,
        Self::ComuneInCharge,
        Self::School,
        Self::SchoolClass,
        Self::Notes,
    ];

    /// Whether several columns may be given to it.
    #[must_use]
    pub const fn takes_several(self) -> bool {
        matches!(self, Self::Phone | Self::Notes)
    }

    /// Headings in normal form (see `words::normal`), the usual ones first.
    pub(super) fn names(self) -> impl Iterator<Item = &'static str> {
        let row = HEADINGS.iter().find(|(field, _)| *field == self);
        row.map_or("", |(_, names)| names)
            .split('|')
            .filter(|name| !name.is_empty())
    }
}

/// How offices head their columns, in normal form, between bars.
#[rustfmt::skip]
const HEADINGS: [(Field, &str); 27] = [
    (Field::Surname, "cognome|cogn|cognome assistito|cognome minore|cognome utente|surname"),
    (Field::GivenName, "nome|nome assistito|nome minore|nome utente|nome proprio|nome di battesimo"),
    (Field::FullName, "cognome e nome|cognome nome|nominativo|nome e cognome|nome cognome|assistito|minore|\
        utente|beneficiario|alunno|anziano|intestatario|cogn e nome"),
    (Field::Alias, "alias|detto|soprannome|conosciuto come"),
    (Field::CodiceFiscale, "codice fiscale|c f|cf|cod fiscale|cod fisc|codice fisc|codfiscale|codfisc|\
        codicefiscale"),
    (Field::Gender, "sesso|genere|m f|sex"),
    (Field::BirthDate, "data di nascita|data nascita|nato il|nata il|nato a il|nato|d nascita|dt nascita|\
        datanascita|data nasc|nascita|ddn"),
    (Field::BirthPlace, "comune di nascita|comune nascita|luogo di nascita|luogo nascita|nato a|nata a|\
        citta di nascita|stato di nascita|paese di nascita"),
    (Field::Citizenship, "cittadinanza|nazionalita|cittad"),
    (Field::Street, "indirizzo|via|indirizzo residenza|indirizzo di residenza|residenza indirizzo|ind|\
        domicilio|recapito"),
    (Field::HouseNumber, "n civico|civico|numero civico|nr civico|num civico"),
    (Field::Cap, "cap|c a p|codice postale"),
    (Field::Comune, "comune|comune di residenza|comune residenza|residenza|citta|residente a|localita"),
    (Field::Province, "provincia|prov|pv|provincia residenza"),
    (Field::Phone, "telefono|tel|cellulare|cell|tel cell|telefono cellulare|tel casa|numero di telefono|\
        mobile|recapito telefonico|recapiti telefonici|telefono fisso|contatto|telefoni|\
        tel madre|tel padre"),
    (Field::Email, "email|e mail|mail|posta elettronica|indirizzo email|pec"),
    (Field::Service, "servizio|tipo servizio|area|tipologia servizio|tipologia|prestazione|tipo intervento|\
        intervento|servizio attivo"),
    (Field::CaseNumber, "n cartella|numero cartella|cartella|n pratica|numero pratica|pratica|n fascicolo|\
        fascicolo|codice caso|codice utente|id utente|id|n|nr|num|numero|progressivo|codice"),
    (Field::ReferredOn, "data segnalazione|segnalato il|segnalazione|data di segnalazione|data invio|\
        prima segnalazione"),
    (Field::OpenedOn, "data apertura|data presa in carico|presa in carico|in carico dal|data inizio|\
        data di apertura|inizio|apertura|data inizio servizio|dal|data attivazione|\
        data di presa in carico"),
    (Field::ClosedOn, "data chiusura|data di chiusura|chiuso il|data fine|fine|chiusura|dimesso il|\
        data dimissione|al"),
    (Field::State, "stato|stato caso|stato cartella|stato pratica|situazione|stato del caso"),
    (Field::Operator, "assistente sociale|a s|as|ass sociale|operatore|operatore di riferimento|\
        case manager|referente|responsabile|responsabile del caso|educatore|assistente soc|\
        as di riferimento|operatrice"),
    (Field::ComuneInCharge, "comune competente|comune competenza|comune di competenza|ente|comune titolare|\
        ente inviante"),
    (Field::School, "scuola|istituto|plesso|istituto scolastico|scuola frequentata"),
    (Field::SchoolClass, "classe|sezione|classe e sezione|classe frequentata"),
    (Field::Notes, "note|annotazioni|osservazioni|nota|commenti|altro|note varie"),
];
