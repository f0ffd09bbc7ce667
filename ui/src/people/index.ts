// The public face of people: choosing one, and how one is called.
export { PersonPicker, type PersonItem } from './PersonPicker'
export { ageOf, personNote } from './words'
