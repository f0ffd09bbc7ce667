// A keyboard shortcut as seen on keycaps. Hidden from screen readers: aria-keyshortcuts says it where it matters.
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span className="key-hint" aria-hidden>
      {keys.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
}
