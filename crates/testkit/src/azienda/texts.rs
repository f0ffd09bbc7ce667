//! Diary texts of the trade, put together from parts: varied enough that search, screens and reading feel
//! like a real office, about nobody who exists.

use crate::SeededRandom;

/// The people an entry speaks of, by how the text calls them.
#[derive(Debug, Clone)]
pub struct Cast {
    /// The person the case is about, by first name.
    pub subject: String,
    /// "la madre", "la figlia", "il marito".
    pub relative: String,
    /// School, ward, parish: somewhere of that comune.
    pub place: String,
    /// A colleague of another service.
    pub colleague: String,
}

/// One paragraph and what it claims to be (the code of its category, empty when nobody said).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// `observed`, `documented`, `reported`, `evaluation`, `hypothesis`, `decision`, `commitment` or nothing.
    pub category: &'static str,
    /// The text.
    pub text: String,
}

/// Which sort of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Area {
    /// Child protection, contact centre, families.
    Minors,
    /// Help at school.
    School,
    /// Home care, old people.
    Home,
    /// Foster care.
    Foster,
}

/// Picks one of several.
pub fn pick<'a, T>(random: &SeededRandom, items: &'a [T]) -> Option<&'a T> {
    let length = u64::try_from(items.len()).unwrap_or(1).max(1);
    items.get(usize::try_from(random.next() % length).unwrap_or(0))
}

fn choose(random: &SeededRandom, items: &[&str]) -> String {
    pick(random, items).map_or_else(String::new, |item| (*item).to_owned())
}

fn fill(text: &str, cast: &Cast) -> String {
    text.replace("{s}", &cast.subject)
        .replace("{r}", &cast.relative)
        .replace("{R}", &capital(&cast.relative))
        .replace("{p}", &cast.place)
        .replace("{c}", &cast.colleague)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The paragraphs of one entry: what happened, what was said, what follows.
#[must_use]
pub fn paragraphs(random: &SeededRandom, area: Area, cast: &Cast) -> Vec<Paragraph> {
    let parts = parts(area);
    let mut text = Vec::new();
    let mut add = |category: &'static str, sentences: &[&str], chance: u64| {
        if random.next() % 100 < chance {
            let first = fill(&choose(random, sentences), cast);
            let second = fill(&choose(random, sentences), cast);
            let both = random.next().is_multiple_of(3) && first != second;
            let joined = if both { format!("{first} {second}") } else { first };
            text.push(Paragraph {
                category,
                text: joined,
            });
        }
    };
    add("", parts.opening, 100);
    add("observed", parts.observed, 75);
    add("reported", parts.reported, 70);
    add("evaluation", parts.evaluation, 25);
    add("hypothesis", parts.hypothesis, 15);
    add("decision", parts.decision, 35);
    add("commitment", parts.commitment, 40);
    text
}

struct Parts {
    opening: &'static [&'static str],
    observed: &'static [&'static str],
    reported: &'static [&'static str],
    evaluation: &'static [&'static str],
    hypothesis: &'static [&'static str],
    decision: &'static [&'static str],
    commitment: &'static [&'static str],
}

const fn parts(area: Area) -> Parts {
    match area {
        Area::Minors => MINORS,
        Area::School => SCHOOL,
        Area::Home => HOME,
        Area::Foster => FOSTER,
    }
}

const MINORS: Parts = Parts {
    opening: &[
        "Colloquio programmato con {r} di {s} presso la sede, alla presenza della psicologa dell'équipe.",
        "Visita domiciliare concordata telefonicamente. {R} apre la porta dopo qualche minuto e ci fa accomodare in cucina.",
        "Incontro di rete presso {p} con {c} per fare il punto sulla situazione di {s}.",
        "Telefonata di {r}, che chiede di anticipare l'appuntamento già fissato.",
        "Accesso spontaneo di {r} allo sportello, visibilmente in ansia.",
        "Restituzione alla famiglia dell'esito dell'indagine psicosociale, come concordato nell'ultima équipe.",
    ],
    observed: &[
        "La casa è in ordine e riscaldata; la camera di {s} ha una scrivania e il materiale per la scuola.",
        "{s} saluta, si siede vicino alla finestra e risponde a monosillabi; dopo circa dieci minuti mostra i disegni fatti a scuola.",
        "Durante il colloquio {r} alza la voce due volte quando si nomina l'ex compagno, poi si scusa e riprende il discorso.",
        "{s} cerca più volte lo sguardo di {r} prima di rispondere.",
        "Il frigorifero è quasi vuoto; {r} dice di essere in attesa dello stipendio.",
        "Il bambino gioca da solo sul tappeto con le costruzioni, coinvolge l'operatrice e accetta di riordinare.",
        "{R} arriva con venti minuti di ritardo e senza la documentazione richiesta.",
    ],
    reported: &[
        "{R} riferisce che {s} dorme poco e che da due settimane rifiuta di andare dal padre nel fine settimana.",
        "{c} riferisce che le assenze da scuola sono diminuite e che {s} partecipa ai laboratori del pomeriggio.",
        "{R} dice di aver ripreso i contatti con il consultorio e di avere il primo appuntamento la prossima settimana.",
        "Secondo {r} le liti in casa sono cessate da quando il nonno si è trasferito altrove.",
        "{s} racconta che la domenica pranzano tutti insieme dalla nonna e che è il momento che preferisce.",
        "La maestra segnala che {s} arriva spesso senza merenda e con gli stessi vestiti del giorno prima.",
    ],
    evaluation: &[
        "La relazione tra {s} e {r} appare affettuosa ma poco regolata; si conferma la necessità di un sostegno educativo.",
        "Si valuta che la disponibilità di {r} a collaborare sia aumentata rispetto al primo periodo.",
        "Permane un livello di conflitto tra i genitori che espone {s} a richieste di schieramento.",
    ],
    hypothesis: &[
        "Ipotesi di lavoro: il rifiuto delle visite potrebbe essere legato ai cambi di orario non concordati.",
        "Si ipotizza che il calo di rendimento sia in relazione al trasloco e alla perdita del gruppo dei pari.",
    ],
    decision: &[
        "Si concorda l'attivazione dell'educativa domiciliare per sei ore settimanali.",
        "L'équipe decide di chiedere alla neuropsichiatria una valutazione di {s}.",
        "Si decide di incontrare separatamente i genitori e di convocare {s} con la psicologa.",
        "Si mantiene il calendario degli incontri protetti fino alla prossima verifica.",
    ],
    commitment: &[
        "{R} si impegna a portare la certificazione del pediatra entro il prossimo incontro.",
        "{c} invia la relazione di osservazione entro la fine del mese.",
        "Ci si accorda per una visita domiciliare nel pomeriggio di giovedì prossimo.",
        "L'assistente sociale contatta il legale di {r} per il calendario delle visite.",
    ],
};

const SCHOOL: Parts = Parts {
    opening: &[
        "Osservazione in classe presso {p} durante l'ora di italiano, concordata con la docente di sostegno.",
        "Incontro GLO con docenti, famiglia e specialista; si esamina la bozza del PEI.",
        "Colloquio con {r} di {s} sull'andamento del primo quadrimestre.",
        "Riunione di programmazione con l'educatrice e la coordinatrice dell'ente.",
    ],
    observed: &[
        "{s} resta seduto per circa quindici minuti, poi si alza e gira tra i banchi; rientra con un richiamo calmo.",
        "Con il supporto delle immagini {s} completa la consegna e la mostra ai compagni.",
        "All'intervallo {s} gioca a palla con due compagni, senza la mediazione dell'educatrice.",
        "L'educatrice usa l'agenda visiva e anticipa i cambi di attività; {s} li accetta quasi sempre.",
        "In mensa {s} copre le orecchie con le mani quando il rumore aumenta.",
    ],
    reported: &[
        "La docente riferisce che {s} chiede aiuto alzando la mano, cosa che a settembre non faceva.",
        "{R} racconta che a casa {s} parla dei compagni e vuole invitarne uno per la merenda.",
        "L'educatrice riferisce due episodi di pianto legati alla prova di evacuazione.",
        "{R} chiede se sia possibile aumentare le ore nella seconda parte dell'anno.",
    ],
    evaluation: &[
        "Gli obiettivi di autonomia risultano in buona parte raggiunti; da rinforzare la comunicazione con i pari.",
        "Le ore assegnate appaiono adeguate se concentrate nelle materie meno strutturate.",
    ],
    hypothesis: &[
        "Il sovraccarico sensoriale in mensa potrebbe spiegare le uscite dall'aula nel primo pomeriggio.",
    ],
    decision: &[
        "Si concorda di spostare due ore sul laboratorio di scienze.",
        "Si introduce un angolo calmo in classe e si verifica dopo le vacanze.",
        "Si aggiorna il PEI alla sezione 5 con gli obiettivi sulla dimensione della relazione.",
    ],
    commitment: &[
        "La scuola invia il verbale entro sette giorni.",
        "L'educatrice prepara le schede visive per la gita.",
        "{R} porta la diagnosi aggiornata appena la riceve dalla neuropsichiatria.",
    ],
};

const HOME: Parts = Parts {
    opening: &[
        "Visita domiciliare di verifica del piano di assistenza di {s}.",
        "Telefonata di {r} di {s}: chiede di modificare l'orario dell'intervento del mattino.",
        "Valutazione a domicilio dopo la dimissione dall'ospedale, con l'infermiera dell'assistenza domiciliare.",
        "Colloquio con {r} per la richiesta di pasti a domicilio.",
    ],
    observed: &[
        "{s} si muove in casa con il deambulatore; il bagno non ha maniglie e il tappeto all'ingresso è un rischio.",
        "La casa è pulita; sul tavolo ci sono farmaci di più scatole, alcune già aperte e non in uso.",
        "{s} è vestita con cura e racconta volentieri; ripete due volte lo stesso episodio.",
        "L'operatrice aiuta {s} nell'igiene e nella vestizione; l'intervento dura circa quarantacinque minuti.",
    ],
    reported: &[
        "{R} riferisce che di notte {s} si alza spesso e che da solo non riesce più a gestire la situazione.",
        "{s} dice di mangiare poco la sera e di sentirsi sola nel fine settimana.",
        "La vicina riferisce di passare ogni mattina per il giornale e di avere le chiavi.",
        "Il medico curante conferma la nuova terapia e consiglia di preparare la settimana con il dispenser.",
    ],
    evaluation: &[
        "L'autonomia nelle attività quotidiane è ridotta rispetto alla valutazione di primavera.",
        "Il carico sulla famiglia è elevato; la rete di vicinato è presente e affidabile.",
    ],
    hypothesis: &["Il calo dell'appetito potrebbe essere legato alla solitudine più che alla salute."],
    decision: &[
        "Si porta l'intervento a cinque accessi settimanali e si attiva il pasto a domicilio.",
        "Si propone la domanda per la misura a favore dei caregiver.",
        "Si chiede un sopralluogo per gli ausili del bagno.",
    ],
    commitment: &[
        "{R} toglie il tappeto dell'ingresso e sistema la luce del corridoio.",
        "L'ente comunica il nome dell'operatrice sostituta entro venerdì.",
        "Si fissa la verifica del piano tra tre mesi.",
    ],
};

const FOSTER: Parts = Parts {
    opening: &[
        "Incontro di sostegno con la famiglia affidataria di {s}.",
        "Rientro di {s} dalla visita con {r}: colloquio breve con l'affidataria.",
        "Verifica del progetto di affido con l'équipe affidi e la tutela.",
    ],
    observed: &[
        "{s} mostra la sua camera e il calendario dove segna i giorni delle visite.",
        "L'affidataria parla di {s} con calore e chiede indicazioni sulle regole per il telefono.",
        "{s} si agita quando si avvicina l'ora della visita, poi si tranquillizza con il libro preferito.",
    ],
    reported: &[
        "Gli affidatari riferiscono che {s} dorme tutta la notte da quasi un mese.",
        "{R} dice di essere contenta di vedere {s} sereno, ma di temere che si dimentichi di lei.",
        "La scuola riferisce un buon inserimento e qualche difficoltà in matematica.",
    ],
    evaluation: &[
        "L'abbinamento si conferma adeguato; il rapporto con la famiglia di origine va accompagnato.",
    ],
    hypothesis: &["L'agitazione prima delle visite potrebbe ridursi con un rituale di saluto concordato."],
    decision: &[
        "Si mantiene la cadenza quindicinale delle visite.",
        "Si avvia la richiesta di proroga, da inviare prima della scadenza.",
    ],
    commitment: &[
        "Gli affidatari tengono un breve diario dei rientri.",
        "L'assistente sociale accompagna {s} alla prossima visita.",
    ],
};
