// The page of the office's rules. It stands under "I miei dati".
import { it } from '../messages/it'
import type { RouteDef } from '../navigation'
import { RulesPage } from './RulesPage'
import './rules.css'

export const routes: RouteDef[] = [{ name: 'rules', rail: 'archive', title: () => it.rules.title, Screen: RulesPage }]
