// Shows the page on top: its screen, its focus on arrival, and what stands there when it is missing or breaks.
import { Component, useEffect, useRef, type ReactNode } from 'react'
import { Button, EmptyState, Page, PageHeader } from '../components'
import { it } from '../messages/it'
import { navigate } from '../navigation'
import { routes } from '../navigation/registry'
import { EntryContext, type Entry } from '../navigation/router'

function Missing() {
  return (
    <Page>
      <PageHeader title={it.shell.missingPage} />
      <EmptyState icon="help-circle" title={it.shell.missingPageHelp} action={<Button kind="primary" onPress={() => navigate('today')}>{it.shell.toToday}</Button>} />
    </Page>
  )
}

class Fence extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Page>
        <PageHeader title={it.shell.brokenPage} />
        <EmptyState
          icon="warning-circle"
          title={it.shell.brokenPageHelp}
          action={
            <div className="line">
              <Button kind="primary" onPress={() => this.setState({ broken: false })}>
                {it.shell.retry}
              </Button>
              <Button onPress={() => navigate('today')}>{it.shell.toToday}</Button>
            </div>
          }
        />
      </Page>
    )
  }
}

/** Where the focus belongs on arrival: what the page says (`data-arrival`: the text of a new note), else its title. */
const landing = () => document.querySelector<HTMLElement>('#content [data-arrival]') ?? document.getElementById('page-title')

/** Moves the focus there once it is on the page; not if the page took it itself, or she began to do something else. */
function land(content: HTMLElement): () => void {
  const attempt = () => {
    const active = document.activeElement
    const taken = active !== null && active !== content && content.contains(active)
    const target = landing()
    if (!taken) target?.focus()
    return taken || target !== null
  }
  if (attempt()) return () => undefined
  const observer = new MutationObserver(() => attempt() && stop())
  const stop = () => {
    observer.disconnect()
    document.removeEventListener('pointerdown', stop, true)
    document.removeEventListener('keydown', stop, true)
  }
  observer.observe(content, { childList: true, subtree: true })
  document.addEventListener('pointerdown', stop, true)
  document.addEventListener('keydown', stop, true)
  return stop
}

function useArrival(entry: Entry) {
  const before = useRef(entry.key)
  useEffect(() => {
    const def = routes.get(entry.name)
    document.title = def ? `${def.title(entry.params)} – ${it.shell.brand}` : it.shell.brand
    const content = document.getElementById('content')
    if (before.current === entry.key || !content) return
    before.current = entry.key
    content.scrollTop = 0
    return land(content)
  }, [entry])
}

export function Screen({ entry }: { entry: Entry }) {
  useArrival(entry)
  const def = routes.get(entry.name)
  return (
    <EntryContext value={entry}>
      <Fence key={entry.key}>{def ? <def.Screen params={entry.params} /> : <Missing />}</Fence>
    </EntryContext>
  )
}
