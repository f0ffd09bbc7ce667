//! The sub-commands: what is typed, and what is said to the person at the terminal (in Italian; ids, never names of
//! people, but for the staff).

mod folder;
mod requests;
mod run;
mod say;

pub use run::run;

use cartella_domain::{
    cases::AssignmentRole,
    ids::{CaseId, OperatorId},
    rights::Role,
    services::Service,
    time::CivilDate,
};
use clap::{Args, Parser, Subcommand};
use serde::de::DeserializeOwned;
use std::{net::SocketAddr, path::PathBuf};
use uuid::Uuid;

/// Il server dell'ufficio.
#[derive(Debug, Parser)]
#[command(name = "cartella-hub", version, about = "Cartella: il server dell'ufficio")]
pub struct Line {
    /// Cartella in cui il server tiene chiave, certificato e indirizzo del database.
    #[arg(
        long,
        env = "CARTELLA_HUB_DATA",
        default_value = "cartella-hub",
        global = true
    )]
    pub folder: PathBuf,
    /// Che cosa fare.
    #[command(subcommand)]
    pub verb: Verb,
}

/// I comandi.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Prepara database, chiave e certificato di un nuovo ufficio.
    Init(Init),
    /// Avvia il server.
    Serve(Serve),
    /// Operatori dell'ufficio.
    #[command(subcommand)]
    Operator(OperatorVerb),
    /// Assegnazioni delle cartelle.
    #[command(subcommand)]
    Case(CaseVerb),
    /// Crea il codice con cui il portatile di un operatore si iscrive (vale 24 ore, una volta).
    Code {
        /// Codice dell'operatore.
        operator: Uuid,
    },
    /// Portatili iscritti.
    #[command(subcommand)]
    Device(DeviceVerb),
    /// Modifiche in attesa di una decisione.
    #[command(subcommand)]
    Quarantine(QuarantineVerb),
    /// Richieste che i portatili fanno all'ufficio: assegnazioni, cartelle aperte, persone doppie.
    #[command(subcommand)]
    Request(RequestVerb),
    /// Ricalcola numeri e impronte dal registro e li confronta.
    Check,
}

/// Un nuovo ufficio.
#[derive(Debug, Args)]
pub struct Init {
    /// Indirizzo del database: postgres://utente:password@host/database (vuoto, di proprietà di quell'utente).
    #[arg(long, env = "CARTELLA_HUB_DATABASE", hide_env_values = true)]
    pub database: String,
    /// Nome dell'ufficio.
    #[arg(long)]
    pub name: String,
    /// Nomi o indirizzi con cui i portatili raggiungono il server, per il certificato di prova.
    #[arg(long = "host", default_values_t = vec!["localhost".to_owned(), "127.0.0.1".to_owned()])]
    pub hosts: Vec<String>,
}

/// Il server.
#[derive(Debug, Args)]
pub struct Serve {
    /// Indirizzo e porta su cui ascoltare.
    #[arg(long, default_value = "127.0.0.1:7443")]
    pub listen: SocketAddr,
    /// Certificato (PEM, con la catena); senza, quello di prova creato da init.
    #[arg(long, requires = "key")]
    pub certificate: Option<PathBuf>,
    /// Chiave del certificato (PEM).
    #[arg(long, requires = "certificate")]
    pub key: Option<PathBuf>,
    /// Senza TLS: solo su questa macchina, dietro un proxy.
    #[arg(long, conflicts_with = "certificate")]
    pub plain: bool,
}

/// Operatori.
#[derive(Debug, Subcommand)]
pub enum OperatorVerb {
    /// Aggiunge un operatore.
    Add {
        /// Cognome.
        surname: String,
        /// Nome.
        name: String,
        /// Ruoli e servizi.
        #[command(flatten)]
        post: Post,
    },
    /// Elenca gli operatori.
    List,
    /// Cambia ruoli, servizi e date di un operatore: ciò che non si nomina resta com'è.
    Roles {
        /// Codice dell'operatore.
        operator: Uuid,
        /// Ruoli e servizi.
        #[command(flatten)]
        post: Post,
    },
}

/// Ruoli e servizi.
#[derive(Debug, Args, Clone, Default)]
pub struct Post {
    /// Qualifica, e primo ruolo: ASSISTENTE_SOCIALE, PSICOLOGO, COORDINATORE, AMMINISTRATIVO...
    #[arg(long, value_parser = word::<Role>)]
    pub role: Option<Role>,
    /// Altri ruoli.
    #[arg(long = "also", value_parser = word::<Role>)]
    pub also: Option<Vec<Role>>,
    /// Servizi in cui lavora.
    #[arg(long = "service", value_parser = word::<Service>)]
    pub services: Option<Vec<Service>>,
    /// Servizi che coordina.
    #[arg(long = "coordinates", value_parser = word::<Service>)]
    pub coordinates: Option<Vec<Service>>,
    /// Codice catastale del comune, per l'assistente sociale di un comune.
    #[arg(long)]
    pub comune: Option<String>,
    /// Primo giorno di lavoro (AAAA-MM-GG).
    #[arg(long)]
    pub from: Option<CivilDate>,
    /// Ultimo giorno di lavoro (AAAA-MM-GG).
    #[arg(long)]
    pub to: Option<CivilDate>,
}

/// Assegnazioni.
#[derive(Debug, Subcommand)]
pub enum CaseVerb {
    /// Elenca le cartelle, per prime quelle che aspettano una decisione.
    List,
    /// Assegna una cartella a un operatore.
    Assign {
        /// Codice della cartella.
        case: Uuid,
        /// Codice dell'operatore.
        operator: Uuid,
        /// responsabile, psicologo, mini_equipe, educatore, sostituto.
        #[arg(long, default_value = "responsabile", value_parser = word::<AssignmentRole>)]
        role: AssignmentRole,
        /// Dal giorno (AAAA-MM-GG); oggi se non detto.
        #[arg(long)]
        from: Option<CivilDate>,
        /// Al giorno, compreso.
        #[arg(long)]
        to: Option<CivilDate>,
        /// Coordinatore a nome del quale si assegna.
        #[arg(long)]
        by: Option<Uuid>,
    },
    /// Chiude l'assegnazione di un operatore.
    Unassign {
        /// Codice della cartella.
        case: Uuid,
        /// Codice dell'operatore.
        operator: Uuid,
        /// Ultimo giorno (AAAA-MM-GG); ieri se non detto, così vale da subito.
        #[arg(long)]
        last: Option<CivilDate>,
    },
}

/// Portatili.
#[derive(Debug, Subcommand)]
pub enum DeviceVerb {
    /// Elenca i portatili.
    List,
    /// Sospende un portatile: può consegnare, non ricevere.
    Suspend {
        /// Il suo codice, o le prime cifre.
        device: String,
    },
    /// Toglie la sospensione.
    Resume {
        /// Il suo codice, o le prime cifre.
        device: String,
    },
    /// Revoca un portatile per sempre (smarrito o rubato).
    Revoke {
        /// Il suo codice, o le prime cifre.
        device: String,
    },
}

/// Modifiche in attesa.
#[derive(Debug, Subcommand)]
pub enum QuarantineVerb {
    /// Elenca le modifiche in attesa.
    List,
    /// Prende in carico una modifica: da ora conta, con la firma del suo autore.
    Adopt {
        /// Chiave della modifica.
        key: String,
    },
    /// Chiude una modifica, che resta conservata.
    Close {
        /// Chiave della modifica.
        key: String,
        /// Perché: l'autore lo leggerà.
        reason: String,
    },
}

/// Richieste.
#[derive(Debug, Subcommand)]
pub enum RequestVerb {
    /// Elenca le richieste in attesa, dalla più vecchia.
    List,
    /// Esegue una richiesta.
    Do {
        /// Codice della richiesta.
        request: Uuid,
        /// Chi assegnare, se non chi è proposto.
        #[arg(long)]
        operator: Option<Uuid>,
        /// Coordinatore a nome del quale si decide.
        #[arg(long)]
        by: Option<Uuid>,
    },
    /// Non accoglie una richiesta.
    Decline {
        /// Codice della richiesta.
        request: Uuid,
        /// Perché: chi ha chiesto lo leggerà.
        reason: String,
        /// Coordinatore a nome del quale si decide.
        #[arg(long)]
        by: Option<Uuid>,
    },
}

/// A word of the record's vocabulary, as it is stored.
fn word<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_json::from_value(serde_json::Value::String(text.to_owned())).map_err(|error| error.to_string())
}

/// Ids as typed.
const fn case(id: Uuid) -> CaseId {
    CaseId(id)
}

const fn operator(id: Uuid) -> OperatorId {
    OperatorId(id)
}
