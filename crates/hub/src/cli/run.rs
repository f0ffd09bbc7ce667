//! Does what a line asks.

use super::{
    CaseVerb, DeviceVerb, Init, Line, OperatorVerb, Post, QuarantineVerb, Serve, Verb, case, folder::Folder,
    operator, requests::requests, say,
};
use crate::{
    database::{self, Connections},
    desk::{self, Assign},
    http::{self, Limits, tls},
    store::quarantine::{self, Ending},
    verbs::{Hub, settled_by_office},
    world::World,
};
use anyhow::{Context as _, Result, bail};
use cartella_domain::{record::AddSet, staff::Operator};
use cartella_sync::{hub::DeviceState, signer::DeviceKey};
use zeroize::Zeroizing;

/// Does it.
///
/// # Errors
/// What the person is told.
pub async fn run(line: Line) -> Result<()> {
    let folder = Folder::new(line.folder);
    match line.verb {
        Verb::Init(init) => found(&folder, init).await,
        Verb::Serve(serving) => serve(&folder, serving).await,
        Verb::Operator(verb) => operators(&open(&folder)?, verb).await,
        Verb::Case(verb) => cases(&open(&folder)?, verb).await,
        Verb::Code { operator: id } => {
            let (code, until) = desk::make_code(&open(&folder)?, operator(id)).await?;
            say::line(&format!("codice di iscrizione: {code}"));
            say::line(&format!("vale una volta sola, fino a {until} (ora universale)"));
            Ok(())
        }
        Verb::Device(verb) => devices(&open(&folder)?, verb).await,
        Verb::Quarantine(verb) => waiting(&open(&folder)?, verb).await,
        Verb::Request(verb) => requests(&open(&folder)?, verb).await,
        Verb::Check => check(&open(&folder)?).await,
    }
}

fn open(folder: &Folder) -> Result<Hub> {
    let pool = database::pool(&folder.database()?, Connections::default())?;
    Ok(Hub::new(pool, World::system(), folder.key()?))
}

async fn found(folder: &Folder, init: Init) -> Result<()> {
    let world = World::system();
    database::migrate(&init.database)
        .await
        .context("il database non si prepara")?;
    let seed: Zeroizing<[u8; 32]> = Zeroizing::new(world.bytes());
    let fingerprint = folder.make(&init.database, &seed, init.hosts)?;
    let pool = database::pool(&init.database, Connections::default())?;
    let hub = Hub::new(pool, world, DeviceKey::from_seed(&seed));
    let office = desk::found(&hub, &init.name).await?;
    say::line(&format!("ufficio: {} ({})", office.name, office.id));
    say::line(&format!("impronta del certificato: {fingerprint}"));
    say::line(
        "I portatili si iscrivono con l'indirizzo  NOME:PORTA#IMPRONTA  e un codice (cartella-hub code).",
    );
    Ok(())
}

async fn serve(folder: &Folder, serving: Serve) -> Result<()> {
    let url = folder.database()?;
    database::migrate(&url)
        .await
        .context("il database non si aggiorna")?;
    let hub = open(folder)?;
    desk::complete(&hub).await?;
    let certificate = serving.certificate.unwrap_or_else(|| folder.certificate());
    let key = serving.key.unwrap_or_else(|| folder.certificate_key());
    let config = if serving.plain {
        None
    } else {
        Some(tls::config(&certificate, &key)?)
    };
    let fingerprint = match config {
        Some(_) => tls::fingerprint_of(&certificate)?,
        None => "senza TLS".to_owned(),
    };
    let server = http::serve(hub, Limits::default(), serving.listen, config)?;
    say::line(&format!("in ascolto su {} ({fingerprint})", server.address));
    told_to_stop().await?;
    server.stop();
    server.ended().await
}

/// Waits for the interrupt of a terminal, or the end that a system asks for.
async fn told_to_stop() -> Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut end = signal(SignalKind::terminate())?;
        tokio::select! {
            done = tokio::signal::ctrl_c() => done?,
            _ = end.recv() => {}
        }
        Ok(())
    }
    #[cfg(not(unix))]
    Ok(tokio::signal::ctrl_c().await?)
}

fn with(card: Operator, post: &Post) -> Operator {
    let set = |said: &Option<Vec<_>>, was: AddSet<_>| said.clone().map_or(was, AddSet);
    Operator {
        qualifica: post.role.or(card.qualifica),
        further_roles: post.also.clone().map_or(card.further_roles, AddSet),
        services: set(&post.services, card.services),
        coordinates: set(&post.coordinates, card.coordinates),
        comune: post.comune.clone().or(card.comune),
        from: post.from.or(card.from),
        to: post.to.or(card.to),
        ..card
    }
}

async fn operators(hub: &Hub, verb: OperatorVerb) -> Result<()> {
    match verb {
        OperatorVerb::Add { surname, name, post } => {
            if post.role.is_none() {
                bail!("manca --role: senza qualifica un operatore non può nulla");
            }
            let card = Operator {
                surname: Some(surname),
                name: Some(name),
                ..Operator::default()
            };
            let id = desk::add(hub, &with(card, &post)).await?;
            say::line(&id.to_string());
        }
        OperatorVerb::List => {
            for line in desk::staff(hub).await? {
                let card = serde_json::to_value(&line.card)?;
                let name = format!(
                    "{} {}",
                    line.card.surname.unwrap_or_default(),
                    line.card.name.unwrap_or_default()
                );
                let of = |field: &str| card.get(field).map(ToString::to_string).unwrap_or_default();
                say::line(&format!(
                    "{}  {name}  {} {}  servizi {}  coordina {}  portatili {}",
                    line.id,
                    of("qualifica"),
                    of("further_roles"),
                    of("services"),
                    of("coordinates"),
                    line.laptops
                ));
            }
        }
        OperatorVerb::Roles { operator: id, post } => {
            desk::change(hub, operator(id), |card| with(card, &post)).await?;
            say::line("fatto");
        }
    }
    Ok(())
}

async fn cases(hub: &Hub, verb: CaseVerb) -> Result<()> {
    match verb {
        CaseVerb::List => {
            for line in desk::cases(hub).await? {
                let team: Vec<String> = line
                    .team
                    .iter()
                    .map(|(operator, responsible)| {
                        format!("{operator}{}", if *responsible { " (responsabile)" } else { "" })
                    })
                    .collect();
                let service = serde_json::to_value(line.service)?;
                let state = if line.decided { "decisa" } else { "da decidere" };
                say::line(&format!("{}  {service}  {state}  {}", line.case, team.join(", ")));
            }
        }
        CaseVerb::Assign {
            case: id,
            operator: who,
            role,
            from,
            to,
            by,
        } => {
            let assign = Assign {
                case: case(id),
                operator: operator(who),
                role,
                from,
                to,
                stands_in_for: None,
                by: by.map(operator),
            };
            desk::assign(hub, &assign).await?;
            say::line("assegnata");
        }
        CaseVerb::Unassign {
            case: id,
            operator: who,
            last,
        } => {
            let last = last.unwrap_or_else(|| hub.world().today().plus_days(-1));
            desk::end_assignment(hub, case(id), operator(who), last).await?;
            say::line(&format!("assegnazione chiusa al {last}"));
        }
    }
    Ok(())
}

async fn devices(hub: &Hub, verb: DeviceVerb) -> Result<()> {
    let (device, state, said) = match verb {
        DeviceVerb::List => {
            for line in desk::devices(hub).await? {
                let state = match line.device.row.state {
                    DeviceState::Active => "attivo",
                    DeviceState::Suspended => "sospeso",
                    DeviceState::Revoked => "revocato",
                };
                let contact = line
                    .device
                    .last_contact
                    .map_or("mai".to_owned(), |at| at.to_string());
                say::line(&format!(
                    "{}  {}  operatore {}  {state}  ultimo contatto {contact}  ambiti {}  da restituire {}",
                    line.device.row.device, line.device.label, line.device.staff, line.scopes, line.leaving
                ));
            }
            return Ok(());
        }
        DeviceVerb::Suspend { device } => (device, DeviceState::Suspended, "sospeso"),
        DeviceVerb::Resume { device } => (device, DeviceState::Active, "attivo"),
        DeviceVerb::Revoke { device } => (device, DeviceState::Revoked, "revocato"),
    };
    let device = desk::set_state(hub, &device, state).await?;
    say::line(&format!("{} {said}", device.row.device));
    Ok(())
}

async fn waiting(hub: &Hub, verb: QuarantineVerb) -> Result<()> {
    let (key, ending) = match verb {
        QuarantineVerb::List => {
            let client = hub.client().await?;
            for it in quarantine::waiting(&*client, None).await? {
                say::line(&format!(
                    "{}  autore {}  ambito {}:{}  motivo {}  dal {}",
                    it.header_hash,
                    it.author,
                    it.scope.kind,
                    it.scope.owner,
                    it.code.number(),
                    it.received_at
                ));
            }
            return Ok(());
        }
        QuarantineVerb::Adopt { key } => (key, Ending::Adopted),
        QuarantineVerb::Close { key, reason } => (key, Ending::Closed(reason)),
    };
    let key = http::key_of(&key).context("la chiave ha 64 cifre esadecimali")?;
    settled_by_office(hub, &key, &ending).await?;
    say::line(if ending == Ending::Adopted {
        "presa in carico"
    } else {
        "chiusa"
    });
    Ok(())
}

async fn check(hub: &Hub) -> Result<()> {
    let (scopes, changes, findings) = desk::check(hub).await?;
    for finding in &findings {
        say::line(&finding.to_string());
    }
    say::line(&format!(
        "{scopes} ambiti, {changes} modifiche, {} difformità",
        findings.len()
    ));
    if findings.is_empty() {
        Ok(())
    } else {
        bail!("il registro e le tabelle non coincidono")
    }
}
