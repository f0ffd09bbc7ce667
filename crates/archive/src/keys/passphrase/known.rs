//! What a guesser tries first.

/// What stands at the top of every list of stolen passwords, as used in Italy, and what an office makes one think of.
const EVERYBODYS: &str = "\
    password passw0rd password1 segreto segreta benvenuto benvenuta buongiorno ciaociao amoremio \
    tiamo juventus milan inter napoli forzajuve forzamilan forzainter italia roma francesco \
    francesca alessandro alessandra giuseppe andrea valentina antonio giovanni martina giulia chiara \
    matteo lorenzo admin amministratore utente prova accesso entrare welcome letmein iloveyou dragon \
    monkey master sunshine princess football superman batman pokemon stella cucciola amore ciao \
    mamma papa principessa assistente sociale comune ufficio servizi cartella azienda tutela minori \
    computer";

/// The passwords that everybody uses.
pub(super) fn everybodys() -> impl Iterator<Item = &'static str> {
    EVERYBODYS.split(' ')
}

/// What runs along the alphabet, the digits and the keyboard; tried backwards too.
pub(super) const KEYBOARD: &[&str] = &[
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1qaz2wsx3edc",
];
