// The frame of a screen: its header with the one h1, its sections, list beside detail, facts, steps.
import { useId, type ReactNode } from 'react'
import { kit } from '../messages/kit'
import { Button } from './Button'
import { Icon } from './Icon'

/** The id of the page's h1, which takes the focus when the page changes. */
export const PAGE_TITLE_ID = 'page-title'

export function Page({ children }: { children: ReactNode }) {
  return <div className="page">{children}</div>
}

export interface PageHeaderProps {
  title: string
  subtitle?: ReactNode
  /** States and warnings, under the title. */
  badges?: ReactNode
  actions?: ReactNode
  back?: { label: string; onPress: () => void }
}

export function PageHeader({ title, subtitle, badges, actions, back }: PageHeaderProps) {
  return (
    <header className="page-header">
      <div className="page-heading">
        {back && (
          <span className="page-back">
            <Button kind="link" icon="chevron-left" onPress={back.onPress}>
              {back.label}
            </Button>
          </span>
        )}
        <h1 id={PAGE_TITLE_ID} tabIndex={-1}>
          {title}
        </h1>
        {subtitle && <div className="page-subtitle">{subtitle}</div>}
        {badges && <div className="line">{badges}</div>}
      </div>
      {actions && <div className="line page-actions">{actions}</div>}
    </header>
  )
}

export interface SectionProps {
  title: string
  actions?: ReactNode
  /** No inner margin: for tables and lists that reach the edge. */
  flush?: boolean
  level?: 2 | 3
  children: ReactNode
}

export function Section({ title, actions, flush, level = 2, children }: SectionProps) {
  const id = useId()
  const Title = level === 2 ? 'h2' : 'h3'
  return (
    <section className={flush ? 'section section-flush' : 'section'} aria-labelledby={id}>
      <header className="section-header">
        <Title id={id}>{title}</Title>
        {actions && <div className="line">{actions}</div>}
      </header>
      <div className="section-body">{children}</div>
    </section>
  )
}

export interface Fact {
  label: string
  value: ReactNode
}

/** Labelled facts in two columns; those without a value are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '' && value !== false)
        .map(({ label, value }) => (
          <FactRow key={label} label={label} value={value} />
        ))}
    </dl>
  )
}

function FactRow({ label, value }: Fact) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}

export interface SplitPaneProps {
  list: ReactNode
  listLabel: string
  detail: ReactNode
  detailLabel: string
  /** When the window is narrow only one side is shown: the detail, if something is chosen. */
  hasDetail: boolean
  onBack: () => void
}

export function SplitPane({ list, listLabel, detail, detailLabel, hasDetail, onBack }: SplitPaneProps) {
  return (
    <div className="split" data-detail={hasDetail || undefined}>
      <section className="split-list" aria-label={listLabel} tabIndex={-1}>
        {list}
      </section>
      <section className="split-detail" aria-label={detailLabel} tabIndex={-1}>
        {hasDetail && (
          <div className="split-back">
            <Button kind="link" icon="chevron-left" onPress={onBack}>
              {kit.back}
            </Button>
          </div>
        )}
        {detail}
      </section>
    </div>
  )
}

/** Where she is in a procedure of several steps. */
export function Stepper({ steps, current }: { steps: readonly string[]; current: number }) {
  return (
    <ol className="stepper" aria-label={kit.steps}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === current ? 'step' : undefined} data-done={index < current || undefined}>
          <span className="stepper-number">{index < current ? <Icon name="check" /> : index + 1}</span>
          {step}
          {index < current && <span className="visually-hidden">{kit.stepDone}</span>}
        </li>
      ))}
    </ol>
  )
}
