//! Every role, from every nearness, before an entry of every level: what it shows, and what may be done with it.

use super::stage::{Heard, Scene, Stage, asked, of_case};
use crate::files::paragraph;
use cartella_app::diary::{EntryView, ListEntries, list};
use cartella_domain::{
    diary::{DraftText, EntryDraft, FORM_ENTRY, ReadBy},
    rights::{Action, Confidentiality, Decision, Office, decide},
};
use serde_json::json;

fn decision(
    stage: &mut Stage,
    scene: &Scene,
    action: Action,
    level: Confidentiality,
    named: bool,
) -> Decision {
    let session = stage.host.session().unwrap();
    let subject = of_case(session, scene).at(level).naming_actor(named);
    decide(&session.actor().unwrap(), action, &subject)
}

/// The entries that the list shows, or none if there is no diary for her.
fn shown(stage: &mut Stage, scene: &Scene) -> Vec<EntryView> {
    let ask = ListEntries {
        case: Some(scene.case),
        ..ListEntries::default()
    };
    list(stage.host.session().unwrap(), ask)
        .map(|page| page.entries)
        .unwrap_or_default()
}

#[test]
fn an_entry_of_every_level_shows_itself_as_the_table_says() {
    let mut stage = Stage::new(72);
    for office in [Office::Enrolled, Office::Own] {
        stage.host.session().unwrap().answer_to(office);
        for scene in stage.scenes.clone() {
            stage.host.session().unwrap().act_as(scene.actor);
            let entries = shown(&mut stage, &scene);
            for (level, id) in &scene.entries {
                let named = *level == Confidentiality::Secret;
                let expected = decision(&mut stage, &scene, Action::EntryRead, *level, named);
                let found = entries.iter().find(|entry| entry.id == *id);
                let text = found.is_some_and(|entry| entry.segments.iter().any(|s| s.text.is_some()));
                let heard = match (found, text) {
                    (Some(_), true) => "text",
                    (Some(_), false) => "stub",
                    (None, _) => "nothing",
                };
                let wanted = match expected {
                    Decision::Allowed { .. } => "text",
                    Decision::Stub => "stub",
                    Decision::Forbidden | Decision::Hidden => "nothing",
                };
                assert_eq!(
                    heard, wanted,
                    "{level:?} for {:?} {:?}",
                    scene.role, scene.nearness
                );
            }
        }
    }
}

#[test]
fn writing_at_every_level_is_as_the_table_says() {
    let mut stage = Stage::new(73);
    for scene in stage.scenes.clone() {
        stage.host.session().unwrap().act_as(scene.actor);
        for level in Confidentiality::ALL {
            let readers = if level == Confidentiality::Secret {
                vec![scene.actor]
            } else {
                Vec::new()
            };
            let session = stage.host.session().unwrap();
            let content = EntryDraft {
                occurred_on: Some(session.today()),
                read_by: Some(ReadBy { level, readers }),
                texts: vec![DraftText {
                    files: vec![scene.case],
                    segments: vec![paragraph("Telefonata con la scuola.")],
                    ..DraftText::default()
                }],
                ..EntryDraft::default()
            };
            let saved = cartella_app::drafts::save(
                session,
                cartella_app::drafts::SaveDraft {
                    id: None,
                    kind: FORM_ENTRY.to_owned(),
                    subject: None,
                    content: serde_json::to_value(&content).unwrap(),
                    started_from: None,
                },
            )
            .unwrap();
            let answer = cartella_app::diary::sign(
                session,
                cartella_app::diary::Sign {
                    draft: saved.id,
                    content: None,
                },
            );
            let signed = matches!(answer, Ok(cartella_app::diary::SignAnswer::Signed { .. }));
            let may = decision(&mut stage, &scene, Action::EntryWrite, level, false).is_allowed();
            assert_eq!(signed, may, "{level:?} by {:?} {:?}", scene.role, scene.nearness);
        }
    }
}

#[test]
fn correcting_and_annulling_at_every_level_is_as_the_table_says() {
    let mut stage = Stage::new(74);
    for scene in stage.scenes.clone() {
        stage.host.session().unwrap().act_as(scene.actor);
        for (level, id) in &scene.entries {
            let named = *level == Confidentiality::Secret;
            let annul = json!({ "entry": id, "reason": "ALTRO", "note": "Prova" });
            let rectify = json!({ "entry": id, "reason": "Prova", "corrections": [{ "segment": null, "text": "Aggiunta." }] });
            for (action, name, input) in [
                (Action::EntryRectify, "diary.rectify", rectify),
                (Action::EntryAnnul, "diary.annul", annul),
            ] {
                let allowed = decision(&mut stage, &scene, action, *level, named).is_allowed();
                let heard = asked(&mut stage.host, name, input);
                let who = (scene.role, scene.nearness);
                assert_eq!(heard == Heard::Yes, allowed, "{name} {level:?} by {who:?}");
            }
        }
    }
}
