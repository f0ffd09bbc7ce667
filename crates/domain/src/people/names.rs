//! How a person is called on the screen.

use super::Person;

impl Person {
    /// "Cognome Nome"; the first alias in quotes if there is neither; empty if nothing is known.
    #[must_use]
    pub fn display_name(&self) -> String {
        let known: Vec<&str> = [&self.surname, &self.name]
            .into_iter()
            .flatten()
            .map(|part| part.trim())
            .filter(|part| !part.is_empty())
            .collect();
        if known.is_empty() {
            self.first_alias()
                .map(|alias| format!("«{alias}»"))
                .unwrap_or_default()
        } else {
            known.join(" ")
        }
    }

    /// "C. N." for papers where the name must not stand.
    #[must_use]
    pub fn initials(&self) -> String {
        let initials: Vec<String> = [self.surname.as_deref(), self.name.as_deref()]
            .into_iter()
            .flatten()
            .chain(self.no_name().then(|| self.first_alias()).flatten())
            .filter_map(|part| part.trim().chars().next())
            .map(|letter| format!("{}.", letter.to_uppercase()))
            .collect();
        initials.join(" ")
    }

    /// Whether neither surname nor name is known.
    fn no_name(&self) -> bool {
        [&self.surname, &self.name]
            .into_iter()
            .flatten()
            .all(|part| part.trim().is_empty())
    }

    fn first_alias(&self) -> Option<&str> {
        let aliases = self.aliases.iter().map(|alias| alias.trim());
        aliases.filter(|alias| !alias.is_empty()).min()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(surname: &str, name: &str, alias: &str) -> Person {
        let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Person {
            surname: given(surname),
            name: given(name),
            aliases: given(alias).into_iter().collect(),
            ..Person::default()
        }
    }

    #[test]
    fn surname_first_and_an_alias_only_where_there_is_nothing_else() {
        for (surname, name, alias, shown, initials) in [
            ("De Luca", "Chiara", "Kiki", "De Luca Chiara", "D. C."),
            ("Ali", "", "", "Ali", "A."),
            ("", "Aya", "", "Aya", "A."),
            ("", "", "il Biondo", "«il Biondo»", "I."),
            (" ", "", "il Biondo", "«il Biondo»", "I."),
            ("", "", "", "", ""),
            ("Éboué", "óscar", "", "Éboué óscar", "É. Ó."),
        ] {
            let person = person(surname, name, alias);
            assert_eq!(person.display_name(), shown);
            assert_eq!(person.initials(), initials);
        }
    }
}
