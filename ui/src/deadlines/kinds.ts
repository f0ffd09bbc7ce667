/** The kinds of record whose change moves a deadline: those that say terms, and what decides about them. */
export const TERM_KINDS = ['deadline_change', 'person', 'case_file', 'episode', 'setting', 'provvedimento', 'mandato', 'affidamento_ente', 'misura_403', 'passo_403', 'relazione', 'richiesta_accesso', 'misura_penale', 'care_plan', 'collocamento', 'percorso_sn'] as const
