// The public face of schools: finding plessi and classes, school years.
export { classesOf, classLabel, findSchools, gradeAndSection } from './find'
export { schoolYearOf, yearChoices } from './year'
