// Plessi and classes found while typing, for every field that asks for one.
import { schoolsClasses, schoolsList, type SchoolClass } from '../bindings'
import type { ComboItem } from '../components'

export const classLabel = ({ grade, section }: SchoolClass): string => `${grade ?? ''}${section ?? ''}`

/** Schools still in use whose name or institute has all the words. */
export async function findSchools(typed: string): Promise<ComboItem[]> {
  const all = await schoolsList()
  const words = typed.toLowerCase().split(/\s+/)
  return all
    .filter(({ value }) => value.closed !== true && words.every((word) => `${value.name ?? ''} ${value.institute ?? ''}`.toLowerCase().includes(word)))
    .map(({ id, value }) => ({ key: id, label: value.name ?? '', note: [value.institute, value.code].filter(Boolean).join(' · ') }))
}

/** The classes of a school in a year; without one the present year's. */
export async function classesOf(school: string, year: number | null): Promise<ComboItem[]> {
  const all = await schoolsClasses({ school, year })
  return all.map(({ id, value }) => ({ key: id, label: classLabel(value) }))
}

/** "3B" is grade 3, section B. */
export const gradeAndSection = (typed: string) => {
  const [, grade = '', section = ''] = /^\s*(\d*)\s*(.*?)\s*$/.exec(typed) ?? []
  return { grade: grade || null, section: section ? section.toUpperCase() : null }
}
