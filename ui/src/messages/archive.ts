// Texts of "I miei dati su questo computer": lock, looks, passphrase, copies.
import type { ErrorTexts } from './errors'

export const archive = {
  title: 'I miei dati su questo computer',
  subtitle: 'L’archivio è cifrato: senza la tua frase nessuno lo legge, nemmeno chi ha il computer.',
  lockSection: 'Blocco e aspetto',
  idle: 'Blocca da solo dopo',
  idleHint: 'Trenta secondi prima te lo chiede.',
  minutes: (n: number) => (n === 1 ? '1 minuto' : `${n} minuti`),
  theme: 'Aspetto',
  saved: 'Impostazione salvata.',

  phraseSection: 'Frase di accesso',
  phraseText: 'Cambiala se pensi che qualcuno l’abbia vista. Le note e i dati non si toccano.',
  phraseChange: 'Cambia la frase',
  phrasePresent: 'Frase di adesso',
  phrasePresentMissing: 'scrivi la frase di adesso.',
  phraseChanged: 'La frase è cambiata. La vecchia non apre più questo archivio.',
  phraseOldCopies: 'Le copie fatte finora si aprono con la frase nuova da qui; se porti una copia altrove, vale la frase di allora.',

  copiesSection: 'Copie di sicurezza',
  copiesHelp: 'Il programma ne fa una al giorno, mentre si lavora. Cifrate con la stessa chiave, provate aprendole. Restano sette giorni, quattro settimane, sei mesi.',
  copiesCaption: 'Copie su questo computer',
  copyWhen: 'Fatta il',
  copySize: 'Grandezza',
  copyNow: 'Fai una copia adesso',
  copying: 'Copio e provo ad aprire la copia…',
  copied: (rows: number) => `Copia fatta e provata: ${new Intl.NumberFormat('it-IT').format(rows)} righe.`,
  copiesNone: 'Ancora nessuna copia',
  copiesNoneHelp: 'La prima si può fare adesso: il lavoro continua intanto.',
  restoreHow: 'Per tornare a una copia: blocca, poi scegli «Ripristina una copia».',

  officeSection: 'Ufficio',
  officeText: 'Chi lavora qui, le scuole del territorio, e le persone e cartelle da portare dentro da un foglio CSV o Excel, con una prova prima di scrivere.',
  officeReadOnly: 'Vale per tutto l’ufficio; la cambia chi coordina.',
  late: 'Segna «Registrata il» le note scritte',
  withoutReport: 'Si chiude senza relazione finale', withoutReportNone: 'In nessun servizio: la relazione finale serve sempre.', withoutReportChange: 'Servizi senza relazione finale', withoutReportHint: 'Dove non è spuntato, per chiudere serve la relazione finale: scritta e firmata qui, su carta, o il motivo per cui manca.',
  letterhead: 'Intestazione delle carte', letterheadHint: 'Nome e indirizzo dell’ufficio, una riga ciascuno: stanno in alto su relazioni e stampe.',
  lateHint: 'Vale per tutto l’ufficio, per le note firmate da adesso.',
  lateDays: (n: number) => (n === 0 ? 'dopo il giorno stesso' : n === 1 ? 'più di un giorno dopo' : `più di ${n} giorni dopo`),
  importOpen: 'Importa da un foglio',
} as const

export const archiveErrors: ErrorTexts = {}
