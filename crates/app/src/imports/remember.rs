//! How columns were mapped, remembered by their headings: the next file from the same source needs no choosing.

use crate::{Result, Session};
use cartella_archive::{queries, rows::Row};
use cartella_documents::mapping::{Field, Mapping, ServiceName};
use cartella_domain::ids::RecordId;
use cartella_domain::imports::{ImportMapping, RememberedService};

/// The mapping that this operator chose the last time for these headings.
pub(super) fn recall(session: &Session, signature: &str) -> Result<Option<Mapping>> {
    Ok(kept(session, signature)?.map(|row| mapping(&row.value)))
}

/// Keeps a mapping under its headings.
pub(super) fn remember(session: &mut Session, signature: &str, mapping: &Mapping) -> Result<()> {
    let record = ImportMapping {
        signature: signature.to_owned(),
        fields: mapping.fields.iter().map(|field| code(*field)).collect(),
        service: mapping.service,
        service_names: mapping
            .service_names
            .iter()
            .map(|own| RememberedService {
                name: own.name.clone(),
                service: own.service,
            })
            .collect(),
    };
    let before = kept(session, signature)?;
    let scope = session.own();
    let id: RecordId = match &before {
        Some(row) => row.typed_id()?,
        None => session.id(),
    };
    session.write(|act| match before {
        Some(_) => act.edit(id, &record, None),
        None => act.create(scope, id, &record),
    })
}

fn kept(session: &Session, signature: &str) -> Result<Option<Row<ImportMapping>>> {
    Ok(queries::imports::mapping(
        session.archive.db(),
        session.own(),
        signature,
    )?)
}

/// A field as it is written down; a field that this program does not know leaves its column out.
fn code(field: Option<Field>) -> String {
    field
        .and_then(|field| serde_json::to_value(field).ok())
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn mapping(record: &ImportMapping) -> Mapping {
    let field = |code: &String| serde_json::from_value(serde_json::Value::String(code.clone())).ok();
    Mapping {
        fields: record.fields.iter().map(field).collect(),
        service: record.service,
        service_names: record
            .service_names
            .iter()
            .map(|own| ServiceName {
                name: own.name.clone(),
                service: own.service,
            })
            .collect(),
    }
}
