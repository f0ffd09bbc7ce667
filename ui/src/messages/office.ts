// Texts of the agreement with the office.
import { textOf, type ErrorTexts } from './errors'

const unreachable: Readonly<Record<string, string>> = {
  line: 'L’ufficio non risponde: controlla la connessione. Puoi continuare a scrivere, si riprova da solo.',
  timeout: 'L’ufficio non ha risposto in tempo. Puoi continuare a scrivere, si riprova da solo.',
  nonsense: 'A questo indirizzo non risponde un ufficio di Cartella: controlla l’indirizzo.',
  busy: 'L’ufficio ha molto da fare: si riprova da solo tra poco.',
  unknown: 'L’ufficio non riconosce questo computer.',
  suspended: 'L’ufficio ha sospeso questo computer: chiedi alla coordinatrice.',
  revoked: 'L’ufficio non accetta più questo computer: chiedi alla coordinatrice.',
  upgrade: 'L’ufficio usa una versione più nuova: aggiorna il programma.',
  clock: 'L’orologio di questo computer è molto diverso da quello dell’ufficio: correggilo e riprova.',
}

export const officeErrors: ErrorTexts = {
  office_none: () => 'Questo archivio non è ancora collegato a un ufficio.',
  office_joined: () => 'Questo archivio è già collegato a un ufficio.',
  office_code_missing: () => 'Scrivi il codice che ti ha dato l’ufficio.',
  office_code_refused: () => 'Il codice non vale: è sbagliato, già usato o scaduto. Chiedine un altro all’ufficio.',
  office_unreachable: (params) => unreachable[textOf(params, 'trouble')] ?? 'L’ufficio non risponde. Puoi continuare a scrivere, si riprova da solo.',
  clash_gone: () => 'Qualcuno ha già deciso, o è arrivato un altro valore: guarda di nuovo.',
  clash_choice_invalid: () => 'Questo valore non va bene per questo campo.',
}
