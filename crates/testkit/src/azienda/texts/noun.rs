//! How a text calls somebody or something, with its article and gender.

/// A noun phrase: "la madre", "l'educatore", "Luca".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noun {
    article: &'static str,
    word: String,
    female: bool,
}

impl Noun {
    /// A name, that takes no article.
    #[must_use]
    pub fn name(name: &str, female: bool) -> Self {
        Self {
            article: "",
            word: name.to_owned(),
            female,
        }
    }

    /// A phrase as it is said alone: "la madre", "l'educatore", "il consultorio".
    #[must_use]
    pub fn said(phrase: &'static str, female: bool) -> Self {
        if let Some(word) = phrase.strip_prefix("l'") {
            return Self {
                article: "l'",
                word: word.to_owned(),
                female,
            };
        }
        let (article, word) = phrase.split_once(' ').unwrap_or(("", phrase));
        Self {
            article,
            word: word.to_owned(),
            female,
        }
    }

    /// An adult by her surname.
    #[must_use]
    pub fn adult(surname: &str, female: bool) -> Self {
        let title = if female { "signora" } else { "signor" };
        Self {
            article: if female { "la" } else { "il" },
            word: format!("{title} {surname}"),
            female,
        }
    }

    /// A relative with a name: "il fratello Luca".
    #[must_use]
    pub fn named(article: &'static str, tie: &str, name: &str, female: bool) -> Self {
        Self {
            article,
            word: format!("{tie} {name}"),
            female,
        }
    }

    /// Whether it is feminine.
    #[must_use]
    pub const fn is_female(&self) -> bool {
        self.female
    }

    /// With its article.
    #[must_use]
    pub fn alone(&self) -> String {
        match self.article {
            "" => self.word.clone(),
            "l'" => format!("l'{}", self.word),
            article => format!("{article} {}", self.word),
        }
    }

    /// After a preposition, joined with the article: "della madre", "all'educatore", "con la madre", "ad Anna".
    #[must_use]
    pub fn after(&self, preposition: &str) -> String {
        let stem = match preposition {
            "di" => "de",
            "a" => "a",
            "da" => "da",
            "su" => "su",
            _ => return format!("{preposition} {}", self.alone()),
        };
        let joined = match self.article {
            "" => {
                let vowel = self.word.to_lowercase().starts_with('a');
                let preposition = if preposition == "a" && vowel {
                    "ad"
                } else {
                    preposition
                };
                return format!("{preposition} {}", self.word);
            }
            "il" => format!("{stem}l"),
            "lo" => format!("{stem}llo"),
            "la" => format!("{stem}lla"),
            "l'" => return format!("{stem}ll'{}", self.word),
            "i" => format!("{stem}i"),
            "gli" => format!("{stem}gli"),
            _ => format!("{stem}lle"),
        };
        format!("{joined} {}", self.word)
    }
}

#[cfg(test)]
mod tests {
    use super::Noun;

    #[test]
    fn prepositions_join_with_articles() {
        let cases = [
            (Noun::said("la madre", true), "di", "della madre"),
            (Noun::said("l'educatore", false), "a", "all'educatore"),
            (Noun::said("il padre", false), "da", "dal padre"),
            (Noun::said("lo zio", false), "su", "sullo zio"),
            (Noun::said("gli zii", false), "di", "degli zii"),
            (Noun::said("la nonna", true), "con", "con la nonna"),
            (Noun::name("Anna", true), "a", "ad Anna"),
            (Noun::name("Luca", false), "di", "di Luca"),
            (Noun::adult("Croci", true), "a", "alla signora Croci"),
        ];
        for (noun, preposition, joined) in cases {
            assert_eq!(noun.after(preposition), joined);
        }
    }
}
