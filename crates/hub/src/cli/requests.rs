//! What laptops asked of the office, at the terminal.

use super::{RequestVerb, operator, say};
use crate::{
    desk::{self, RequestLine},
    verbs::Hub,
};
use anyhow::Result;
use cartella_domain::{ids::RecordId, requests::Asked};

pub(super) async fn requests(hub: &Hub, verb: RequestVerb) -> Result<()> {
    match verb {
        RequestVerb::List => {
            for line in desk::requests(hub).await? {
                say::line(&format!(
                    "{}  {}  chiesta da {}  il {}",
                    line.id,
                    asked(&line)?,
                    line.author,
                    line.asked_at
                ));
            }
        }
        RequestVerb::Do {
            request,
            operator: who,
            by,
        } => {
            desk::perform(hub, RecordId(request), who.map(operator), by.map(operator)).await?;
            say::line("eseguita");
        }
        RequestVerb::Decline { request, reason, by } => {
            desk::decline(hub, RecordId(request), &reason, by.map(operator)).await?;
            say::line("non accolta");
        }
    }
    Ok(())
}

fn asked(line: &RequestLine) -> Result<String> {
    Ok(match &line.asked {
        None => "di un programma più nuovo".to_owned(),
        Some(Asked::Open { case }) => format!("cartella aperta {case}: chi la segue"),
        Some(Asked::Assign { assignment }) => {
            let role = serde_json::to_value(assignment.role)?;
            let role = role.as_str().unwrap_or_default();
            format!(
                "assegnare {} a {} come {role}",
                assignment.case, assignment.operator
            )
        }
        Some(Asked::Merge(merge)) => format!("unire {} in {}", merge.absorbed, merge.kept),
    })
}
