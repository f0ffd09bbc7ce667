// A contact is noted, or its card changed. Everything may stay empty but one thing; Ctrl+Invio saves.
import { useState } from 'react'
import { deskGet, deskSave, type Accesso, type AccessoPage } from '../bindings'
import { Button, Notice, notify, Page, PageHeader } from '../components'
import { it } from '../messages/it'
import { clearViewState, goBack, navigate, useAnswer, useCommand, useSession, useShortcut, useViewState, type Params } from '../navigation'
import { describeError } from '../platform'
import { AnswerSection, CallSection, MoreSection, NeedSection, WhomSection } from './form-sections'
import { blankCard, useDeskCodes } from './words'

const t = it.desk

interface FormProps {
  title: string
  id: string | null
  first: Accesso
  personLabel: string
  seen: string[]
}

function Form({ title, id, first, personLabel, seen }: FormProps) {
  const [card, setCard] = useViewState<Accesso>('card', first)
  const [known, setKnown] = useViewState('person', personLabel)
  // The writes that were on screen when it was begun, also after a lock.
  const [begun] = useViewState('seen', seen)
  const [tried, setTried] = useState(false)
  const codes = useDeskCodes()
  const command = useCommand(deskSave)
  const save = () => {
    setTried(true)
    command.mutate(
      { id, card, seen: begun },
      {
        onSuccess: (saved) => {
          clearViewState()
          notify('success', t.saved)
          if (id === null) navigate('desk.card', { accesso_id: saved.id }, { replace: true })
          else goBack()
        },
      },
    )
  }
  useShortcut('Ctrl+Invio', t.save, save)
  const part = { card, onChange: setCard, codes, error: command.error }
  return (
    <Page>
      <PageHeader title={title} back={{ label: it.shell.back, onPress: goBack }} />
      <form
        className="form desk-form" noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        {tried && command.error ? <Notice kind="error" role="alert">{describeError(command.error)}</Notice> : null}
        <CallSection {...part} />
        <div className="desk-sides">
          <WhomSection {...part} known={known} onKnown={setKnown} />
          <NeedSection {...part} />
        </div>
        <AnswerSection {...part} />
        <MoreSection {...part} />
        <div className="form-actions">
          <Button kind="primary" type="submit" keys="Ctrl+Invio" isPending={command.isPending}>{t.save}</Button>
          <Button onPress={goBack}>{it.kit.cancel}</Button>
        </div>
      </form>
    </Page>
  )
}

export function NewCardPage() {
  const { today } = useSession()
  const codes = useDeskCodes()
  if (!codes) return null
  const call = codes.modes.find(({ code }) => code === 'TELEFONO') ?? null
  return <Form title={t.add} id={null} first={{ ...blankCard(today), mode: call }} personLabel="" seen={[]} />
}

const formOf = ({ card, person }: AccessoPage) => ({ id: card.id, first: card.value, personLabel: person?.name ?? '', seen: card.seen })

export function EditCardPage({ params }: { params: Params }) {
  const id = params['accesso_id'] ?? ''
  const { data, error } = useAnswer({ key: ['desk.get', id], ask: () => deskGet({ id }), kinds: ['accesso', 'person'] })
  if (error) return <Page><PageHeader title={t.edit} back={{ label: it.shell.back, onPress: goBack }} /><Notice kind="error">{describeError(error)}</Notice></Page>
  return data ? <Form title={t.edit} {...formOf(data)} /> : null
}
