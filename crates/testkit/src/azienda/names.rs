//! Names of people who do not exist, by where a family comes from and when somebody was born; and the comuni, streets and phones.

use super::dice::Dice as _;
use crate::SeededRandom;
use std::sync::OnceLock;

/// Ten comuni of the legnanese and their Belfiore codes.
pub const COMUNI: [(&str, &str); 10] = [
    ("Legnano", "E514"),
    ("Canegrate", "B593"),
    ("Cerro Maggiore", "C537"),
    ("Dairago", "D244"),
    ("Nerviano", "F874"),
    ("Parabiago", "G324"),
    ("Rescaldina", "H240"),
    ("San Vittore Olona", "I409"),
    ("Villa Cortese", "L928"),
    ("Busto Garolfo", "B301"),
];

/// Where a family comes from: its surnames and names, and where its elders were born (Belfiore code).
#[derive(Debug)]
pub struct Origin {
    state: Option<&'static str>,
    surnames: &'static str,
    women: &'static str,
    men: &'static str,
}

const ITALY: Origin = Origin {
    state: None,
    surnames: "Colombo|Ferrari|Rossetti|Bianchi|Castiglioni|Croci|Landoni|Pozzi|Re|Lattuada|Banfi|Garavaglia|Mezzanzanica|\
        Morelli|Cozzi|Gadda|Raimondi|Vismara|Borsani|Rimoldi|Cattaneo|Ceriotti|Marinoni|Olgiati|Provasi|Tosi|Turati|\
        Zaffaroni|Crespi|Bandera|Berra|Calini|Gornati|Grassi|Guerini|Lualdi|Macchi|Moroni|Oldani|Paganini|Parini|\
        Rondanini|Saporiti|Stucchi|Taglioretti|Vignati|Esposito|Russo|Romano|Greco|De Luca|Marino|Bruno|Gallo|Conti|\
        Costa|Giordano|Rizzo|Lombardo|Caruso|Mancuso|Messina|La Rosa|D'Angelo|D'Amico|Di Stefano|Lo Presti|Sorrentino|\
        Barbieri|Fontana|Mariani|Villa|Sala|Brambilla|Galli|Pagani|Locatelli|Monti|Valenti|Pellegrini|Silvestri|Ferrara",
    women: "",
    men: "",
};

const ABROAD: [Origin; 11] = [
    Origin {
        state: Some("Z100"),
        surnames: "Hoxha|Shehu|Gjoka|Dervishi|Kola|Prifti|Marku",
        women: "Elona|Mirela|Arta|Ornela|Anisa|Erisa|Sara",
        men: "Arben|Ilir|Dritan|Erion|Ardit|Klevis|Noel",
    },
    Origin {
        state: Some("Z129"),
        surnames: "Popescu|Ionescu|Dumitru|Stan|Munteanu|Radu",
        women: "Mihaela|Elena|Ioana|Andreea|Alexandra|Maria|Bianca",
        men: "Florin|Marian|Cristian|Andrei|David|Stefan|Luca",
    },
    Origin {
        state: Some("Z330"),
        surnames: "El Amrani|Benali|Haddad|Bouazza|El Idrissi|Tahiri",
        women: "Fatima|Khadija|Samira|Salma|Aya|Malak|Yasmine",
        men: "Mohamed|Hassan|Said|Youssef|Adam|Ilyas|Rayan",
    },
    Origin {
        state: Some("Z336"),
        surnames: "Mansour|Ibrahim|Saad|Farag|Hanna|Gerges",
        women: "Mariam|Nadia|Heba|Mona|Jana|Sandra",
        men: "Ahmed|Mahmoud|Mina|Karim|Omar|Youssef",
    },
    Origin {
        state: Some("Z343"),
        surnames: "Diop|Ndiaye|Fall|Sow|Gueye|Mbaye",
        women: "Awa|Fatou|Aminata|Mame|Sokhna|Khady",
        men: "Modou|Ibrahima|Cheikh|Mamadou|Ousmane|Moussa",
    },
    Origin {
        state: Some("Z222"),
        surnames: "Kumar|Singh|Sharma|Gill|Dhillon|Sandhu",
        women: "Simran|Manpreet|Jasleen|Priya|Harleen|Navneet",
        men: "Harpreet|Gurpreet|Amandeep|Arjun|Jaspreet|Manjot",
    },
    Origin {
        state: Some("Z249"),
        surnames: "Hossain|Rahman|Islam|Ahmed|Miah|Uddin",
        women: "Nusrat|Shahida|Fariha|Tasnim|Rokeya|Afrin",
        men: "Abdul|Rafiq|Tanvir|Sakib|Imran|Rayhan",
    },
    Origin {
        state: Some("Z611"),
        surnames: "Mendoza|Vargas|Salazar|Quispe|Huaman|Flores",
        women: "Rosa|Milagros|Luz|Camila|Valeria|Danna",
        men: "Luis|Jorge|Miguel|Diego|Thiago|Mateo",
    },
    Origin {
        state: Some("Z210"),
        surnames: "Chen|Hu|Zhou|Lin|Wang|Zhang",
        women: "Xiaoyan|Lili|Meiling|Giulia|Anna|Sofia",
        men: "Wei|Jun|Jianhua|Luca|Marco|Kevin",
    },
    Origin {
        state: Some("Z138"),
        surnames: "Kovalenko|Melnyk|Shevchenko|Bondarenko|Tkachenko|Koval",
        women: "Oksana|Iryna|Nataliya|Sofiia|Anastasiia|Daryna",
        men: "Andriy|Serhiy|Oleh|Maksym|Artem|Danylo",
    },
    Origin {
        state: Some("Z216"),
        surnames: "Santos|Dela Cruz|Reyes|Bautista|Garcia|Mendoza",
        women: "Maricel|Rowena|Jasmine|Angel|Nicole|Princess",
        men: "Ronaldo|Jomar|Christian|Joshua|Gabriel|Mark",
    },
];

/// Names of the old, of the grown, of the young.
const WOMEN: [&str; 3] = [
    "Maria|Giuseppina|Angela|Rosa|Teresa|Carla|Luigia|Ernesta|Piera|Antonia|Giovanna|Franca|Adele|Ines|Bruna|Anna|\
     Lucia|Caterina|Natalina|Agnese|Emilia|Pierina|Rosanna|Graziella|Mariuccia|Luciana|Silvana|Renata|Ida|Virginia",
    "Laura|Paola|Elena|Silvia|Barbara|Cristina|Francesca|Monica|Chiara|Valentina|Sara|Federica|Simona|Daniela|Roberta|\
     Alessandra|Stefania|Michela|Ilaria|Elisa|Sabrina|Manuela|Claudia|Katia|Tiziana|Veronica|Serena|Jessica|Debora|Marta",
    "Sofia|Giulia|Aurora|Alice|Ginevra|Emma|Giorgia|Greta|Beatrice|Anna|Vittoria|Matilde|Noemi|Ludovica|Chiara|Gaia|\
     Martina|Rebecca|Camilla|Arianna|Bianca|Viola|Nicole|Asia|Elisa|Mia|Irene|Margherita|Adele|Sara|Melissa|Azzurra",
];
const MEN: [&str; 3] = [
    "Giuseppe|Giovanni|Luigi|Mario|Angelo|Carlo|Ambrogio|Ernesto|Pietro|Antonio|Francesco|Felice|Renato|Giancarlo|\
     Gianfranco|Enrico|Aldo|Bruno|Sergio|Vittorio|Italo|Dante|Natale|Egidio|Silvio|Franco|Oreste|Guido|Domenico|Salvatore",
    "Marco|Andrea|Stefano|Luca|Paolo|Alessandro|Roberto|Davide|Massimo|Fabio|Matteo|Daniele|Simone|Claudio|Maurizio|\
     Cristian|Gianluca|Michele|Emanuele|Ivan|Walter|Alberto|Giorgio|Diego|Vincenzo|Riccardo|Nicola|Mirko|Denis|Omar",
    "Leonardo|Francesco|Tommaso|Edoardo|Alessandro|Lorenzo|Mattia|Gabriele|Riccardo|Andrea|Diego|Nicolò|Matteo|Giuseppe|\
     Federico|Antonio|Luca|Samuele|Pietro|Filippo|Simone|Christian|Elia|Thomas|Jacopo|Giacomo|Michele|Kevin|Enea|Nathan",
];

const STREETS: &str = "via Mazzini|via Garibaldi|via Roma|via Dante|via dei Mille|via San Bernardino|corso Sempione|via Cavour|\
    via Pascoli|viale Lombardia|via Verdi|via Monte Rosa|via Resegone|via XX Settembre|via Galvani|via don Minzoni|via Ticino|\
    via della Pace|via Manzoni|via Matteotti|via Leopardi|via Carducci|via Sabotino|via Gran Sasso|via Battisti|via IV Novembre";

/// The generations that names follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Generation {
    /// Born before 1955 or so.
    Old,
    /// Grown up.
    Grown,
    /// Children and the young.
    Young,
}

/// Where a new family comes from; two in three are Italian.
pub fn origin(random: &SeededRandom) -> &'static Origin {
    if random.chance(67) {
        &ITALY
    } else {
        random.pick(&ABROAD).unwrap_or(&ITALY)
    }
}

/// Italian.
pub const fn italian() -> &'static Origin {
    &ITALY
}

impl Origin {
    /// A surname.
    pub fn surname(&self, random: &SeededRandom) -> String {
        random.word(self.surnames).to_owned()
    }

    /// A first name of a generation.
    pub fn first(&self, random: &SeededRandom, woman: bool, generation: Generation) -> String {
        let own = if woman { self.women } else { self.men };
        if !own.is_empty() {
            return random.word(own).to_owned();
        }
        // One grown or old person in eight has one of the rarer names.
        if generation != Generation::Young && random.chance(12) {
            return rare(random, woman);
        }
        let lists = if woman { WOMEN } else { MEN };
        let [old, grown, young] = lists;
        let list = match generation {
            Generation::Old => old,
            Generation::Grown => grown,
            Generation::Young => young,
        };
        random.word(list).to_owned()
    }

    /// Where somebody of it was born: the elders of a family from abroad there, everybody else in a comune of here.
    pub fn birthplace(&self, random: &SeededRandom, generation: Generation) -> &'static str {
        match self.state {
            Some(state) if generation != Generation::Young => state,
            _ => comune(random).1,
        }
    }

    /// The country of its citizenship, where that is not Italy's.
    pub const fn state(&self) -> Option<&'static str> {
        self.state
    }
}

fn rare(random: &SeededRandom, woman: bool) -> String {
    static POOLS: OnceLock<(Vec<&str>, Vec<&str>)> = OnceLock::new();
    let (women, men) = POOLS.get_or_init(|| {
        let rows = include_str!("../../data/nomi.csv")
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(','));
        let (women, men): (Vec<_>, Vec<_>) = rows.partition(|(sex, _)| *sex == "F");
        let names =
            |rows: Vec<(&'static str, &'static str)>| rows.into_iter().map(|(_, name)| name).collect();
        (names(women), names(men))
    });
    let pool = if woman { women } else { men };
    random
        .pick(pool)
        .map_or_else(String::new, |name| (*name).to_owned())
}

/// A street and a number.
pub fn street(random: &SeededRandom) -> (String, String) {
    (
        random.word(STREETS).to_owned(),
        random.between(1, 120).to_string(),
    )
}

/// A comune with its Belfiore code; the larger ones more often.
pub fn comune(random: &SeededRandom) -> (&'static str, &'static str) {
    if random.chance(25) {
        return COMUNI[0];
    }
    random.pick(&COMUNI).copied().unwrap_or(COMUNI[0])
}

/// A mobile number that looks like one.
pub fn mobile(random: &SeededRandom) -> String {
    format!(
        "3{:02} {:07}",
        random.between(20, 89),
        random.between(0, 9_999_999)
    )
}
