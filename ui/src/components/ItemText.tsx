// The text of an option or menu item: its label and, below, what tells it apart; both are part of its spoken name.
export function ItemText({ label, note }: { label: string; note?: string | undefined }) {
  return (
    <>
      <span>{label}</span>
      {note && <span className="item-note">{note}</span>}
    </>
  )
}
