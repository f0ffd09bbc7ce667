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

/** On a new page the focus goes to its title, unless the page put it in a field of its own. */
function useArrival(entry: Entry) {
  const before = useRef(entry.key)
  useEffect(() => {
    const def = routes.get(entry.name)
    document.title = def ? `${def.title(entry.params)} – ${it.shell.brand}` : it.shell.brand
    if (before.current === entry.key) return
    before.current = entry.key
    const content = document.getElementById('content')
    if (content) content.scrollTop = 0
    const active = document.activeElement
    const inside = active !== null && active !== content && content?.contains(active)
    if (!inside) document.getElementById('page-title')?.focus()
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
