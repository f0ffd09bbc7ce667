// The public face of people: choosing one, how one is called, and the forms and fields that other registers share.
export { OpenSelect, PlaceField } from './fields'
export { useEditing, type Editing } from './page/editing'
export { errorIn, FormDialog } from './page/FormDialog'
export { PersonPicker, type PersonItem } from './PersonPicker'
export { ageOf, nameOf, personNote, placeText, relationName, textOrNull } from './words'
