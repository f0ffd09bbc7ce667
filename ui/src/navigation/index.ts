// What screens know of the window: where to go, what to keep, which keys, how to ask.
export { forgetAnswers, queries, useAnswer, useCommand, type Question } from './asking'
export { useBeforeLeaving } from './leaving'
export { goBack, navigate, useNavigate, useRoute, type NavigateOptions, type Params, type RailPlace, type RouteDef } from './router'
export { useShortcut } from './shortcuts'
export { SessionContext, useSession, type SessionInfo } from './session'
export { clearViewState, useDialogState, useViewState } from './view-state'
