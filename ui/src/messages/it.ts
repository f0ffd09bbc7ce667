// Every Italian text of the window, one file a feature, gathered here. Screens use `it.people.title`.
import { access, accessErrors } from './access'
import { activities, activitiesErrors } from './activities'
import { agenda, agendaErrors } from './agenda'
import { archive, archiveErrors } from './archive'
import { assessments, assessmentsErrors } from './assessments'
import { cases, casesErrors } from './cases'
import { deadlines } from './deadlines'
import { desk, deskErrors } from './desk'
import { diary, diaryErrors } from './diary'
import { KIND_TEXTS, type ErrorTexts } from './errors'
import { imports, importsErrors } from './imports'
import { kit } from './kit'
import { lock, lockErrors } from './lock'
import { office, officeErrors } from './office'
import { people, peopleErrors } from './people'
import { pictures } from './pictures'
import { placements, placementsErrors } from './placements'
import { plans, plansErrors } from './plans'
import { schools, schoolsErrors } from './schools'
import { search, searchErrors } from './search'
import { shell, shellErrors } from './shell'
import { spazioNeutro, spazioNeutroErrors } from './spazio-neutro'
import { staff, staffErrors } from './staff'
import { timeline } from './timeline'
import { today, todayErrors } from './today'
import { tutela, tutelaErrors } from './tutela'
import { visits, visitsErrors } from './visits'

export const it = {
  kit, shell, lock, people, cases, diary, agenda, today, imports, search, access, archive, schools, staff, activities, office, pictures, timeline, visits, deadlines, tutela, desk, plans, assessments, placements, spazioNeutro,
} as const

/** Sentence by error code; each code of the commands is here, and a test checks that it is. */
export const errorTexts: ErrorTexts = {
  ...shellErrors,
  ...lockErrors,
  ...peopleErrors,
  ...casesErrors,
  ...diaryErrors,
  ...agendaErrors,
  ...todayErrors,
  ...importsErrors,
  ...officeErrors,
  ...searchErrors,
  ...accessErrors,
  ...archiveErrors,
  ...schoolsErrors,
  ...staffErrors,
  ...activitiesErrors,
  ...tutelaErrors,
  ...visitsErrors,
  ...deskErrors,
  ...plansErrors,
  ...assessmentsErrors,
  ...placementsErrors,
  ...spazioNeutroErrors,
}

export const kindTexts = KIND_TEXTS
