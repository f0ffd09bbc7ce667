// Every Italian text of the window, one file a feature, gathered here. Screens use `it.people.title`.
import { access, accessErrors } from './access'
import { accessoAtti, accessoAttiErrors } from './accesso-atti'
import { activities, activitiesErrors } from './activities'
import { agenda, agendaErrors } from './agenda'
import { archive, archiveErrors } from './archive'
import { assessments, assessmentsErrors } from './assessments'
import { board } from './board'
import { cases, casesErrors } from './cases'
import { deadlines } from './deadlines'
import { desk, deskErrors } from './desk'
import { diary, diaryErrors } from './diary'
import { KIND_TEXTS, type ErrorTexts } from './errors'
import { files, filesErrors } from './files'
import { imports, importsErrors } from './imports'
import { kit } from './kit'
import { lock, lockErrors } from './lock'
import { office, officeErrors } from './office'
import { people, peopleErrors } from './people'
import { phases, phasesErrors } from './phases'
import { pictures } from './pictures'
import { placements, placementsErrors } from './placements'
import { plans, plansErrors } from './plans'
import { report, reportErrors } from './report'
import { rules } from './rules'
import { schools, schoolsErrors } from './schools'
import { search, searchErrors } from './search'
import { shell, shellErrors } from './shell'
import { spazioNeutro, spazioNeutroErrors } from './spazio-neutro'
import { staff, staffErrors } from './staff'
import { substitutions, substitutionsErrors } from './substitutions'
import { timeline } from './timeline'
import { today, todayErrors } from './today'
import { tutela, tutelaErrors } from './tutela'
import { visits, visitsErrors } from './visits'

export const it = {
  access, accessoAtti, activities, agenda, archive, assessments, board, cases, deadlines, desk, diary, files, imports, kit, lock, office, people, phases, pictures, placements, plans, report, rules, schools, search, shell, spazioNeutro, staff, substitutions, timeline, today, tutela, visits,
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
  ...accessoAttiErrors,
  ...archiveErrors,
  ...schoolsErrors,
  ...staffErrors,
  ...substitutionsErrors,
  ...activitiesErrors,
  ...tutelaErrors,
  ...reportErrors,
  ...visitsErrors,
  ...deskErrors,
  ...plansErrors,
  ...assessmentsErrors,
  ...phasesErrors,
  ...filesErrors,
  ...placementsErrors,
  ...spazioNeutroErrors,
}

export const kindTexts = KIND_TEXTS
