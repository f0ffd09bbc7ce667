// The public face of bringing in spreadsheets.
import { navigate } from '../navigation'

/** The page of the imports: what was brought in, and bringing in more. */
export const goToImports = () => navigate('imports')
