//! What offices write in cells: names of services and states, genders, citizenships, several phones in one.

use super::row::ImportedState;
use super::words::normal;
use cartella_domain::codice_fiscale::Sex;
use cartella_domain::places;
use cartella_domain::services::Service;
use cartella_domain::time::CivilDate;

/// A text cut into what may each be a phone number. A short part is the prefix of the next: "0331/123456".
pub(super) fn phone_parts(text: &str) -> Vec<String> {
    let text = text.replace(" - ", "/");
    let mut parts: Vec<String> = Vec::new();
    let mut prefix = String::new();
    for part in text.split(|c: char| matches!(c, '/' | ';' | ',' | '\n') || c.is_alphabetic()) {
        let digits = part.chars().filter(char::is_ascii_digit).count();
        if (2..=4).contains(&digits) && prefix.is_empty() {
            part.clone_into(&mut prefix);
        } else if digits > 0 {
            parts.push(std::mem::take(&mut prefix) + part);
        }
    }
    parts
}

/// Whether a text has the form of an e-mail address.
pub(super) fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let fine = |part: &str| !part.is_empty() && !part.contains([' ', '@', ',', ';', '\n']);
    fine(name) && fine(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

pub(super) fn gender(text: &str) -> Option<Sex> {
    match normal(text).as_str() {
        "m" | "maschio" | "maschile" | "uomo" | "1" => Some(Sex::M),
        "f" | "femmina" | "femminile" | "donna" | "2" => Some(Sex::F),
        _ => None,
    }
}

/// The particles that begin a surname of several words.
const PARTICLES: [&str; 19] = [
    "d", "da", "dal", "dalla", "de", "degli", "dei", "del", "della", "delle", "dello", "di", "el", "la",
    "le", "li", "lo", "van", "von",
];

/// Surname and name without a comma: the surname is the first word, with the particles before it.
pub(super) fn split_name(text: &str) -> (String, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let particles = words
        .iter()
        .take_while(|word| PARTICLES.contains(&word.to_lowercase().trim_end_matches(['\'', '’'])))
        .count();
    let surname = (particles + 1).min(words.len());
    let (surname, given) = words.split_at_checked(surname).unwrap_or((&words, &[]));
    (surname.join(" "), given.join(" "))
}

/// What offices call their services, in normal form, between bars.
#[rustfmt::skip]
const SERVICES: [(Service, &str); 22] = [
    (Service::ServizioSocialeDiBase, "segretariato sociale|servizio sociale di base|servizio sociale base|segretariato"),
    (Service::TutelaMinori, "tutela minori|tutela|servizio tutela minori|tutela minorile|minori e famiglia|smf"),
    (Service::PenaleMinorile, "penale minorile|tutela minori penale|penale"),
    (Service::AesSecondaria, "aes secondaria di ii grado|aes superiori|aes secondaria"),
    (Service::Aes, "assistenza educativa scolastica|assistenza scolastica|educativa scolastica|\
        ad personam|assistenza educativa|aec"),
    (Service::SadDimissioniProtette, "sad dimissioni protette|dimissioni protette"),
    (Service::Sad, "assistenza domiciliare|servizio assistenza domiciliare|sad anziani|domiciliare|\
        servizio di assistenza domiciliare"),
    (Service::EducativaDomiciliareOrdinaria, "educativa domiciliare minori|educativa domiciliare|edm|adm|\
        assistenza domiciliare minori|edm ordinaria"),
    (Service::EducativaDomiciliareIntegrativa, "educativa domiciliare minori integrativa|edm integrativa|\
        educativa domiciliare integrativa"),
    (Service::Affidi, "affidi|affido|servizio affidi|affido familiare|affidamento familiare|\
        affidi familiari"),
    (Service::SpazioNeutro, "spazio neutro|incontri protetti|visite protette"),
    (Service::Collocamenti, "collocamenti in comunita|comunita|inserimento in comunita|collocamento in comunita|\
        comunita minori"),
    (Service::ProtezioneGiuridica, "protezione giuridica|amministrazione di sostegno|ads|upg"),
    (Service::InserimentoLavorativo, "inserimento lavorativo|sil|servizio inserimento lavorativo"),
    (Service::SostegnoGenitorialita, "sostegno alla genitorialita|genitorialita"),
    (Service::CentroFamiglia, "centro per la famiglia|centro famiglia"),
    (Service::CentroSocioEducativo, "centro socio educativo"),
    (Service::ComunitaSocioSanitaria, "comunita socio sanitaria"),
    (Service::CentroDiurnoDisabili, "centro diurno disabili"),
    (Service::SpazioFragile, "spazio fragile"),
    (Service::Accoglienza, "accoglienza e integrazione|sprar|siproimi"),
    (Service::ProntoIntervento, "pronto intervento sociale|pronto intervento"),
];

/// A service by its code, its name or the words that offices use for it.
pub(super) fn service(name: &str) -> Option<Service> {
    Service::from_code(name).or_else(|| {
        let mut named = SERVICES.into_iter();
        let row = named.find(|(_, names)| names.split('|').any(|other| other == name));
        row.map(|(service, _)| service)
    })
}

/// A place by its name on a day, with the province behind it or not: "Legnano", "Legnano (MI)", "Rho - MI".
/// None if no place, or more than one, has the name.
pub(super) fn place(text: &str, day: Option<CivilDate>) -> Option<places::Place> {
    let whole = normal(text);
    let (name, province) = match whole.rsplit_once(' ') {
        Some((name, last)) if last.len() == 2 && text.contains(['(', '-', ',', '/']) => (name, Some(last)),
        _ => (whole.as_str(), None),
    };
    let mut named: Vec<places::Place> = places::search(name, day, 50)
        .into_iter()
        .filter(|place| normal(place.name) == name)
        .filter(|place| province.is_none_or(|province| place.province.eq_ignore_ascii_case(province)))
        .collect();
    let in_use = |place: &places::Place| day.map_or(place.until.is_none(), |day| place.valid_on(day));
    if named.iter().any(in_use) {
        named.retain(in_use);
    }
    let first = *named.first()?;
    named
        .iter()
        .all(|place| place.code == first.code)
        .then_some(first)
}

/// The ISO 3166-1 numeric code of a citizenship: by the state's name, its two letters, or the usual adjective.
pub(super) fn citizenship(text: &str) -> Option<&'static str> {
    /// Stem of the adjective (without its ending) and the state's two letters.
    const ADJECTIVES: [(&str, &str); 30] = [
        ("italian", "IT"),
        ("albanes", "AL"),
        ("algerin", "DZ"),
        ("argentin", "AR"),
        ("banglades", "BD"),
        ("bolivian", "BO"),
        ("brasilian", "BR"),
        ("bulgar", "BG"),
        ("camerunens", "CM"),
        ("cines", "CN"),
        ("colombian", "CO"),
        ("cuban", "CU"),
        ("dominican", "DO"),
        ("ecuadorian", "EC"),
        ("egizian", "EG"),
        ("filippin", "PH"),
        ("frances", "FR"),
        ("ghanes", "GH"),
        ("indian", "IN"),
        ("ivorian", "CI"),
        ("marocchin", "MA"),
        ("moldav", "MD"),
        ("nigerian", "NG"),
        ("pakistan", "PK"),
        ("peruvian", "PE"),
        ("romen", "RO"),
        ("rumen", "RO"),
        ("senegales", "SN"),
        ("tunisin", "TN"),
        ("ucrain", "UA"),
    ];
    let name = normal(text);
    let by_adjective = ADJECTIVES
        .iter()
        .find(|(stem, _)| name.strip_prefix(stem).is_some_and(|ending| ending.len() == 1))
        .map(|(_, letters)| *letters);
    places::citizenships()
        .iter()
        .find(|country| {
            by_adjective == Some(country.alpha2)
                || country.alpha2.eq_ignore_ascii_case(&name)
                || normal(country.name) == name
        })
        .map(|country| country.code)
}

/// A state by its name or what offices write for it.
pub(super) fn state(text: &str) -> Option<ImportedState> {
    let name = normal(text);
    let state = match name.as_str() {
        "segnalato" | "segnalazione" | "nuovo" | "da valutare" => ImportedState::Reported,
        "in valutazione" | "valutazione" | "indagine" | "in indagine" | "assegnato" => {
            ImportedState::Assessing
        }
        "in carico" | "attivo" | "aperto" | "in corso" | "preso in carico" | "presa in carico"
        | "progetto attivo" | "seguito" | "si" => ImportedState::InCharge,
        "in monitoraggio" | "monitoraggio" => ImportedState::Monitoring,
        "sospeso" | "in sospeso" | "sospesa" => ImportedState::Suspended,
        "chiuso" | "chiusa" | "concluso" | "dimesso" | "cessato" | "archiviato" | "non attivo" => {
            ImportedState::Closed
        }
        "trasferito" | "trasferita" => ImportedState::Transferred,
        "non accolto" | "non preso in carico" | "respinto" => ImportedState::Refused,
        _ => return None,
    };
    Some(state)
}
