//! Tutela minori: what a court orders and what the service answers.
//!
//! The chain is order, mandate, deadline, the diary entries that answer it, the report. All of it lives in the case's
//! court scope; an order, a mandate or a measure for several minors is one act with a record in each file. Source:
//! domain rules of child protection in Lombardy (art. 330 ff. and 403 c.c., art. 473-bis.27 c.p.c., art. 5-bis L.
//! 184/1983).

mod affidamento;
mod authority;
mod codes;
mod findings;
mod mandato;
mod misura_403;
mod penale;
mod procedimento;
mod provvedimento;
mod relazione;
mod words;

pub use affidamento::{AffidamentoEnte, MAX_MONTHS, MAX_REPORT_MONTHS, Part, ResponsibleTold};
pub use authority::{AuthorityKey, Autorita, authorities, kind_of};
pub use codes::{
    Cessazione, Decorrenza, EsitoPrescrizione, Natura, RuoloParte, StatoProcedimento, TipoAutorita,
    TipoProcedimento,
};
pub use findings::{Beside, CourtFinding, is_incomplete_for_sinba, of_order};
pub use mandato::{ATTIVITA, Counted, Esito, Fonte, Mandato, Prescrizione, StatoMandato, Termine};
pub use misura_403::{
    CHECKLIST, Chiusura403, Entro403, EsitoMisura, Mezzo, Misura403, Orologio, Passo, Passo403,
    PubblicaAutorita, clocks, is_past, meets,
};
pub use penale::{
    AttivitaPenale, EsitoPenale, FinePenale, MisuraPenale, TipoAttivita, TipoMisuraPenale, VerificaPenale,
};
pub use procedimento::{Difensore, Parte, Procedimento, Riferimento, Udienza};
pub use provvedimento::{Fine, Momento, Protocollo, Provvedimento, TIPI, inps_code};
pub use relazione::{
    Assenso, Attivita, Brano, FINALE, Firmata, Invio, LegameRelazione, MandatoRicevuto, NoSuchStep,
    ObiettivoConcluso, PercorsoConcluso, PersonaRelazione, PrestazioneResa, ProgettoConcluso, Relazione,
    RelazioneFile, RelazioneFirma, RelazioneFirmata, RelazioneTesto, ReportFinding, Riscontro, RuoloFirma,
    SEMESTRALE_ENTE, Sezione, StatoRelazione, TIPI_RELAZIONE, TipoPrestazione, Uscita, by_speaker, counting,
    of_report,
};
pub use words::{
    mandato_words, misura_penale_words, prescrizione_words, procedimento_words, provvedimento_words,
    relazione_words,
};
