// The code of a case, in one piece: it never breaks at its hyphens.
export const CaseCode = ({ code }: { code: string }) => <span className="nowrap">{code}</span>
