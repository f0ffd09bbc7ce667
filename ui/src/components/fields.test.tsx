import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { ComboBox, ListTable, DateField, ErrorSummary, PartialDateField, TextField, type ComboItem } from '.'

function Dated({ onChange, max }: { onChange?: (iso: string | null) => void; max?: string }) {
  const [value, setValue] = useState<string | null>(null)
  return (
    <DateField
      name="on" label="Data" value={value} today="2026-04-03" {...(max ? { max } : {})}
      onChange={(iso) => {
        setValue(iso)
        onChange?.(iso)
      }}
    />
  )
}

function Born({ onChange, estimable = false }: { onChange: (value: string | null) => void; estimable?: boolean }) {
  const [value, setValue] = useState<string | null>(null)
  return (
    <PartialDateField
      name="b" label="Nascita" value={value} estimable={estimable}
      onChange={(next) => {
        setValue(next)
        onChange(next)
      }}
    />
  )
}

describe('a text field', () => {
  it('has a label, a hint and an error that are announced with it', () => {
    render(<TextField name="a" label="Cognome" required hint="Come sul documento" error="scrivi il cognome." value="" onChange={() => undefined} />)
    const field = screen.getByRole('textbox', { name: 'Cognome (obbligatorio)' })
    expect(field).toBeInvalid()
    expect(field).toHaveAccessibleDescription(/Come sul documento/)
    expect(field).toHaveAccessibleDescription(/Errore: scrivi il cognome\./)
  })
})

describe('a date field', () => {
  it('turns shorthand into a date when she leaves it', async () => {
    const seen = vi.fn()
    render(<Dated onChange={seen} />)
    await userEvent.type(screen.getByLabelText('Data'), '5/4{Tab}')
    expect(screen.getByLabelText('Data')).toHaveValue('05/04/2026')
    expect(seen).toHaveBeenLastCalledWith('2026-04-05')
  })
  it('keeps unreadable text and says how to write it', async () => {
    const seen = vi.fn()
    render(<Dated onChange={seen} />)
    await userEvent.type(screen.getByLabelText('Data'), 'boh{Tab}')
    expect(screen.getByLabelText('Data')).toHaveValue('boh')
    expect(screen.getByText(/^Errore: scrivi la data/)).toBeInTheDocument()
    expect(seen).not.toHaveBeenCalled()
  })
  it('refuses the future when told so, typed or by arrow', async () => {
    render(<Dated max="2026-04-03" />)
    await userEvent.type(screen.getByLabelText('Data'), '4/4{Tab}')
    expect(screen.getByText(/non può essere dopo il 03\/04\/2026/)).toBeInTheDocument()
    await userEvent.clear(screen.getByLabelText('Data'))
    await userEvent.type(screen.getByLabelText('Data'), 'oggi{ArrowUp}')
    expect(screen.getByLabelText('Data')).toHaveValue('oggi')
    await userEvent.type(screen.getByLabelText('Data'), '{ArrowDown}')
    expect(screen.getByLabelText('Data')).toHaveValue('02/04/2026')
  })
})

describe('a partial date field', () => {
  it('spreads a whole date pasted in the day', async () => {
    const seen = vi.fn()
    render(<Born onChange={seen} />)
    await userEvent.click(screen.getByLabelText('Giorno'))
    await userEvent.paste('7/5/2011')
    expect(seen).toHaveBeenLastCalledWith('2011-05-07')
    expect(screen.getByLabelText('Anno')).toHaveValue('2011')
  })
})

describe('an estimated date', () => {
  it('says so in its value, whichever comes first', async () => {
    const seen = vi.fn()
    render(<Born onChange={seen} estimable />)
    await userEvent.click(screen.getByLabelText('stimata'))
    await userEvent.type(screen.getByLabelText('Anno'), '2009')
    expect(seen).toHaveBeenLastCalledWith('2009~')
    await userEvent.click(screen.getByLabelText('stimata'))
    expect(seen).toHaveBeenLastCalledWith('2009')
    expect(screen.getByLabelText('Anno')).toHaveValue('2009')
  })
})

describe('a combo box', () => {
  it('says how many results there are and gives the chosen one', async () => {
    const all: ComboItem[] = [{ key: '1', label: 'Legnano' }, { key: '2', label: 'Legnone' }, { key: '3', label: 'Milano' }]
    const chosen = vi.fn()
    render(<ComboBox name="c" label="Comune" value={null} onChange={chosen} load={(q) => Promise.resolve(all.filter((one) => one.label.toLowerCase().startsWith(q)))} />)
    await userEvent.type(screen.getByRole('combobox', { name: 'Comune' }), 'legn')
    await screen.findByRole('option', { name: 'Legnone' })
    expect(document.getElementById('live-polite')).toHaveTextContent('2 risultati')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(chosen).toHaveBeenCalledWith(all[1])
  })
})

describe('an error summary', () => {
  it('takes the focus and leads to the field', async () => {
    render(
      <>
        <ErrorSummary errors={[{ name: 'cf', text: 'Il codice non torna' }]} />
        <TextField name="cf" label="Codice fiscale" value="" onChange={() => undefined} />
      </>,
    )
    expect(screen.getByRole('alert')).toHaveFocus()
    await userEvent.click(screen.getByRole('link', { name: 'Il codice non torna' }))
    expect(screen.getByLabelText('Codice fiscale')).toHaveFocus()
  })
})

describe('a table', () => {
  const columns = [
    { key: 'name', header: 'Nome', cell: (r: { name: string; n: number | null }) => r.name, sortValue: (r: { name: string }) => r.name },
    { key: 'n', header: 'Bozze', cell: (r: { n: number | null }) => r.n, sortValue: (r: { n: number | null }) => r.n },
  ]
  const rows = [{ name: 'Èlia', n: 2 }, { name: 'anna', n: null }, { name: 'Ugo', n: 10 }]
  const names = () => screen.getAllByRole('rowheader').map((cell) => cell.textContent)

  it('sorts as Italians do, empty last, and tells which way', async () => {
    render(<ListTable caption="Elenco" columns={columns} rows={rows} rowKey={(r) => r.name} defaultSort={{ column: 'name', direction: 'ascending' }} />)
    expect(names()).toEqual(['anna', 'Èlia', 'Ugo'])
    await userEvent.click(screen.getByRole('button', { name: 'Bozze' }))
    await userEvent.click(screen.getByRole('button', { name: 'Bozze' }))
    expect(names()).toEqual(['Ugo', 'Èlia', 'anna'])
    expect(screen.getByRole('columnheader', { name: 'Bozze' })).toHaveAttribute('aria-sort', 'descending')
  })
  it('opens a row by keyboard', async () => {
    const opened = vi.fn()
    render(<ListTable caption="Elenco" columns={columns} rows={rows} rowKey={(r) => r.name} onOpen={opened} openLabel={(r) => `Apri scheda di ${r.name}`} />)
    screen.getByRole('button', { name: 'Apri scheda di Èlia' }).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(opened).toHaveBeenCalledWith(rows[2])
  })
})
