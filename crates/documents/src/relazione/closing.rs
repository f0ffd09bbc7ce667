//! The headings of a final report: the taking in charge, plans and how their goals ended, what the service gave, its assessment.

use super::{Sheet, day, partial, stored};
use crate::paper::{Block, Column, Table};
use cartella_domain::tutela::{
    ObiettivoConcluso, PercorsoConcluso, PrestazioneResa, ProgettoConcluso, RelazioneTesto, TipoPrestazione,
};

impl Sheet<'_> {
    pub(super) fn of_closing(&mut self, concluded: &PercorsoConcluso, text: &RelazioneTesto) {
        self.taken_in_charge(concluded, text);
        self.family(text);
        self.plans(&concluded.plans);
        self.given(&concluded.services);
        self.written([
            ("course", &text.course),
            ("reached", &text.reached),
            ("not_reached", &text.not_reached),
            ("assessment", &text.assessment),
            ("after", &text.proposals),
        ]);
    }

    fn taken_in_charge(&mut self, concluded: &PercorsoConcluso, text: &RelazioneTesto) {
        self.heading("taken_in_charge");
        let service = concluded
            .service
            .map(|service| self.words.code("service", service.code()));
        let lines = [
            ("service", service),
            ("number", Some(concluded.number.to_string())),
            ("referred", concluded.referred.map(partial)),
            ("since", concluded.since.map(partial)),
            ("reason", self.words.coded("closing_reason", text.reason.as_ref())),
            (
                "situation",
                self.words.coded("closing_situation", text.situation.as_ref()),
            ),
        ];
        let told = lines
            .into_iter()
            .filter_map(|(key, value)| Some(format!("{}: {}", self.words.of(key), value?)));
        let told: Vec<String> = told.collect();
        self.blocks.push(Block::List(told));
    }

    fn plans(&mut self, plans: &[ProgettoConcluso]) {
        self.heading("plans");
        if plans.is_empty() {
            self.said(Some(self.words.of("no_plan").to_owned()));
        }
        for plan in plans {
            let kind = self.words.coded("plan", plan.kind.as_ref());
            let named: Vec<String> = [kind, plan.subject.clone()].into_iter().flatten().collect();
            self.blocks.push(Block::Heading {
                level: 2,
                text: named.join(": "),
            });
            let ended = self.words.coded("plan_end", plan.ended.as_ref());
            let end = plan.to.map_or_else(|| self.words.of("at_work").to_owned(), day);
            let period = [plan.from.map(day), Some(end)].into_iter().flatten();
            let period = period.collect::<Vec<_>>().join(" - ");
            let told: Vec<String> = [Some(period), ended].into_iter().flatten().collect();
            self.said(Some(told.join(" · ")));
            self.said(plan.measures.clone());
            self.goals(&plan.goals);
        }
    }

    fn goals(&mut self, goals: &[ObiettivoConcluso]) {
        if goals.is_empty() {
            return;
        }
        let column = |key: &str, share| Column::new(self.words.of(key), share);
        let rows = goals.iter().map(|goal| {
            let outcome = self.words.coded("goal_outcome", goal.outcome.as_ref());
            vec![
                goal.text.clone(),
                self.words.code("goal_term", &stored(&goal.term)),
                outcome.unwrap_or_else(|| self.words.of("not_said").to_owned()),
            ]
        });
        let table = Table {
            rows: rows.collect(),
            columns: vec![
                column("goal", 6),
                column("goal_term", 2),
                column("goal_outcome", 2),
            ],
        };
        self.blocks.push(Block::Table(table));
    }

    fn given(&mut self, services: &[PrestazioneResa]) {
        self.heading("given");
        if services.is_empty() {
            self.said(Some(self.words.of("nothing").to_owned()));
            return;
        }
        let column = |key: &str, share| Column::new(self.words.of(key), share);
        let table = Table {
            columns: vec![
                column("what", 5),
                column("times", 2),
                column("from_day", 2),
                column("to_day", 2),
            ],
            rows: services.iter().map(|one| self.given_row(one)).collect(),
        };
        self.blocks.push(Block::Table(table));
    }

    fn given_row(&self, one: &PrestazioneResa) -> Vec<String> {
        let entry = one.entry.map(|entry| self.words.code("entry", &stored(&entry)));
        let what = match one.what {
            TipoPrestazione::Attivita => entry.unwrap_or_default(),
            other => self.words.code("given", other.stored()),
        };
        let named: Vec<String> = [Some(what), one.name.clone()].into_iter().flatten().collect();
        vec![
            named.join(": "),
            one.times.to_string(),
            one.from.map(day).unwrap_or_default(),
            one.to.map(day).unwrap_or_default(),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::*;
    use cartella_domain::{
        diary::EntryKind,
        ids::RecordId,
        plans::{GoalTerm, goal_outcomes, plan_kinds},
        services::Service,
        time::Instant,
        tutela::{ObiettivoConcluso, PercorsoConcluso, PrestazioneResa, ProgettoConcluso},
    };

    fn closing() -> RelazioneFirmata {
        let on: CivilDate = "2026-03-04".parse().unwrap();
        let goal = ObiettivoConcluso {
            term: GoalTerm::Short,
            text: "Frequenza".into(),
            outcome: goal_outcomes().answer("3"),
        };
        let plan = ProgettoConcluso {
            plan: RecordId::default(),
            kind: plan_kinds().answer("PAI"),
            subject: Some("Autonomia".into()),
            from: Some(on),
            to: None,
            ended: None,
            measures: None,
            goals: vec![goal],
        };
        let concluded = PercorsoConcluso {
            service: Some(Service::Sad),
            number: 1,
            plans: vec![plan],
            services: PrestazioneResa::of_diary(&[(EntryKind::Colloquio, on), (EntryKind::Colloquio, on)]),
            ..PercorsoConcluso::default()
        };
        RelazioneFirmata {
            author: Some(OperatorId::default()),
            text: Some(RelazioneTesto {
                concluded: Some(concluded),
                assessment: Some("Autonomia raggiunta.".into()),
                ..RelazioneTesto::default()
            }),
            ..RelazioneFirmata::default()
        }
    }

    #[test]
    fn a_final_report_tells_plans_goals_and_what_was_given_and_names_no_mandate() {
        let paper = paper(&closing(), &PaperWords::default(), Instant(0));
        let headings: Vec<&str> = paper
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading { text, .. } => Some(text.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(
            headings,
            [
                "taken_in_charge",
                "family",
                "plans",
                "PAI: Autonomia",
                "given",
                "assessment"
            ]
        );
        let rows: Vec<&Vec<String>> = paper
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Table(table) => Some(&table.rows),
                _ => None,
            })
            .flatten()
            .collect();
        assert_eq!(*rows[0], ["Frequenza", "short", "3"]);
        assert_eq!(*rows[1], ["COLLOQUIO", "2", "04/03/2026", "04/03/2026"]);
        assert!(crate::paper::pdf::write(&paper).is_ok() && crate::paper::docx::write(&paper).is_ok());
    }
}
