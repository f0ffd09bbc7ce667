/** The kinds of record that a page of the diary shows: a change of any of them asks it again. */
export const KINDS_OF_DIARY = ['diary_entry', 'reserved_segment', 'rectification', 'annulment', 'confirmation', 'classification', 'next_action', 'assignment'] as const
