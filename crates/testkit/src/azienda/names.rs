//! Names of people who do not exist, and the comuni where they live.

use super::texts::pick;
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

const SURNAMES: &[&str] = &[
    "Colombo",
    "Ferrari",
    "Rossetti",
    "Bianchi",
    "Castiglioni",
    "Croci",
    "Landoni",
    "Pozzi",
    "Re",
    "Lattuada",
    "Banfi",
    "Garavaglia",
    "Mezzanzanica",
    "Morelli",
    "Cozzi",
    "Gadda",
    "Raimondi",
    "Vismara",
    "Borsani",
    "Rimoldi",
    "Cattaneo",
    "Ceriotti",
    "Marinoni",
    "Olgiati",
    "Provasi",
    "Tosi",
    "Turati",
    "Zaffaroni",
    "Crespi",
    "Bandera",
    "Berra",
    "Calini",
    "Gornati",
    "Grassi",
    "Guerini",
    "Lualdi",
    "Macchi",
    "Moroni",
    "Oldani",
    "Paganini",
    "Parini",
    "Rondanini",
    "Saporiti",
    "Stucchi",
    "Taglioretti",
    "Vignati",
    "Esposito",
    "Russo",
    "Romano",
    "Greco",
    "De Luca",
    "Marino",
    "Bruno",
    "Gallo",
    "Conti",
    "Costa",
    "Giordano",
    "Rizzo",
    "Lombardo",
    "Caruso",
    "Mancuso",
    "Messina",
    "La Rosa",
    "D'Angelo",
    "D'Amico",
    "Di Stefano",
    "Lo Presti",
    "Hoxha",
    "Shehu",
    "Gjoka",
    "Popescu",
    "Ionescu",
    "Dumitru",
    "El Amrani",
    "Benali",
    "Haddad",
    "Mansour",
    "Diop",
    "Ndiaye",
    "Fall",
    "Kumar",
    "Singh",
    "Kaur",
    "Hossain",
    "Rahman",
    "Mendoza",
    "Vargas",
    "Salazar",
    "Quispe",
    "Chen",
    "Hu",
    "Zhou",
    "Kovalenko",
    "Melnyk",
    "Santos",
    "Dela Cruz",
    "Silva",
    "Okafor",
];

const STREETS: &[&str] = &[
    "via Mazzini",
    "via Garibaldi",
    "via Roma",
    "via Dante",
    "via dei Mille",
    "via San Bernardino",
    "corso Sempione",
    "via Cavour",
    "via Pascoli",
    "viale Lombardia",
    "via Verdi",
    "via Monte Rosa",
    "via Resegone",
    "via XX Settembre",
    "via Galvani",
    "via don Minzoni",
    "via Ticino",
    "via della Pace",
];

/// Schools, wards, parishes: somewhere that a text can name.
pub const PLACES: &[&str] = &[
    "la scuola primaria Toscanini",
    "l'istituto comprensivo di via Cavour",
    "la scuola dell'infanzia Arcobaleno",
    "il consultorio di zona",
    "la neuropsichiatria infantile",
    "l'oratorio di San Magno",
    "la sede di via Roma",
    "il centro diurno",
    "il pronto soccorso",
    "lo studio del medico curante",
];

/// Colleagues of other services.
pub const COLLEAGUES: &[&str] = &[
    "la docente di sostegno",
    "la coordinatrice dell'ente",
    "la neuropsichiatra",
    "la pediatra",
    "l'educatore domiciliare",
    "la psicologa del consultorio",
    "il medico di base",
    "la dirigente scolastica",
    "l'infermiera dell'assistenza domiciliare",
];

fn pools() -> &'static (Vec<&'static str>, Vec<&'static str>) {
    static POOLS: OnceLock<(Vec<&str>, Vec<&str>)> = OnceLock::new();
    POOLS.get_or_init(|| {
        let rows = include_str!("../../data/nomi.csv")
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(','));
        let (mut women, mut men) = (Vec::new(), Vec::new());
        for (sex, name) in rows {
            if sex == "F" {
                women.push(name)
            } else {
                men.push(name)
            }
        }
        (women, men)
    })
}

/// A surname.
pub fn surname(random: &SeededRandom) -> String {
    pick(random, SURNAMES).map_or_else(String::new, |name| (*name).to_owned())
}

/// A first name.
pub fn first(random: &SeededRandom, woman: bool) -> String {
    let (women, men) = pools();
    let pool = if woman { women } else { men };
    pick(random, pool).map_or_else(String::new, |name| (*name).to_owned())
}

/// A street and a number.
pub fn street(random: &SeededRandom) -> (String, String) {
    let street = pick(random, STREETS).map_or_else(String::new, |street| (*street).to_owned());
    (street, (random.next() % 120 + 1).to_string())
}

/// A comune with its Belfiore code.
pub fn comune(random: &SeededRandom) -> (&'static str, &'static str) {
    pick(random, &COMUNI).copied().unwrap_or(("Legnano", "E514"))
}

/// A mobile number of a range that no operator gives out.
pub fn mobile(random: &SeededRandom) -> String {
    format!(
        "3{:02} {:07}",
        20 + random.next() % 70,
        random.next() % 10_000_000
    )
}
