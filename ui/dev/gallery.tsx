// Every part of the kit on one page, with invented people, to look at while designing. Not shipped.
import { StrictMode, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nProvider } from 'react-aria-components'
import {
  ActionMenu, Badge, Button, CheckboxField, CheckboxList, ComboBox, ListTable, DateField, Dialog, Drawer, EmptyState, ErrorSummary, Facts,
  IconButton, KeyHint, notify, Notice, Page, PageHeader, PartialDateField, Progress, RadioField, Section, Segmented, SelectField,
  Stepper, Tabs, TextArea, TextField, TimeField, ToastRegion, type ComboItem,
} from '../src/components'
import '../src/styles'
import { chooseTheme, startTheme } from '../src/styles/theme'

const PEOPLE = ['Bianchi Sara', 'Colombo Luca', 'Ferrari Giulia', 'Moretti Amina', 'Rossi Davide', 'Russo Chiara', 'Villa Noemi']
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i),
    name: PEOPLE[i % PEOPLE.length] ?? '',
    service: ['Tutela minori', 'Assistenza educativa scolastica', 'Assistenza domiciliare'][i % 3] ?? '',
    state: ['In carico', 'In valutazione', 'Progetto attivo'][i % 3] ?? '',
    contact: `2026-0${(i % 8) + 1}-1${i % 9}`,
    drafts: i % 4,
  }))

async function findPeople(query: string): Promise<ComboItem[]> {
  return PEOPLE.filter((name) => name.toLowerCase().includes(query.toLowerCase())).map((name, i) => ({ key: name, label: name, note: `nata il 0${i + 1}/03/201${i} · Legnano` }))
}

function Fields() {
  const [text, setText] = useState('Colombo')
  const [long, setLong] = useState('')
  const [choice, setChoice] = useState<'TM' | 'AES' | 'SAD' | null>(null)
  const [person, setPerson] = useState<ComboItem | null>(null)
  const [date, setDate] = useState<string | null>('2026-04-03')
  const [partial, setPartial] = useState<string | null>('2011-05')
  const [time, setTime] = useState<string | null>('14:30')
  const [ticked, setTicked] = useState(true)
  const [several, setSeveral] = useState<('a' | 'b' | 'c')[]>(['a'])
  const [level, setLevel] = useState<'e' | 'r' | 's' | null>('r')
  return (
    <div className="form">
      <ErrorSummary errors={[{ name: 'cf', text: 'Il codice fiscale non torna: controlla l’ultima lettera' }]} />
      <div className="form-row">
        <TextField name="surname" label="Cognome" required value={text} onChange={setText} />
        <TextField name="cf" label="Codice fiscale" mono value="CLMLCU11E07E514X" onChange={() => undefined} error="l’ultima lettera dovrebbe essere R." />
      </div>
      <div className="form-row">
        <DateField name="date" label="Data" value={date} onChange={setDate} />
        <TimeField name="time" label="Ora d’inizio" value={time} onChange={setTime} />
        <PartialDateField name="birth" label="Data di nascita" value={partial} onChange={setPartial} />
      </div>
      <div className="form-row">
        <SelectField
          name="service" label="Servizio" value={choice} onChange={setChoice}
          choices={[{ key: 'TM', label: 'Tutela minori' }, { key: 'AES', label: 'Assistenza educativa scolastica' }, { key: 'SAD', label: 'Assistenza domiciliare' }]}
        />
        <ComboBox name="person" label="Persona" hint="Cognome, nome o codice" value={person} onChange={setPerson} load={findPeople} minLength={2} />
      </div>
      <TextArea name="text" label="Cosa è successo" optional value={long} onChange={setLong} rows={4} />
      <CheckboxField name="protected" label="Recapiti protetti" hint="Indirizzo e telefoni li vede solo l’équipe del caso." isSelected={ticked} onChange={setTicked} />
      <CheckboxList
        name="siblings" label="Anche nelle cartelle di" inline value={several} onChange={setSeveral}
        choices={[{ key: 'a', label: 'Sara' }, { key: 'b', label: 'Davide' }, { key: 'c', label: 'Noemi' }]}
      />
      <RadioField
        name="level" label="Chi legge" value={level} onChange={setLevel}
        choices={[{ key: 'e', label: 'Équipe del servizio' }, { key: 'r', label: 'Riservato all’équipe del caso', note: 'Bianchi, Ferrari e la coordinatrice' }, { key: 's', label: 'Segretato: solo persone indicate' }]}
      />
      <div className="form-actions">
        <Button kind="primary" keys="Ctrl+Invio">Firma nel diario</Button>
        <Button>Salva bozza</Button>
        <Button kind="quiet" icon="plus">Aggiungi</Button>
        <Button kind="danger" icon="delete">Annulla la nota</Button>
        <Button isDisabled>Non ora</Button>
        <Button kind="primary" isPending>Sblocco</Button>
        <IconButton icon="pencil" label="Modifica" />
        <ActionMenu actions={[{ key: 'a', label: 'Unisci doppioni', onAction: () => undefined }, { key: 'b', label: 'Chiudi la cartella', danger: true, onAction: () => undefined }]} />
      </div>
    </div>
  )
}

function Messages() {
  return (
    <div className="stack">
      <Notice title="Bozza – la vedi solo tu">Firmala quando è completa: non è una firma digitale.</Notice>
      <Notice kind="success">Nota firmata alle 14:32.</Notice>
      <Notice kind="warning" title="Scade tra 3 giorni" actions={<Button small>Apri il termine</Button>}>Relazione al Tribunale per i minorenni.</Notice>
      <Notice kind="error" title="Archivio danneggiato">Il file non è stato toccato. Ripristina l’ultima copia.</Notice>
      <div className="line">
        <Badge>Segnalato</Badge>
        <Badge tone="info">In valutazione</Badge>
        <Badge tone="success" icon="check">Progetto attivo</Badge>
        <Badge tone="warning" icon="clock">Scade tra 3 giorni</Badge>
        <Badge tone="danger" icon="warning-circle">Scaduto da 3 giorni</Badge>
        <KeyHint keys="Ctrl+K" />
        <span>Trovato in <mark>Colombo</mark> Luca</span>
      </div>
      <Progress label="Leggo il file" percent={42} onCancel={() => undefined} />
      <Progress label="Sblocco l’archivio" />
      <Stepper steps={['File', 'Colonne', 'Prova', 'Importazione']} current={1} />
      <Facts facts={[{ label: 'Vive con', value: 'la madre, Ferrari Giulia' }, { label: 'Responsabilità', value: 'entrambi i genitori' }, { label: 'Ultimo contatto', value: '12/03/2026, colloquio' }]} />
    </div>
  )
}

function Gallery() {
  const [tab, setTab] = useState<'diary' | 'plan'>('diary')
  const [span, setSpan] = useState<'d' | 'w' | 'm'>('w')
  const [open, setOpen] = useState<'dialog' | 'drawer' | null>(null)
  const columns = [
    { key: 'name', header: 'Persona', cell: (r: ReturnType<typeof rows>[0]) => r.name, sortValue: (r: ReturnType<typeof rows>[0]) => r.name },
    { key: 'service', header: 'Servizio', cell: (r: ReturnType<typeof rows>[0]) => r.service },
    { key: 'state', header: 'Stato', cell: (r: ReturnType<typeof rows>[0]) => <Badge tone="info">{r.state}</Badge> },
    { key: 'contact', header: 'Ultimo contatto', cell: (r: ReturnType<typeof rows>[0]) => r.contact, sortValue: (r: ReturnType<typeof rows>[0]) => r.contact },
    { key: 'drafts', header: 'Bozze', align: 'end' as const, cell: (r: ReturnType<typeof rows>[0]) => r.drafts, sortValue: (r: ReturnType<typeof rows>[0]) => r.drafts },
  ]
  return (
    <main>
      <Page>
        <PageHeader
          title="Colombo Luca" subtitle="14 anni · vive con la madre · Legnano" back={{ label: 'Cartelle', onPress: () => undefined }}
          badges={<><Badge tone="info">In carico</Badge><Badge tone="warning" icon="clock">Scade tra 3 giorni</Badge></>}
          actions={<><Button onPress={() => setOpen('drawer')}>Pannello</Button><Button onPress={() => setOpen('dialog')}>Finestra</Button><Button onPress={() => notify('success', 'Nota firmata.')}>Avviso</Button><Button onPress={() => chooseTheme(document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark')}>Tema</Button><Button kind="primary" icon="pencil">Scrivi nel diario</Button></>}
        />
        <Section title="Campi"><Fields /></Section>
        <Section title="Messaggi"><Messages /></Section>
        <Section title="Cartelle" flush actions={<Segmented label="Periodo" value={span} onChange={setSpan} choices={[{ key: 'd', label: 'Giorno' }, { key: 'w', label: 'Settimana' }, { key: 'm', label: 'Mese' }]} />}>
          <ListTable caption="Cartelle in carico" hideCaption columns={columns} rows={rows(8)} rowKey={(r) => r.id} onOpen={() => undefined} currentKey="3" />
        </Section>
        <Section title="Elenco lungo" flush><ListTable caption="Elenco lungo" hideCaption height="16rem" columns={columns} rows={rows(5000)} rowKey={(r) => r.id} defaultSort={{ column: 'name', direction: 'ascending' }} /></Section>
        <Section title="Schede">
          <Tabs label="Cartella" selected={tab} onSelect={setTab} items={[
            { key: 'diary', label: 'Diario', count: 12, content: <EmptyState icon="note" title="Il diario è vuoto" action={<Button kind="primary">Scrivi nel diario</Button>}>La prima nota dice perché la cartella è stata aperta.</EmptyState> },
            { key: 'plan', label: 'Progetto', content: <p>Nessun progetto.</p> },
          ]} />
        </Section>
      </Page>
      <Dialog title="Chiudere la cartella?" isOpen={open === 'dialog'} onClose={() => setOpen(null)} actions={<><Button onPress={() => setOpen(null)}>Annulla</Button><Button kind="danger">Chiudi la cartella</Button></>}>
        <p>Le note restano leggibili; per scrivere di nuovo va riaperta.</p>
      </Dialog>
      <Drawer title="Chi ha visto questa cartella" isOpen={open === 'drawer'} onClose={() => setOpen(null)}><p>Ieri, Ferrari Giulia.</p></Drawer>
      <ToastRegion />
    </main>
  )
}

startTheme()
const root = document.getElementById('root')
if (root) createRoot(root).render(<StrictMode><I18nProvider locale="it-IT"><Gallery /></I18nProvider></StrictMode>)
