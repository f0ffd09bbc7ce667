// Questions and commands with one cache. A question names the kinds of record it shows; a command's answer says which
// kinds changed, and exactly those questions are asked again.
import { QueryClient, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { onChanged } from '../platform'

export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, gcTime: 5 * 60_000, retry: false, refetchOnWindowFocus: false, networkMode: 'always' },
    mutations: { networkMode: 'always', retry: false },
  },
})

onChanged((kinds) => {
  const touched = new Set(kinds)
  void queries.invalidateQueries({
    predicate: ({ meta }) => {
      const shows = meta?.['kinds']
      return !Array.isArray(shows) || shows.some((kind: string) => touched.has(kind))
    },
  })
})

/** Forgets every answer: at lock nothing of a record may stay. */
export const forgetAnswers = () => queries.clear()

export interface Question<O> {
  /** Names the question: its command and what it asks for. */
  key: readonly (string | number | boolean | null | undefined | object)[]
  ask: () => Promise<O>
  /** Kinds of record that the answer shows (`person`, `case_file`, `draft`); without them any change asks again. */
  kinds?: readonly string[]
  enabled?: boolean
  /** Keeps showing the last answer while a new one comes (lists with filters). */
  keepLast?: boolean
  /** Asks again after so many milliseconds, for what changes without a command. */
  everyMs?: number
}

/** `const person = useAnswer({ key: ['person.get', id], ask: () => personGet({ id }), kinds: ['person'] })`. */
export function useAnswer<O>({ key, ask, kinds, enabled = true, keepLast = false, everyMs }: Question<O>): UseQueryResult<O> {
  return useQuery<O>({
    queryKey: key,
    queryFn: ask,
    enabled,
    ...(everyMs ? { refetchInterval: everyMs } : {}),
    meta: kinds ? { kinds } : {},
    ...(keepLast ? { placeholderData: (before: O | undefined) => before as never } : {}),
  })
}

/** `const create = useCommand(personCreate); create.mutate(input, { onSuccess: (person) => ... })`. */
export function useCommand<I, O>(run: (input: I) => Promise<O>) {
  return useMutation<O, unknown, I>({ mutationFn: run })
}
