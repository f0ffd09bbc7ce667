// A form that is open over the page: its values survive the lock, saving closes it.
import { notify } from '../../components'
import { it } from '../../messages/it'
import { useCommand, useViewState } from '../../navigation'

export interface Editing<T> {
  value: T | null
  open: (value: T) => void
  change: (part: Partial<T>) => void
  close: () => void
  save: () => void
  isPending: boolean
  error: unknown
}

/** `name` is the key of the kept values; `toInput` makes the command's input of them. */
export function useEditing<T, I, O>(name: string, command: (input: I) => Promise<O>, toInput: (value: T) => I, done: string = it.people.saved): Editing<T> {
  const [value, setValue] = useViewState<T | null>(name, null)
  const run = useCommand(command)
  const close = () => {
    setValue(null)
    run.reset()
  }
  return {
    value,
    open: setValue,
    change: (part) => setValue((now) => (now === null ? now : { ...now, ...part })),
    close,
    save: () => {
      if (value === null) return
      run.mutate(toInput(value), {
        onSuccess: () => {
          notify('success', done)
          close()
        },
      })
    },
    isPending: run.isPending,
    error: run.error,
  }
}
