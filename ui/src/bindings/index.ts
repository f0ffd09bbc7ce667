// Generated from the list of commands: `cargo xtask bindings`. Not edited by hand.
import { call } from '../platform';

export type AcceptAccesso = { 
/**
 * The card.
 */
id: RecordId, 
/**
 * The person, where she does not stand in the registry yet; else the first of the case's people is she.
 */
new_person?: CreatePerson | null, 
/**
 * The case. A new person is put before its people; without a referral the card's day is one.
 */
case: OpenCase, 
/**
 * What was on the screen.
 */
seen: Array<string>, };
export type Accepted = { 
/**
 * The person.
 */
person: PersonId, 
/**
 * The cases, in the order of the people.
 */
cases: Array<CaseId>, };
export type Access = { 
/**
 * Its number in the chain.
 */
seq: number, 
/**
 * When.
 */
at: Instant, 
/**
 * Who.
 */
operator: OperatorId, 
/**
 * What she did; none for the act of a newer program.
 */
act: AccessAct | null, 
/**
 * How many, where the act counts.
 */
count: number | null, };
export type AccessAct = "unlock" | "unlock_failed" | "lock" | "created" | "passphrase_changed" | "recovered" | "read_case" | "read_person" | "read_reserved" | "search" | "read_audit" | "read_accesso" | "read_file" | "write" | "print" | "export" | "import" | "import_undone" | "backup" | "restore" | "rebuild" | "check" | "setting" | "joined" | "synchronised" | "scope_entered" | "scope_left" | "refused" | "refused_settled" | "sums_differed";
export type AccessPage = { 
/**
 * The accesses.
 */
accesses: Array<Access>, 
/**
 * Where the next page begins; none at the end.
 */
next: number | null, 
/**
 * Everybody of whom the case has an access, on this page or not, by name.
 */
readers: Array<Reader>, };
export type AccessSort = "reads" | "writes";
export type Accesso = { 
/**
 * The day.
 */
on?: CivilDate | null, 
/**
 * The hour.
 */
at?: ClockTime | null, 
/**
 * Who noted it.
 */
operator?: OperatorId | null, 
/**
 * When it was noted.
 */
noted_at?: Instant | null, 
/**
 * Where: the office or body that took it (punto di contatto).
 */
point?: string | null, 
/**
 * How they came into contact (modalità).
 */
mode?: Coded | null, 
/**
 * Why they came (motivo dell'accesso).
 */
reason?: Coded | null, 
/**
 * Who sent them.
 */
sent_by?: string | null, 
/**
 * Who speaks (interlocutore), by list.
 */
interlocutor?: Coded | null, 
/**
 * Who speaks, by name.
 */
caller?: Caller | null, 
/**
 * Whom it is about, where she stands in the registry.
 */
person?: PersonId | null, 
/**
 * Whom it is about, as named.
 */
named?: NamedPerson | null, 
/**
 * She did not say who she is, and need not.
 */
anonymous?: boolean | null, 
/**
 * How she took part.
 */
attendance?: Attendance | null, 
/**
 * Other people to turn to (persone di riferimento).
 */
references?: Array<Caller> | null, 
/**
 * The need, in words.
 */
need?: string | null, 
/**
 * The services asked for.
 */
services: Array<Service>, 
/**
 * The answer given, what was proposed.
 */
answer?: string | null, 
/**
 * How it ended at the desk (esito).
 */
outcome?: Coded | null, 
/**
 * Where it stands.
 */
state: AccessoState, 
/**
 * 1 ordinary, 2 high, 3 urgent; of two that were written without seeing each other the higher counts.
 */
priority?: number | null, 
/**
 * Informativa privacy, given or why not.
 */
privacy_notice?: Paper | null, 
/**
 * Since when it waits, where not since its day.
 */
waiting_since?: CivilDate | null, };
export type AccessoLine = { 
/**
 * The card.
 */
id: RecordId, 
/**
 * The day.
 */
on: CivilDate | null, 
/**
 * The hour.
 */
at: ClockTime | null, 
/**
 * Whom it is about; empty where nobody was named.
 */
label: string, 
/**
 * She did not say who she is.
 */
anonymous: boolean, 
/**
 * Who speaks.
 */
caller: string | null, 
/**
 * How they came into contact.
 */
mode: Coded | null, 
/**
 * How it ended at the desk.
 */
outcome: Coded | null, 
/**
 * The services asked for.
 */
services: Array<Service>, 
/**
 * Where it stands.
 */
state: AccessoStateName, 
/**
 * 1 ordinary, 2 high, 3 urgent.
 */
priority: number, 
/**
 * It may not wait.
 */
urgent: boolean, 
/**
 * Days that it waits; none where it does not.
 */
days: number | null, 
/**
 * Who noted it.
 */
operator: string, 
/**
 * Two people wrote it without seeing each other.
 */
clashed: boolean, };
export type AccessoPage = { 
/**
 * The card.
 */
card: Shown<Accesso>, 
/**
 * What its person is called.
 */
label: string, 
/**
 * The person in the registry.
 */
person: PersonCard | null, 
/**
 * Days that it waits.
 */
days: number | null, 
/**
 * The cases that it became.
 */
cases: Array<CaseOfDesk>, 
/**
 * Names of the operators in it.
 */
names: { [key in string]: Name }, 
/**
 * The operator may change it.
 */
may_edit: boolean, 
/**
 * She may decide about it.
 */
may_decide: boolean, 
/**
 * She may make a case of it.
 */
may_accept: boolean, };
export type AccessoRef = { 
/**
 * The card.
 */
id: RecordId, };
export type AccessoState = { "is": "creata" } | { "is": "vista", 
/**
 * Who.
 */
by: OperatorId, 
/**
 * When.
 */
on: CivilDate, } | { "is": "accolta", 
/**
 * Who took it.
 */
by: OperatorId, 
/**
 * When.
 */
on: CivilDate, 
/**
 * The cases.
 */
cases: Array<CaseId>, } | { "is": "respinta", 
/**
 * Who declined.
 */
by: OperatorId, 
/**
 * When.
 */
on: CivilDate, 
/**
 * Why (motivo), of the list of reasons for not taking a case.
 */
reason: Coded, 
/**
 * A word on it.
 */
note: string | null, } | { "is": "inviata_ad_altro", 
/**
 * Who sent it.
 */
by: OperatorId, 
/**
 * When.
 */
on: CivilDate, 
/**
 * Where to.
 */
to: string, };
export type AccessoStateName = "creata" | "vista" | "accolta" | "respinta" | "inviata_ad_altro";
export type Acknowledgement = { 
/**
 * Stored name of the finding.
 */
finding: string, 
/**
 * The code that it was about: another code asks again.
 */
about: string, 
/**
 * When.
 */
on: CivilDate, };
export type ActId = string;
export type ActionId = string;
export type ActionLine = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * What it says.
 */
action: NextAction, 
/**
 * What the people in it are called.
 */
names: { [key in string]: Name }, };
export type ActionRef = { 
/**
 * The action.
 */
id: ActionId, };
export type ActionState = { "type": "open" } | { "type": "done", 
/**
 * The day.
 */
on: CivilDate, 
/**
 * By whom.
 */
by: OperatorId, } | { "type": "dropped", 
/**
 * The day.
 */
on: CivilDate, 
/**
 * By whom.
 */
by: OperatorId, 
/**
 * Why.
 */
reason: string | null, };
export type ActionView = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * What it says.
 */
action: NextAction, };
export type ActivityLine = { 
/**
 * The act.
 */
act: ActId, 
/**
 * The record that says so: its header, or its entry about the group, class or school.
 */
record: RecordId, 
/**
 * What kind of event.
 */
kind: EntryKind, 
/**
 * Who signed it.
 */
author: OperatorId, 
/**
 * The day.
 */
occurred_on: CivilDate, 
/**
 * The hour.
 */
starts: ClockTime | null, 
/**
 * Where.
 */
place: EntryPlace | null, 
/**
 * The group, class or school.
 */
collective: Collective | null, 
/**
 * Time given in all, counted once.
 */
time: TimeSpent, 
/**
 * How many texts it left.
 */
texts: number, 
/**
 * Its entry about the group, class or school no longer counts.
 */
annulled: boolean, };
export type ActivityPage = { 
/**
 * The activities.
 */
lines: Array<ActivityLine>, 
/**
 * Where the next page begins; none at the end.
 */
next: string | null, 
/**
 * What the schools, classes and colleagues in it are called.
 */
names: { [key in string]: Name }, };
export type ActivityRef = { 
/**
 * Its act.
 */
act: ActId, };
export type ActivityView = { 
/**
 * Its header.
 */
line: ActivityLine, 
/**
 * Its texts, in the order in which they were written.
 */
entries: Array<EntryView>, 
/**
 * What the people, colleagues, files, schools and classes in it are called.
 */
names: { [key in string]: Name }, };
export type AddFile = { 
/**
 * What it hangs on.
 */
on: AttachedTo, 
/**
 * The file.
 */
file: NewFile, 
/**
 * An order that is in the files of several minors: it hangs in all of them.
 */
everywhere: boolean, };
export type AddPenal = { 
/**
 * In the files of these cases.
 */
cases: Array<CaseId>, 
/**
 * The measure; files and act are given here.
 */
measure: MisuraPenale, };
export type AddProceeding = { 
/**
 * In the files of these cases.
 */
cases: Array<CaseId>, 
/**
 * The proceeding; files and act are given here.
 */
proceeding: Procedimento, };
export type AddStep = { 
/**
 * The measure, in its file.
 */
measure: RecordId, 
/**
 * The step; file and measure are given here.
 */
step: Passo403, 
/**
 * For the other minors of the measure too.
 */
everywhere: boolean, };
export type AddToOrder = { 
/**
 * The order, in any of its files.
 */
order: RecordId, 
/**
 * In the files of its other minors too.
 */
everywhere: boolean, 
/**
 * What it asks of the service.
 */
mandates: Array<Mandato>, 
/**
 * What it asks of others.
 */
prescriptions: Array<Prescrizione>, 
/**
 * The eight parts.
 */
affidamento: AffidamentoEnte | null, };
export type Address = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * What for.
 */
kind?: AddressKind | null, 
/**
 * Where; one field, so that two edits never mix a street with another's number.
 */
location: Location, 
/**
 * Its days.
 */
period: Period, 
/**
 * Anything else: how to get in, which bell.
 */
note?: string | null, };
export type AddressKind = "RESIDENZA" | "DOMICILIO" | "ALTRO";
export type AddressView = { 
/**
 * The record.
 */
record: Shown<Address>, 
/**
 * Hidden.
 */
protected: boolean, 
/**
 * In use today.
 */
current: boolean, };
export type AffidamentoEnte = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The affidamento as such: the same in the files of all its minors.
 */
act?: ActId | null, 
/**
 * The order, as this file knows it.
 */
provvedimento?: RecordId | null, 
/**
 * a) With whom the minor is placed.
 */
placed_with?: string | null, 
/**
 * b) Acts that the service must do itself, also with health services.
 */
service_acts?: string | null, 
/**
 * c) Acts of whoever the minor is placed with.
 */
placement_acts?: string | null, 
/**
 * d) Acts of the parents.
 */
parents_acts?: string | null, 
/**
 * e) Acts of the curatore.
 */
curatore_acts?: string | null, 
/**
 * f) Tasks of the service.
 */
service_tasks?: string | null, 
/**
 * g) How long, in months.
 */
months?: number | null, 
/**
 * h) How often a report is due, in months.
 */
report_months?: number | null, 
/**
 * The first day.
 */
from?: CivilDate | null, 
/**
 * The name of the responsible operator was told.
 */
responsible_told?: ResponsibleTold | null, 
/**
 * The notification of the order, as the order has it.
 */
notified_on?: CivilDate | null, 
/**
 * The days on which its periodic reports were sent, the first first.
 */
reports: Array<CivilDate>, 
/**
 * It no longer holds.
 */
ended_on?: CivilDate | null, };
export type AgeBand = "infancy" | "primary" | "secondary" | "adolescence" | "adult" | "elderly" | "unknown";
export type AgendaDay = { 
/**
 * The day.
 */
on: CivilDate, 
/**
 * Its lines: those of the whole day, then by hour.
 */
items: Array<AgendaItem>, };
export type AgendaDeadline = { 
/**
 * Which term; its Italian name is found by its code.
 */
key: DeadlineKey, 
/**
 * Its end.
 */
due: DeadlineMoment, 
/**
 * One of its alerts was reached in the last days.
 */
alerted: boolean, };
export type AgendaItem = { 
/**
 * The record behind it.
 */
id: RecordId, 
/**
 * Where it comes from.
 */
source: AgendaSource, 
/**
 * The day.
 */
on: CivilDate, 
/**
 * The hour, if it has one.
 */
starts: ClockTime | null, 
/**
 * Its end.
 */
ends: ClockTime | null, 
/**
 * What it is.
 */
what: string, 
/**
 * For an appointment, the kind of entry that it becomes.
 */
kind: EntryKind | null, 
/**
 * Which deadline, when it is one.
 */
deadline: AgendaDeadline | null, 
/**
 * About which files.
 */
cases: Array<CaseId>, 
/**
 * Done, dropped, happened or not: nothing is left to do about it.
 */
closed: boolean, 
/**
 * Two people wrote it without seeing each other, and somebody still has to choose.
 */
clashed: boolean, };
export type AgendaRange = { 
/**
 * Its first day.
 */
from: CivilDate, 
/**
 * Its last day.
 */
to: CivilDate, 
/**
 * Every day with its lines, the empty ones too.
 */
days: Array<AgendaDay>, 
/**
 * What the files in it are called.
 */
names: { [key in string]: Name }, };
export type AgendaSource = "deadline" | "action" | "appointment";
export type AgendaView = "day" | "week" | "month";
export type Alert = { 
/**
 * Whom it is about.
 */
person: PersonId, 
/**
 * The address that it is about, if it is about one.
 */
address?: RecordId | null, 
/**
 * What kind.
 */
kind?: AlertKind | null, 
/**
 * Why, in words.
 */
reason?: string | null, 
/**
 * Who warned.
 */
author: OperatorId, 
/**
 * When.
 */
on?: CivilDate | null, 
/**
 * When to look whether it still holds.
 */
review?: CivilDate | null, 
/**
 * That it no longer holds.
 */
ended?: Ended | null, };
export type AlertKind = "NON_ANDARE_DA_SOLI" | "CANE" | "ALLERGIA" | "AGGRESSIVITA" | "SALUTE" | "ALTRO";
export type Annul = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * Why.
 */
reason: AnnulmentReason, 
/**
 * Why, in words; asked when the reason is another.
 */
note?: string | null, };
export type Annulled = { 
/**
 * The draft with its text, ready for the right file; only for its author and when the file was wrong.
 */
draft: DraftId | null, };
export type AnnulmentReason = "FASCICOLO_SBAGLIATO" | "DOPPIONE" | "NON_AVVENUTO" | "COLLOCATA" | "ALTRO";
export type AnnulmentView = { 
/**
 * Who annulled.
 */
author: OperatorId, 
/**
 * When.
 */
signed_at: Instant, 
/**
 * Why.
 */
reason: AnnulmentReason, 
/**
 * Why, in words.
 */
note: string | null, };
export type AnswerMandate = { 
/**
 * The mandate, in its file.
 */
mandate: RecordId, 
/**
 * These do.
 */
add: Array<EntryId>, 
/**
 * These do not.
 */
remove: Array<EntryId>, };
export type AnswerRichiesta = { 
/**
 * To which request.
 */
id: RecordId, 
/**
 * How it ended; none takes a wrong answer back.
 */
answer?: Risposta | null, 
/**
 * What was on the screen.
 */
seen: Array<string>, };
export type AnswerView = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The day of the event; none for who may not see the diary.
 */
on: CivilDate | null, 
/**
 * Who signed it.
 */
author: OperatorId | null, 
/**
 * What kind of event.
 */
kind: EntryKind | null, };
export type Appointment = { 
/**
 * When.
 */
slot: Slot, 
/**
 * What kind of entry it will become.
 */
kind: EntryKind, 
/**
 * What it is about.
 */
what: string | null, 
/**
 * Where.
 */
place: EntryPlace | null, 
/**
 * With whom.
 */
participants: Array<Participant>, 
/**
 * About which files.
 */
cases: Array<CaseId>, 
/**
 * Which operators go.
 */
operators: Array<OperatorId>, 
/**
 * What to remember.
 */
note: string | null, 
/**
 * What became of it.
 */
state: AppointmentState, 
/**
 * Who wrote it.
 */
author: OperatorId, };
export type AppointmentId = string;
export type AppointmentInput = { 
/**
 * When.
 */
slot: Slot, 
/**
 * What kind of entry it will become.
 */
kind: EntryKind, 
/**
 * What it is about.
 */
what?: string | null, 
/**
 * Where.
 */
place?: EntryPlace | null, 
/**
 * With whom.
 */
participants: Array<Participant>, 
/**
 * About which files.
 */
cases: Array<CaseId>, 
/**
 * Which colleagues go; she herself always does.
 */
operators: Array<OperatorId>, 
/**
 * What to remember.
 */
note?: string | null, };
export type AppointmentRef = { 
/**
 * The appointment.
 */
id: AppointmentId, };
export type AppointmentState = { "type": "planned" } | { "type": "done", 
/**
 * The act.
 */
act: ActId, } | { "type": "not_happened", 
/**
 * Who did not come, who called it off.
 */
outcome: Outcome, 
/**
 * Why, in words.
 */
note: string | null, };
export type AppointmentView = { 
/**
 * The appointment.
 */
id: AppointmentId, 
/**
 * What it says.
 */
appointment: Appointment, 
/**
 * What the people, colleagues and files in it are called.
 */
names: { [key in string]: Name }, };
export type ArchiveCard = { 
/**
 * Its id.
 */
id: string, 
/**
 * Initials.
 */
initials: string, 
/**
 * Name, as its operator wrote it.
 */
name: string, 
/**
 * Whether the office can recover it.
 */
office_recovery: boolean, };
export type ArchiveId = { 
/**
 * Its id, from the list.
 */
id: string, };
export type AroundLine = { 
/**
 * The record of the tie.
 */
id: RecordId, 
/**
 * Of whom in the household.
 */
of: PersonId, 
/**
 * The person, if it is one.
 */
person: PersonCard | null, 
/**
 * What the person is to her.
 */
kind: RelationKind | null, 
/**
 * What it is, if it is no person.
 */
surrounding: Surrounding | null, 
/**
 * Its name.
 */
label: string | null, 
/**
 * How the tie holds.
 */
closeness: Closeness | null, 
/**
 * Which way its energy flows.
 */
energy: Energy | null, };
export type Ask = "responsible" | "psychologist" | "privacy_notice" | "consent_or_mandate" | "signed_plan" | "suspension_reason" | "destination" | "handover" | "decline_reason" | "closing_reason" | "closing_situation" | "final_report" | "nothing_open" | "mandate_ended";
export type AskActions = { 
/**
 * The file.
 */
case: CaseId, };
export type AskActivities = { 
/**
 * Where the last page ended.
 */
after?: string | null, };
export type AskBoard = { 
/**
 * Only of this service.
 */
service?: Service | null, 
/**
 * Only of this comune (Belfiore code).
 */
comune?: string | null, 
/**
 * Only in this state.
 */
state?: StateName | null, 
/**
 * Only those on which this operator works.
 */
operator?: OperatorId | null, 
/**
 * The list of cases: only those of one kind.
 */
only?: BoardOnly | null, };
export type AskBudget = { 
/**
 * The placement.
 */
id: RecordId, 
/**
 * The first of the two years; this one without.
 */
year?: number | null, };
export type AskClashes = { 
/**
 * The case or the person.
 */
subject: RecordId, };
export type AskDesk = { 
/**
 * Which.
 */
view: DeskView, 
/**
 * From this day (all).
 */
from?: CivilDate | null, 
/**
 * To this day (all).
 */
to?: CivilDate | null, 
/**
 * Code of the mode of contact (all).
 */
mode?: string | null, 
/**
 * Letters of the person, of who speaks or of the need (all).
 */
text?: string | null, 
/**
 * How many lines to leave out (all).
 */
offset: number, };
export type AskDeskCount = { 
/**
 * From this day.
 */
from: CivilDate, 
/**
 * To this day.
 */
to: CivilDate, };
export type AskMessages = { 
/**
 * Those that are settled, the last 50; without, those that wait.
 */
settled: boolean, };
export type AskNames = { 
/**
 * People, colleagues, cases.
 */
ids: Array<RecordId>, };
export type AskPlacements = { 
/**
 * First day.
 */
from: CivilDate, 
/**
 * Last day.
 */
until: CivilDate, };
export type AskRange = { 
/**
 * Day, week or month.
 */
view: AgendaView, 
/**
 * A day in it.
 */
day: CivilDate, };
export type AskReaders = { 
/**
 * Its files; none while it waits to be placed.
 */
cases: Array<CaseId>, 
/**
 * The level chosen for the entry; none leaves it to each file's service.
 */
read_by?: ReadBy | null, 
/**
 * The levels chosen for single paragraphs.
 */
segments: Array<ReadBy>, };
export type AskRefused = { 
/**
 * Those too that a person at the office adopted or closed long ago; what was settled lately is always told.
 */
settled_too: boolean, };
export type AskRequests = { 
/**
 * About this case or person, whoever asked; her own about anything without.
 */
subject?: RecordId | null, };
export type AskRichieste = { 
/**
 * Only those that wait for an answer.
 */
waiting: boolean, };
export type AskSubstitutable = { 
/**
 * Who is away.
 */
absent: OperatorId, 
/**
 * First day.
 */
from: CivilDate, 
/**
 * Last day.
 */
to: CivilDate, };
export type AskTemplate = { 
/**
 * The kind.
 */
kind: EntryKind, };
export type AskWaiting = { 
/**
 * Their ids.
 */
records: Array<RecordId>, };
export type Asked = { "type": "open", 
/**
 * The case.
 */
case: CaseId, } | { "type": "assign", 
/**
 * Who, to which.
 */
assignment: AssignOperator, } | { "type": "merge" } & MergePeople;
export type AskedQuestion = { 
/**
 * Its key among the answers.
 */
key: string, 
/**
 * What may answer it.
 */
answers: Array<Coded>, 
/**
 * The flow asks for it.
 */
required: boolean, 
/**
 * It may have several answers.
 */
many: boolean, };
export type AskedSet = { 
/**
 * Which.
 */
set: QuestionSet, 
/**
 * Its questions, in the order in which they are asked.
 */
questions: Array<AskedQuestion>, 
/**
 * What is described in words beside them.
 */
areas: Array<string>, 
/**
 * Kinds of order of a court, where the set asks for one.
 */
order_kinds: Array<Coded>, };
export type AssegnazioneSn = { 
/**
 * The day on which the team assigned it.
 */
on: CivilDate, 
/**
 * To whom: one operator, two in complex cases.
 */
operators: Array<OperatorId>, };
export type Assenso = { "is": "qui", 
/**
 * When.
 */
at: Instant, } | { "is": "su_carta", 
/**
 * Of which day.
 */
on: CivilDate, } | { "is": "dispensato", 
/**
 * Why.
 */
reason: string, };
export type AssenzaCom = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The placement.
 */
collocamento?: RecordId | null, 
/**
 * First whole day away.
 */
from?: CivilDate | null, 
/**
 * Last whole day away; still away without.
 */
until?: CivilDate | null, 
/**
 * Why.
 */
reason?: MotivoAssenza | null, 
/**
 * The reduced rate holds, as the contract says.
 */
reduced?: boolean | null, 
/**
 * In words.
 */
note?: string | null, };
export type Assessed = { 
/**
 * The day.
 */
on: CivilDate | null, 
/**
 * How much it lacks for the flows that it answers.
 */
gaps: number, };
export type Assessment = { 
/**
 * Of which case.
 */
case?: CaseId | null, 
/**
 * In which episode.
 */
episode?: EpisodeId | null, 
/**
 * The day (data valutazione).
 */
on?: CivilDate | null, 
/**
 * Who signed it.
 */
author?: OperatorId | null, 
/**
 * When.
 */
signed_at?: Instant | null, 
/**
 * Which sets of questions it answers.
 */
sets?: Array<QuestionSet> | null, 
/**
 * The answers.
 */
answers?: { [key in string]: Array<Coded> } | null, 
/**
 * The card in words, by area.
 */
texts?: { [key in string]: string } | null, 
/**
 * What it comes to.
 */
summary?: string | null, 
/**
 * The order of a court, where there is one.
 */
order?: CourtOrder | null, 
/**
 * The assessment whose place it takes.
 */
replaces?: RecordId | null, };
export type AssessmentRef = { 
/**
 * The assessment.
 */
id: RecordId, };
export type AssessmentView = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * The assessment.
 */
assessment: Assessment, 
/**
 * What it lacks for the flows that it answers.
 */
gaps: Array<Gap>, 
/**
 * It is the last one, that counts.
 */
current: boolean, };
export type AssessmentsOfCase = { 
/**
 * The last first.
 */
assessments: Array<AssessmentView>, 
/**
 * What the person and the authors are called.
 */
names: { [key in string]: Name }, 
/**
 * The operator may sign one.
 */
may_write: boolean, };
export type AssignOperator = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Who.
 */
operator: OperatorId, 
/**
 * As what.
 */
role: AssignmentRole, 
/**
 * From this day; today without.
 */
from?: CivilDate | null, 
/**
 * To this day, for a substitute.
 */
to?: CivilDate | null, 
/**
 * For whom a substitute stands in.
 */
stands_in_for?: OperatorId | null, };
export type AssignSnPath = { 
/**
 * The path.
 */
id: RecordId, 
/**
 * On which day; none when the assignment was a mistake.
 */
on?: CivilDate | null, 
/**
 * To one operator or two.
 */
operators: Array<OperatorId>, };
export type AssignmentRole = "responsabile" | "psicologo" | "mini_equipe" | "educatore" | "sostituto";
export type AssignmentView = { 
/**
 * Id of the assignment.
 */
id: string, 
/**
 * Who.
 */
operator: OperatorId | null, 
/**
 * Her name.
 */
name: string, 
/**
 * As what.
 */
role: AssignmentRole, 
/**
 * First day.
 */
from: CivilDate | null, 
/**
 * Last day.
 */
to: CivilDate | null, 
/**
 * Holds today.
 */
current: boolean, 
/**
 * For whom she stands in.
 */
stands_in_for: string | null, };
export type AttachedTo = { 
/**
 * The number of its kind.
 */
kind: number, 
/**
 * The record.
 */
id: RecordId, };
export type Attendance = { 
/**
 * She was there.
 */
present: boolean, 
/**
 * Somebody came with her.
 */
accompanied: boolean, 
/**
 * She knows that somebody speaks for her.
 */
informed: boolean, };
export type Attivita = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The act: the same activity in the files of brothers and sisters stands here once.
 */
act: ActId, 
/**
 * Day.
 */
on: CivilDate, 
/**
 * What kind of event.
 */
kind?: EntryKind | null, 
/**
 * With whom, by name or capacity.
 */
with?: string | null, };
export type AttivitaPenale = { 
/**
 * What kind.
 */
kind: TipoAttivita, 
/**
 * Where, how often, with whom.
 */
words?: string | null, };
export type Audience = "minors" | "adults" | "anyone";
export type AuthorityCard = { 
/**
 * How orders name it.
 */
key: string, 
/**
 * The authority.
 */
authority: Autorita, 
/**
 * The office's record; none for a row of the list that nobody touched.
 */
id: RecordId | null, 
/**
 * What was on the screen.
 */
seen: Array<string>, 
/**
 * It works today.
 */
works: boolean, };
export type Autorita = { 
/**
 * The code of the list's row that this one stands for; none for one that the office added.
 */
seed?: string | null, 
/**
 * What it is.
 */
kind?: TipoAutorita | null, 
/**
 * Its name.
 */
name?: string | null, 
/**
 * Comune of its seat (Belfiore code).
 */
comune?: string | null, 
/**
 * Address for certified mail.
 */
pec?: string | null, 
/**
 * The days in which it works.
 */
period: Period, };
export type BackupDone = { 
/**
 * The copy.
 */
copy: Copy, 
/**
 * Rows in all its tables.
 */
rows: number, 
/**
 * How many older ones went.
 */
removed: number, };
export type BeginImport = { 
/**
 * Who becomes responsible for cases whose line names no operator of the staff; nobody without.
 */
responsible?: OperatorId | null, };
export type Beneficiary = "person" | "household" | "group";
export type BillView = { 
/**
 * The bill.
 */
bill: Shown<FatturaCom>, 
/**
 * What the same days come to here; none where their days are not said.
 */
computed: CostoPeriodo | null, };
export type BilledPeriod = { 
/**
 * First day.
 */
from: CivilDate, 
/**
 * Last day.
 */
until: CivilDate, 
/**
 * The day on which the bill came in.
 */
on: CivilDate, 
/**
 * The bill, in the money scope.
 */
fattura: RecordId, };
export type Board = { 
/**
 * The day.
 */
today: CivilDate, 
/**
 * The services that it is about.
 */
services: Array<Service>, 
/**
 * One of them works under courts: orders come in.
 */
under_court: boolean, 
/**
 * Comuni and operators of the filters, of all its cases.
 */
comuni: Array<BoardCount<string>>, 
/**
 * Names of the comuni by code.
 */
comune_names: { [key in string]: string }, 
/**
 * Who works on any of its cases.
 */
operators: Array<BoardOperator>, 
/**
 * Days without a note from which a case is silent.
 */
silent_after_days: number, 
/**
 * Cases by full working time from which a load is marked.
 */
cases_per_fte: number, 
/**
 * Days after which a draft is old.
 */
old_draft_days: number, 
/**
 * The operator may change these numbers.
 */
writable: boolean, 
/**
 * The figures.
 */
totals: BoardTotals, 
/**
 * By state.
 */
by_state: Array<BoardCount<StateName>>, 
/**
 * By service.
 */
by_service: Array<BoardCount<Service>>, 
/**
 * By comune, its code.
 */
by_comune: Array<BoardCount<string>>, 
/**
 * By the age of their people.
 */
by_age: Array<BoardCount<AgeBand>>, 
/**
 * Orders that wait for somebody, the urgent ones first.
 */
orders: Array<BoardOrder>, 
/**
 * Overdue terms, as Oggi tells of them.
 */
overdue: Array<AgendaItem>, 
/**
 * The codes of their cases.
 */
codes: { [key in string]: string }, 
/**
 * At most three hundred of the cases, the longest silent first.
 */
cases: Array<BoardLine>, 
/**
 * How many there are.
 */
listed: number, 
/**
 * Who carries how much, the fullest first.
 */
loads: Array<BoardLoad>, 
/**
 * Notes that this archive knows of and that nobody signed yet.
 */
drafts: Array<BoardDrafts>, 
/**
 * What cases and operators in it are called.
 */
names: { [key in string]: Name }, };
export type BoardCount<K> = { 
/**
 * What.
 */
of: K, 
/**
 * How many.
 */
count: number, };
export type BoardDrafts = { 
/**
 * Who.
 */
operator: OperatorId, 
/**
 * Her name.
 */
name: string, 
/**
 * How many.
 */
count: number, 
/**
 * Of these, how many have been waiting too long.
 */
old: number, 
/**
 * Days since the oldest was begun.
 */
oldest_days: number, };
export type BoardLine = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * What stands on paper in place of the name.
 */
code: string, 
/**
 * Surname and name.
 */
label: string, 
/**
 * Whole years of the person today.
 */
age: number | null, 
/**
 * The service.
 */
service: Service, 
/**
 * Where it stands.
 */
state: StateName, 
/**
 * Since when.
 */
since: PartialDate | null, 
/**
 * Name of the comune in charge.
 */
comune: string | null, 
/**
 * Who is responsible.
 */
responsible: OperatorId | null, 
/**
 * Day of the newest entry of the diary.
 */
last_contact: CivilDate | null, 
/**
 * Days without a note; none where nobody knows since when.
 */
days: number | null, 
/**
 * For too long.
 */
silent: boolean, 
/**
 * It lacks its progetto.
 */
no_plan: boolean, };
export type BoardLoad = { 
/**
 * Who.
 */
operator: OperatorId, 
/**
 * Her name.
 */
name: string, 
/**
 * How much of a full working time she works, in percent.
 */
fte: number, 
/**
 * Open cases for which she is responsible.
 */
responsible: number, 
/**
 * On which she works beside that.
 */
others: number, 
/**
 * In which she stands in for somebody.
 */
standing_in: number, 
/**
 * Cases of a responsible as if she worked full time, in tenths.
 */
tenths_per_fte: number | null, 
/**
 * More than the office's number.
 */
over: boolean, 
/**
 * Of hers, how many are silent.
 */
silent: number, };
export type BoardOnly = "silent" | "no_plan" | "nobody";
export type BoardOperator = { 
/**
 * Who.
 */
operator: OperatorId, 
/**
 * Her name.
 */
name: string, };
export type BoardOrder = { 
/**
 * The order.
 */
id: RecordId, 
/**
 * The case.
 */
case: CaseId, 
/**
 * What stands on paper in place of the name.
 */
code: string, 
/**
 * Surname and name.
 */
label: string, 
/**
 * What kind of order.
 */
kind: Coded | null, 
/**
 * It may not wait.
 */
urgent: boolean, 
/**
 * When the office received it.
 */
received: CivilDate | null, 
/**
 * Working days since then, today included.
 */
worked_days: number | null, 
/**
 * By when it is to be assigned.
 */
due: CivilDate | null, 
/**
 * Where that term stands.
 */
standing: DeadlineStanding | null, };
export type BoardTotals = { 
/**
 * Open cases.
 */
open: number, 
/**
 * Silent ones.
 */
silent: number, 
/**
 * Without their progetto.
 */
no_plan: number, 
/**
 * Without a responsible.
 */
nobody: number, 
/**
 * Overdue terms; of two hundred or more the page shows the oldest.
 */
overdue: number, 
/**
 * Orders that wait for somebody.
 */
to_assign: number, };
export type BoardWords = { 
/**
 * Name of the sheet of cases, and of that of loads.
 */
sheets: [string, string], 
/**
 * Headings of the sheet of cases, in the order of its columns.
 */
cases: Array<string>, 
/**
 * Headings of the sheet of loads.
 */
loads: Array<string>, 
/**
 * Names of the states.
 */
states: { [key in StateName]?: string }, 
/**
 * What stands where something holds.
 */
yes: string, };
export type Bond = "BIOLOGICO" | "ADOTTIVO" | "AFFIDATARIO" | "GERMANO" | "UNILATERALE";
export type Brano = { 
/**
 * The words.
 */
text: string, 
/**
 * What it claims to be; of a paragraph taken from an entry, as it was classified there.
 */
category?: Category | null, 
/**
 * The signed entry that it comes from.
 */
entry?: EntryId | null, 
/**
 * The paragraph there.
 */
segment?: SegmentId | null, 
/**
 * The day of the event.
 */
on?: CivilDate | null, };
export type BudgetView = { 
/**
 * The placement.
 */
placement: RecordId, 
/**
 * Its case.
 */
case: CaseId, 
/**
 * The placement itself.
 */
stay: Collocamento, 
/**
 * The name of the facility.
 */
facility: string | null, 
/**
 * The comune that bears the costs, by name.
 */
comune: string | null, 
/**
 * The comune of residence, by name.
 */
residence: string | null, 
/**
 * The year and the next.
 */
years: Array<CostoPeriodo>, 
/**
 * The rates that it is computed with, the first first.
 */
rates: Array<Retta>, 
/**
 * What was signed, the last first.
 */
sheets: Array<SheetView>, 
/**
 * The operator may sign it.
 */
may_sign: boolean, 
/**
 * What the minor and the authors are called.
 */
names: { [key in string]: Name }, };
export type CalendarWords = { 
/**
 * What the calendar is called.
 */
title: string, 
/**
 * Names by kind of term.
 */
codes: { [key in DeadlineCode]?: string }, };
export type Caller = { 
/**
 * Name, or body and name.
 */
name?: string | null, 
/**
 * The number to call back.
 */
phone?: string | null, 
/**
 * What he is to the person: mother, teacher, neighbour.
 */
relation?: string | null, };
export type CaseDeadlines = { 
/**
 * The moment at which they stand so.
 */
now: Instant, 
/**
 * What is still to be done, the earliest first.
 */
open: Array<DeadlineView>, 
/**
 * What was met or no longer matters, the last first.
 */
past: Array<DeadlineView>, 
/**
 * She may decide about them.
 */
may_decide: boolean, 
/**
 * What the people in it are called.
 */
names: { [key in string]: Name }, };
export type CaseFields = "nothing" | "list" | "administrative" | "full";
export type CaseFinding = { "finding": "asked", 
/**
 * What.
 */
ask: Ask, } | { "finding": "state_date" } | { "finding": "referral_date" } | { "finding": "comuni" } | { "finding": "over_age" } | { "finding": "no_adult_relation" };
export type CaseHeader = { 
/**
 * Who lives with the person, in the household in fact, else the registered one.
 */
lives_with: Array<Named>, 
/**
 * Who exercises parental responsibility.
 */
responsibility: Array<Named>, 
/**
 * Her mother.
 */
mother: Named | null, 
/**
 * Her father.
 */
father: Named | null, 
/**
 * The earliest open due date.
 */
next_due: CivilDate | null, 
/**
 * What is due then.
 */
next_what: string | null, 
/**
 * Which deadline is due then, where it is one.
 */
next_deadline: AgendaDeadline | null, 
/**
 * Day and hour of the newest entry of the diary.
 */
last_contact: string | null, };
export type CaseHit = { 
/**
 * The case.
 */
id: CaseId, 
/**
 * Its person.
 */
person: PersonId, 
/**
 * The person's name.
 */
name: string, 
/**
 * The service.
 */
service: Service, 
/**
 * Where it stands.
 */
state: StateName | null, 
/**
 * The day of the last entry.
 */
last_contact: string | null, };
export type CaseId = string;
export type CaseList = { 
/**
 * At most 200 lines, 50 while a name is typed, by surname and name.
 */
lines: Array<CaseListLine>, 
/**
 * How many there are in all.
 */
total: number, 
/**
 * So many people have such a name that not all of them were looked at.
 */
too_many_names: boolean, };
export type CaseListAsk = { 
/**
 * Only those to which the operator is assigned.
 */
mine?: boolean, 
/**
 * Only of this service.
 */
service?: Service | null, 
/**
 * Only in one of these states; any when empty.
 */
states?: Array<StateName>, 
/**
 * Words of the person's name, code or phone.
 */
text?: string | null, 
/**
 * How many lines to leave out.
 */
offset?: number, };
export type CaseListLine = { 
/**
 * The case.
 */
case: string, 
/**
 * Whose.
 */
person: string, 
/**
 * Surname and name.
 */
label: string, 
/**
 * Year of birth.
 */
birth_year: string | null, 
/**
 * The service.
 */
service: Service | null, 
/**
 * Number of the last episode.
 */
episode: number, 
/**
 * Its state.
 */
state: StateName | null, 
/**
 * Since when, as a partial date.
 */
since: string | null, 
/**
 * Name of the comune in charge.
 */
comune: string | null, 
/**
 * Who is responsible.
 */
responsible: string | null, 
/**
 * The operator is assigned to it.
 */
mine: boolean, 
/**
 * She may open its page.
 */
readable: boolean, 
/**
 * Day and hour of the newest entry of the diary, where she may know it.
 */
last_contact: string | null, 
/**
 * Earliest open due date, where she may know it.
 */
next_due: string | null, 
/**
 * Two people wrote its card or state without seeing each other, and somebody still has to choose.
 */
clashed: boolean, };
export type CaseOfDesk = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * In which service, where the operator may see the case.
 */
service: Service | null, };
export type CasePage = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * What stands on paper in place of a name.
 */
code: string, 
/**
 * The service.
 */
service: Service, 
/**
 * How much is shown.
 */
fields: CaseFields, 
/**
 * Whose.
 */
person: PersonInCase, 
/**
 * The header in one line.
 */
header: CaseHeader, 
/**
 * Comuni today.
 */
comuni: ComuniView | null, 
/**
 * Comuni that were, the last first.
 */
past_comuni: Array<ComuniView>, 
/**
 * Episodes, the last first.
 */
episodes: Array<EpisodeView>, 
/**
 * Operators, the last first.
 */
assignments: Array<AssignmentView>, 
/**
 * The history of the states, the last first.
 */
transitions: Array<TransitionView>, 
/**
 * Da completare.
 */
findings: Array<CaseFinding>, 
/**
 * The states that may follow.
 */
next: Array<StateName>, 
/**
 * Who reads what.
 */
readers: Array<LevelReaders>, 
/**
 * The level at which entries start.
 */
level: Confidentiality, 
/**
 * Other people of the case.
 */
involved: Array<Named>, 
/**
 * Of these, those whose hidden contacts the case works with.
 */
protected: Array<PersonId>, 
/**
 * Cases opened together with this one: brothers and sisters.
 */
together: Array<RelatedCase>, 
/**
 * What to know before going there.
 */
alerts: Array<Alert>, 
/**
 * What the operator may do here.
 */
may: Array<CaseRight>, 
/**
 * Number of the paper file.
 */
paper_number: string | null, 
/**
 * First referral ever.
 */
first_referral: PartialDate | null, 
/**
 * Two people wrote its card, a state or an assignment without seeing each other, and somebody still has to choose.
 */
clashed: boolean, 
/**
 * The desk heard of it first, and what it heard came into the case.
 */
from_desk: boolean, 
/**
 * The assessment in use, where she may read it.
 */
assessed: Assessed | null, };
export type CaseRight = "write" | "assign" | "move" | "paper" | "close" | "reopen" | "comune" | "involve" | "message" | "accesses" | "court" | "placements" | "contact" | "ask_assignment" | "accesso_atti";
export type Category = { "type": "observed" } | { "type": "documented", 
/**
 * Which one.
 */
document: string | null, } | { "type": "reported", 
/**
 * By whom.
 */
by: string | null, 
/**
 * In their own words, not summed up.
 */
verbatim: boolean, } | { "type": "assessment", 
/**
 * By what recognised method.
 */
method: string | null, } | { "type": "hypothesis" } | { "type": "decision" } | { "type": "commitment", 
/**
 * By whom.
 */
who: string | null, 
/**
 * By when.
 */
due: CivilDate | null, };
export type Certainty = "possible" | "probable" | "certain";
export type Cessazione = "REVOCA" | "ARCH" | "SOSTITUITO" | "SCADUTO" | "TRASFERIMENTO" | "MAGGIORE_ETA";
export type ChainCheck = { 
/**
 * Every event fits the one before it.
 */
whole: boolean, 
/**
 * How many events there are, or the first that does not fit.
 */
events: number, 
/**
 * Derived tables that do not follow from the log; none when all is well.
 */
differing: Array<string>, };
export type ChangeComune = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * What is said of it.
 */
change: ComuneChange, };
export type ChangeId = string;
export type ChangeOfficeSettings = { 
/**
 * Days after the event from which an entry bears the mark "registrata il".
 */
late_after_days?: number | null, 
/**
 * Name and address above the office's papers, a line each; an empty text takes them away.
 */
letterhead?: string | null, 
/**
 * Days without a note from which the board calls a case silent.
 */
silent_after_days?: number | null, 
/**
 * Cases of one responsible who works full time, from which the board marks her load.
 */
cases_per_fte?: number | null, 
/**
 * Services whose cases are closed without a final report.
 */
closes_without_report?: Array<Service> | null, };
export type ChangeOperator = { 
/**
 * Who.
 */
id: OperatorId, 
/**
 * Her card as it shall be.
 */
form: OperatorForm, 
/**
 * What was on the screen; empty to replace whatever is there.
 */
seen: Array<string>, };
export type ChangePassphrase = { 
/**
 * The present one: who walked by an open window does not know it.
 */
present: string, 
/**
 * The new one.
 */
new: string, };
export type ChangeResponsibility = { 
/**
 * The order, in the minor's file.
 */
order: RecordId, 
/**
 * The adult.
 */
adult: PersonId, 
/**
 * How it is held from now on.
 */
kind: ResponsibilityKind, 
/**
 * The first day.
 */
from: CivilDate, 
/**
 * What it is limited to or from, in the words of the order.
 */
limits?: string | null, };
export type ChangeRules = { 
/**
 * All of it.
 */
office: DeadlineOffice, 
/**
 * Why; it stays in the history.
 */
reason: string, };
export type ChangeSettings = { 
/**
 * Minutes without a key before the archive locks, 1 to 15.
 */
idle_minutes?: number | null, 
/**
 * `light` or `dark`; an empty text follows the system.
 */
theme?: string | null, 
/**
 * A hint that she has put away.
 */
hint_read?: string | null, };
export type ChangeSubstitutionEnd = { 
/**
 * Which.
 */
id: RecordId, 
/**
 * The last day, included; none calls off what has not begun.
 */
to?: CivilDate | null, };
export type CheckPassphrase = { 
/**
 * The passphrase.
 */
passphrase: string, 
/**
 * Surname, name, comune: words that a passphrase must not lean on.
 */
personal: Array<string>, };
export type CheckPerson = { 
/**
 * As on the screen.
 */
person: Person, };
export type Checked = { 
/**
 * What does not fit together.
 */
findings: Array<PersonFinding>, 
/**
 * The codice fiscale that follows from name, birth, sex and birthplace, once all are there.
 */
computed: string | null, };
export type Chiusura403 = { 
/**
 * The day.
 */
on: CivilDate, 
/**
 * How.
 */
how: EsitoMisura, 
/**
 * In words.
 */
note?: string | null, };
export type Citizenship = { 
/**
 * ISO 3166-1 numeric, three digits (`380` Italia).
 */
country: string, 
/**
 * Its days.
 */
period: Period, };
export type CivilDate = string;
export type ClashChoice = { "type": "keep", 
/**
 * As the clash names it.
 */
write: string, } | { "type": "both" } | { "type": "write", 
/**
 * The value.
 */
value: unknown, } | { "type": "restore" } | { "type": "delete", 
/**
 * Why.
 */
reason: string, };
export type ClashValue = { 
/**
 * The write that gave it: what a choice names.
 */
write: string, 
/**
 * The value; none where the field was emptied.
 */
value: unknown, 
/**
 * Who wrote it.
 */
by?: OperatorId | null, 
/**
 * When, by the clock of her laptop as far as the office believes it.
 */
at?: Instant | null, 
/**
 * It waits to go to the office.
 */
waits: boolean, 
/**
 * It was accepted although the case had changed hands.
 */
late: boolean, };
export type ClashView = { 
/**
 * The record.
 */
record: RecordId, 
/**
 * The name of its kind.
 */
kind: string, 
/**
 * The field; none where the question is whether the record stays.
 */
field?: string | null, 
/**
 * The values, the shown one first; empty where the question is whether the record stays.
 */
values: Array<ClashValue>, 
/**
 * Until somebody decides the earliest date, or the highest level, counts.
 */
strictest_counts: boolean, 
/**
 * Both can be kept: they are texts.
 */
may_keep_both: boolean, 
/**
 * The live writes of the record that are on the screen now: a choice gives them back.
 */
seen: string[], 
/**
 * What the writers are called.
 */
names: { [key in string]: Name }, };
export type ClassId = string;
export type Classify = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * The paragraph.
 */
segment: SegmentId, 
/**
 * What it is; none for "da classificare".
 */
category?: Category | null, };
export type ClockTime = string;
export type CloseCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * On which day; today without.
 */
on?: CivilDate | null, 
/**
 * Why (motivo di chiusura).
 */
reason?: Coded | null, 
/**
 * How the person lives (situazione alla chiusura).
 */
situation?: Coded | null, 
/**
 * The final report on paper: by date and protocol, or why there is none.
 */
final_report?: Paper | null, 
/**
 * The final report written here and signed; in place of the paper.
 */
report?: RecordId | null, 
/**
 * A word on it.
 */
note?: string | null, };
export type CloseMeasure = { 
/**
 * The measure, in its file.
 */
measure: RecordId, 
/**
 * When and how.
 */
closed: Chiusura403, };
export type CloseSnPath = { 
/**
 * The path.
 */
id: RecordId, 
/**
 * On which day, why, what was agreed.
 */
end: FineSn, };
export type Closeness = "FORTE" | "DEBOLE" | "CONFLITTUALE" | "INTERROTTO" | "VIOLENTO";
export type CodeChoice = { 
/**
 * The code.
 */
code: Coded, 
/**
 * Its words.
 */
label: string, };
export type CodeListCard = { 
/**
 * Its name.
 */
list: string, 
/**
 * The version in use; none until one is loaded (elenco non caricato).
 */
version: string | null, 
/**
 * Where that comes from.
 */
source: string | null, 
/**
 * On which day it was loaded.
 */
on: CivilDate | null, 
/**
 * Its codes.
 */
codes: Array<Codice>, 
/**
 * How many versions were loaded, the one in use among them.
 */
versions: number, };
export type Coded = { 
/**
 * The code.
 */
code: string, 
/**
 * Which list it is from.
 */
list: string, 
/**
 * Which version of the list.
 */
version: string, };
export type Codice = { 
/**
 * The code.
 */
code: string, 
/**
 * What it means.
 */
label: string, };
export type CodiceFase = "ACCESSO_E_ORIENTAMENTO" | "VALUTAZIONE_DEL_BISOGNO" | "ELABORAZIONE_PROGETTO_INDIVIDUALE" | "EROGAZIONE_DEL_SERVIZIO" | "VALUTAZIONE_FINALE_E_CONCLUSIONE_PROCESSO_AIUTO";
export type Collective = { "type": "group", 
/**
 * Its name.
 */
name: string, } | { "type": "class", 
/**
 * The school building.
 */
school: SchoolId, 
/**
 * The class.
 */
class: ClassId, } | { "type": "school", 
/**
 * The school building.
 */
school: SchoolId, };
export type Collocamento = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The facility, of the office's list.
 */
struttura?: RecordId | null, 
/**
 * What kind, of [`super::TIPI_COMUNITA`].
 */
kind?: Coded | null, 
/**
 * Residential character, of [`super::CARATTERE`].
 */
carattere?: Coded | null, 
/**
 * Together with a parent.
 */
with_parent?: boolean | null, 
/**
 * By consent or by order, of [`super::FORME`].
 */
forma?: Coded | null, 
/**
 * The order, as this file knows it.
 */
provvedimento?: RecordId | null, 
/**
 * The need, and what was looked for.
 */
need?: string | null, 
/**
 * The day on which the entry is expected, for the budget.
 */
expected_on?: CivilDate | null, 
/**
 * The day on which the end is expected, for the budget.
 */
expected_until?: CivilDate | null, 
/**
 * Where it stands.
 */
state: StatoCollocamento, 
/**
 * The contract counts the day of discharge.
 */
counts_last_day?: boolean | null, 
/**
 * How often the facility bills; every month when not said.
 */
billing?: Fatturazione | null, 
/**
 * What sets it apart.
 */
flags: Array<SegnaleCollocamento>, 
/**
 * Since when it is declared that nobody of the court, of the expert or of the service has relatives there (D.Lgs.
 * 149/2022 art. 28).
 */
no_conflict?: CivilDate | null, 
/**
 * The periods for which a bill came in; what it says is in the money scope.
 */
billed: Array<BilledPeriod>, 
/**
 * Who began it.
 */
by?: OperatorId | null, };
export type CollocamentoFinding = { "is": "two_at_once" } | { "is": "order_missing" } | { "is": "facility_missing" } | { "is": "forma_missing" } | { "is": "conflict_undeclared" } | { "is": "no_rate" } | { "is": "rates_overlap" } | { "is": "rate_gap", 
/**
 * The first of them.
 */
from: CivilDate, 
/**
 * How many.
 */
days: number, } | { "is": "shares_too_large" } | { "is": "of_age" };
export type ColumnMapping = { 
/**
 * One a column, in order; `None` leaves the column out.
 */
fields: Array<ImportField | null>, 
/**
 * The service of lines that name none.
 */
service: Service | null, 
/**
 * What the office calls its services, where the catalogue does not know the name.
 */
service_names: Array<OwnServiceName>, };
export type CompleteCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * A paper.
 */
which?: PaperKind | null, 
/**
 * That paper; `None` takes back what was recorded.
 */
paper?: Paper | null, 
/**
 * How the office learnt of it.
 */
referral?: Referral | null, 
/**
 * The present state with what was missing: its name may not change.
 */
state?: State | null, 
/**
 * Comune of residence and comune in charge, where none was recorded.
 */
comuni?: Comuni | null, };
export type ComuneChange = { 
/**
 * From this day.
 */
on: CivilDate, 
/**
 * The new comune of residence.
 */
residence: string, 
/**
 * Which comune is in charge from then on: always said, never assumed.
 */
in_charge: string | null, 
/**
 * The person is placed outside home (comunità, affido).
 */
placement: boolean, 
/**
 * With a placement: which comune bears its costs, always said.
 */
costs: string | null, };
export type Comuni = { 
/**
 * From this day; unknown in old cases.
 */
since: CivilDate | null, 
/**
 * Comune of residence.
 */
residence: string | null, 
/**
 * Comune in charge of the case (comune competente).
 */
in_charge: string | null, 
/**
 * Comune that bears the costs of a placement, where that is another one (art. 6 c. 4 L. 328/2000).
 */
costs: string | null, };
export type ComuniView = { 
/**
 * The codes.
 */
codes: Comuni, 
/**
 * Name of the comune of residence.
 */
residence: string | null, 
/**
 * Name of the comune in charge.
 */
in_charge: string | null, 
/**
 * Name of the comune that bears the costs of a placement.
 */
costs: string | null, };
export type Confidentiality = "service" | "reserved" | "private" | "secret";
export type Confirm = { 
/**
 * The entry.
 */
entry: EntryId, };
export type ConfirmationView = { 
/**
 * The co-author.
 */
author: OperatorId, 
/**
 * When.
 */
signed_at: Instant, };
export type Contact = { 
/**
 * Whom it reaches.
 */
person: PersonId, 
/**
 * Phone, mobile, mail.
 */
kind?: ContactKind | null, 
/**
 * The number or address as written.
 */
value: string, 
/**
 * Whose phone it is, if not the person's own.
 */
whose: Whose, 
/**
 * Its days.
 */
period: Period, 
/**
 * When to call, in which language.
 */
note?: string | null, };
export type ContactKind = "TELEFONO" | "CELLULARE" | "EMAIL" | "PEC";
export type ContactView = { 
/**
 * The record.
 */
record: Shown<Contact>, 
/**
 * Hidden.
 */
protected: boolean, 
/**
 * In use today.
 */
current: boolean, 
/**
 * Whose phone it is, if someone's of the registry.
 */
whose: PersonCard | null, };
export type Controinteressato = { 
/**
 * Who.
 */
name: string, 
/**
 * When the request was notified: the term to object runs from here.
 */
notified_on?: CivilDate | null, 
/**
 * When the objection came.
 */
opposed_on?: CivilDate | null, };
export type Copy = { 
/**
 * When it was made: also its name.
 */
taken: Instant, 
/**
 * Size of its database in bytes.
 */
bytes: number, };
export type Correction = { 
/**
 * The paragraph; none for the whole entry.
 */
segment?: SegmentId | null, 
/**
 * What should be read.
 */
text?: string | null, };
export type CostoPeriodo = { 
/**
 * First day asked for.
 */
from: CivilDate, 
/**
 * Last day asked for.
 */
until: CivilDate, 
/**
 * Days of the placement in it.
 */
days: number, 
/**
 * Of these, days away.
 */
away: number, 
/**
 * Of these, days for which no rate is known: they cost nothing here, and the sum is too small.
 */
unrated: number, 
/**
 * A line a rate, in the order of the days.
 */
lines: Array<RigaCosto>, 
/**
 * Sum of the lines, without IVA.
 */
net: Euro, 
/**
 * Sum of the IVA.
 */
iva: Euro, 
/**
 * Sum of both.
 */
total: Euro, 
/**
 * What the health service pays.
 */
health: Euro, 
/**
 * What the parents pay.
 */
parents: Euro, 
/**
 * What is left to the comune.
 */
comune: Euro, };
export type Counted = { 
/**
 * From which day; none where the day that the term names is not known yet.
 */
from: CivilDate | null, 
/**
 * What is counted.
 */
term: Termine, 
/**
 * Whose word it is.
 */
source: Fonte, 
/**
 * The last day.
 */
due: CivilDate | null, };
export type Country = { 
/**
 * ISO 3166-1 numeric, three digits: `380` Italia, `990` not available (INPS), `999` stateless.
 */
code: string, 
/**
 * ISO 3166-1 alpha-2.
 */
alpha2: string, 
/**
 * Belfiore code of the state; none for Italy.
 */
belfiore: string | null, 
/**
 * Italian name.
 */
name: string, };
export type CourtCodes = { 
/**
 * Kinds of order.
 */
orders: Array<Coded>, 
/**
 * What may be asked of the service.
 */
activities: Array<Coded>, 
/**
 * Kinds of report.
 */
reports: Array<Coded>, 
/**
 * The lines of the emergency measure's checklist.
 */
checklist: Array<string>, };
export type CourtFinding = { "is": "received_before_issued" } | { "is": "not_received" } | { "is": "no_authority" } | { "is": "sinba_incomplete" } | { "is": "mandate_without_addressee" } | { "is": "term_without_start" } | { "is": "term_start_differs" } | { "is": "no_mandate" } | { "is": "no_affidamento" } | { "is": "parts_missing", 
/**
 * Which.
 */
parts: Array<Part>, } | { "is": "too_long" } | { "is": "reports_too_rare" } | { "is": "responsibility_unchanged" };
export type CourtOrder = { 
/**
 * Its date.
 */
on?: CivilDate | null, 
/**
 * Which authority.
 */
authority?: string | null, 
/**
 * What kind, of INPS's list.
 */
kind?: Coded | null, };
export type CourtPage = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The operator may write here.
 */
writes: boolean, 
/**
 * She may change who decides for the minor.
 */
changes_responsibility: boolean, 
/**
 * Proceedings.
 */
proceedings: Array<Shown<Procedimento>>, 
/**
 * Orders: those that hold first, then the last first.
 */
orders: Array<OrderView>, 
/**
 * Emergency measures: open ones first.
 */
measures: Array<MeasureView>, 
/**
 * Reports: the last first.
 */
reports: Array<ReportView>, 
/**
 * Penal measures: open ones first.
 */
penal: Array<Shown<MisuraPenale>>, 
/**
 * The authorities that are named.
 */
authorities: { [key in string]: Autorita }, 
/**
 * Names of cases and people.
 */
names: { [key in string]: Name }, 
/**
 * The order by which each mandate's and prescription's answer is looked for: none are left without one.
 */
strays: Array<RecordId>, };
export type CreateAction = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * What is to be done.
 */
what: string, 
/**
 * Who sees to it; she herself without.
 */
who?: OperatorId | null, 
/**
 * By when.
 */
due?: CivilDate | null, };
export type CreateArchive = { 
/**
 * The operator's surname.
 */
surname: string, 
/**
 * Her name.
 */
name: string, 
/**
 * What she signs as.
 */
qualifica: Role, 
/**
 * The services she works in; none means all.
 */
services: Array<Service>, 
/**
 * Her passphrase.
 */
passphrase: string, 
/**
 * Public key of the office (`age1…`) that can recover the archive.
 */
office_key?: string | null, 
/**
 * She has read that without the office's key a forgotten passphrase loses the data.
 */
no_recovery_understood: boolean, };
export type CreatePerson = { 
/**
 * Who she is.
 */
person: Person, 
/**
 * Where she lives.
 */
addresses: Array<NewAddress>, 
/**
 * How she is reached.
 */
contacts: Array<NewContact>, 
/**
 * The draft of the form, which ends with this.
 */
draft: string | null, };
export type Datum = { 
/**
 * The element's key.
 */
key: string, 
/**
 * Its code in the interchange.
 */
code: string | null, 
/**
 * Of what kind it is.
 */
answer: DatumAnswer, 
/**
 * Where it belongs.
 */
home: DatumHome, 
/**
 * It is written here; otherwise it is changed where it comes from.
 */
written: boolean, 
/**
 * Whether it is there.
 */
state: DatumState, 
/**
 * The value.
 */
value: Valore | null, 
/**
 * From where it comes.
 */
from: DatumOrigin | null, 
/**
 * What other records say in their own words or codes, for who chooses the regional code.
 */
hint: Valore | null, };
export type DatumAnswer = "text" | "day" | "number" | "euro" | "yes_no" | "coded";
export type DatumHome = "case" | "person" | "diary" | "plan" | "health" | "money";
export type DatumOrigin = "person" | "household" | "case" | "referral" | "desk" | "assessment" | "plan" | "here";
export type DatumState = "filled" | "missing" | "list_not_loaded" | "hidden";
export type Deadline = { 
/**
 * Which term of which record.
 */
key: DeadlineKey, 
/**
 * In whose files.
 */
whose: DeadlineWhose, 
/**
 * One term for several files.
 */
act: ActId | null, 
/**
 * With what it started.
 */
event: Event, 
/**
 * When that was.
 */
starts: DeadlineMoment, 
/**
 * Its end: the last day, or the moment, in time.
 */
due: DeadlineMoment, 
/**
 * Its end by the rule alone; `None` where only a person said it.
 */
computed: DeadlineMoment | null, 
/**
 * How binding it is.
 */
force: Force, 
/**
 * Why the rule says so.
 */
explanation: DeadlineExplanation | null, 
/**
 * A person set another end.
 */
overridden: DeadlineOverride | null, 
/**
 * What became of an extension.
 */
extension: DeadlineExtension | null, 
/**
 * When it was met.
 */
met: DeadlineMoment | null, 
/**
 * The record that met it.
 */
met_by: RecordId | null, 
/**
 * It no longer matters.
 */
lapsed: boolean, 
/**
 * Two people decided about it without seeing each other: the earlier date holds until somebody decides again.
 */
contested: boolean, };
export type DeadlineCode = "TM_ASSEGNAZIONE" | "TM_REL_TO" | "TM_REL_TM" | "C403_AVVISO" | "C403_24H" | "C403_PM_72H" | "C403_TM_48H" | "C403_UDIENZA_15G" | "C403_NOTIFICA_48H" | "C403_COLLEGIO_15G" | "C403_RECLAMO_10G" | "C403_APPELLO_60G" | "AFFENTE_RESPONSABILE" | "AFFENTE_RELAZIONE" | "AFFENTE_SCADENZA" | "AFFIDO_SEMESTRALE" | "AFFIDO_SCADENZA" | "AFFIDO_PROROGA_SEGNALAZIONE" | "SN_SEMESTRALE" | "PEI_APPROVAZIONE" | "PEI_FINALE" | "ISEE_SCADENZA" | "STP_SCADENZA" | "PERMESSO_SOGGIORNO" | "PAI_VERIFICA" | "ACCESSO_ATTI" | "ACCESSO_ATTI_OPPOSIZIONE" | "SAD_RENDICONTO" | "SAD_REPORT_SEMESTRALE" | "BUDGET_SAL" | "COM_FATTURA" | "MAGGIORE_ETA" | "PROSIEGUO_FINE" | "MAP_FINE" | "MAP_VERIFICA";
export type DeadlineDecision = { "type": "moved", 
/**
 * The new end.
 */
to: DeadlineMoment, 
/**
 * What the rule said then; when it says something else today, the screen says so.
 */
computed: DeadlineMoment | null, } | { "type": "restored" } | { "type": "extension_asked", 
/**
 * On this day.
 */
on: CivilDate, 
/**
 * Until when, if that was said.
 */
until: CivilDate | null, } | { "type": "extension_granted", 
/**
 * On this day.
 */
on: CivilDate, 
/**
 * Until this day, which is the new end.
 */
until: CivilDate, } | { "type": "extension_denied", 
/**
 * On this day.
 */
on: CivilDate, } | { "type": "met", 
/**
 * When.
 */
at: DeadlineMoment, 
/**
 * By which record, if it is one.
 */
by: RecordId | null, } | { "type": "reopened" };
export type DeadlineExplanation = { 
/**
 * What was counted; none where an order names the day.
 */
length: Length | null, 
/**
 * The order, plan or contract says so; otherwise the rule or the office.
 */
stated: boolean, 
/**
 * Holidays from Monday to Friday that were not counted, or off which the last day moved.
 */
holidays: Array<DeadlineSkipped>, 
/**
 * Saturdays and Sundays were not counted, or the last day moved off them.
 */
weekends: boolean, 
/**
 * The last day as counted, where it moved to the next day that is worked.
 */
moved_from: CivilDate | null, 
/**
 * The month has no such day: its last one counts.
 */
end_of_month: boolean, 
/**
 * More was stated than the law allows: its limit counts.
 */
capped: boolean, 
/**
 * The start is a guess.
 */
estimated: boolean, };
export type DeadlineExtension = { "type": "asked", 
/**
 * On this day.
 */
on: CivilDate, 
/**
 * Until when, if that was said.
 */
until: CivilDate | null, } | { "type": "granted", 
/**
 * On this day.
 */
on: CivilDate, 
/**
 * Until this day.
 */
until: CivilDate, } | { "type": "denied", 
/**
 * On this day.
 */
on: CivilDate, };
export type DeadlineKey = { 
/**
 * The record that says it.
 */
record: RecordId, 
/**
 * Which kind of term.
 */
code: DeadlineCode, 
/**
 * 0 for the only or the first one; 1, 2, … for those that follow a report or a review, so that what was decided
 * about one says nothing of the next.
 */
nth: number, };
export type DeadlineMoment = { "type": "day", "at": CivilDate } | { "type": "at", "at": Instant };
export type DeadlineOffice = { 
/**
 * The day of the patron saint of its comune.
 */
patron: MonthDay | null, 
/**
 * From which year 4 October is a national holiday; 2026 until the office says otherwise (not verified), never if
 * `None`.
 */
san_francesco_from: number | null, 
/**
 * Birthdays of 29 February.
 */
leap_birth: LeapBirth, 
/**
 * Days before its end from which a term counts as about to end.
 */
soon_days: number, 
/**
 * Lengths that differ from the cookbook's.
 */
lengths: { [key in DeadlineCode]?: Length }, };
export type DeadlineOverride = { 
/**
 * Who.
 */
by: OperatorId, 
/**
 * Why.
 */
reason: string | null, 
/**
 * The rule says something else today than it did then.
 */
outdated: boolean, };
export type DeadlineRule = { 
/**
 * Which.
 */
code: DeadlineCode, 
/**
 * What it may start with.
 */
starts: Array<Event>, 
/**
 * How long by the cookbook.
 */
usual: Length | null, 
/**
 * How long here.
 */
length: Length | null, 
/**
 * What no order exceeds.
 */
at_most: Length | null, 
/**
 * How binding.
 */
force: Force, 
/**
 * A last day that is not worked moves.
 */
procedural: boolean, 
/**
 * Where it comes from.
 */
source: Source, 
/**
 * Somebody read it at its source; else the office checks it.
 */
verified: boolean, 
/**
 * Its length is the office's to change: no law says it where somebody read it.
 */
editable: boolean, 
/**
 * Days before its end on which to think of it.
 */
alerts: Array<number>, };
export type DeadlineRules = { 
/**
 * What the office decides.
 */
office: DeadlineOffice, 
/**
 * The rules.
 */
rules: Array<DeadlineRule>, 
/**
 * What was decided before, the last first.
 */
history: Array<TermsChange>, 
/**
 * Who decided it.
 */
names: { [key in string]: Name }, 
/**
 * She may change them.
 */
writable: boolean, };
export type DeadlineSkipped = { 
/**
 * The day.
 */
on: CivilDate, 
/**
 * Which holiday.
 */
holiday: Holiday, };
export type DeadlineStanding = { 
/**
 * How pressing.
 */
state: DeadlineState, 
/**
 * Days to its last day; negative when that is over.
 */
days: number, 
/**
 * Minutes to its end, where hours count.
 */
minutes: number | null, 
/**
 * The last of its alerts that was reached, in days before its end.
 */
alert: number | null, };
export type DeadlineState = "in_time" | "due_soon" | "overdue" | "met" | "met_late" | "lapsed";
export type DeadlineView = { 
/**
 * The deadline.
 */
deadline: Deadline, 
/**
 * Where it stands now.
 */
standing: DeadlineStanding, 
/**
 * Where its rule comes from.
 */
source: Source, 
/**
 * Somebody read the rule at its source; else the office checks it.
 */
verified: boolean, 
/**
 * What was decided about it, the first first.
 */
decisions: Array<DecisionView>, };
export type DeadlineWhose = { "type": "case", "id": CaseId } | { "type": "person", "id": PersonId };
export type DecideDeadline = { 
/**
 * The case in which it stands.
 */
case: CaseId, 
/**
 * Which deadline.
 */
key: DeadlineKey, 
/**
 * What is decided; what the rule says is noted by the program.
 */
decision: DeadlineDecision, 
/**
 * Why.
 */
reason?: string | null, };
export type DecisionView = { 
/**
 * Its id.
 */
id: RecordId, 
/**
 * What was decided.
 */
decision: DeadlineDecision, 
/**
 * Why.
 */
reason: string | null, 
/**
 * Who decided.
 */
author: OperatorId, 
/**
 * When it was signed.
 */
signed_at: Instant, };
export type DecodedBirth = { 
/**
 * The latest day not in the future that the code may mean.
 */
date: CivilDate, 
/**
 * The same day a hundred years earlier, if the calendar has it: a centenarian has a child's digits.
 */
century_earlier: CivilDate | null, 
/**
 * Sex.
 */
sex: Sex, 
/**
 * Belfiore code of the birthplace.
 */
belfiore: string, };
export type Decorrenza = "EMISSIONE" | "PEC" | "PROTOCOLLO" | "ARRIVO" | "NOTIFICA";
export type Delega = { 
/**
 * Who was delegated.
 */
name?: string | null, 
/**
 * The day of the delegation.
 */
on?: CivilDate | null, };
export type DeskCodes = { 
/**
 * Modalità.
 */
modes: Array<Coded>, 
/**
 * Motivi dell'accesso.
 */
reasons: Array<Coded>, 
/**
 * Interlocutori.
 */
interlocutors: Array<Coded>, 
/**
 * Esiti.
 */
outcomes: Array<Coded>, 
/**
 * Reasons for declining.
 */
decline_reasons: Array<Coded>, };
export type DeskCount = { 
/**
 * By month, mode and outcome.
 */
lines: Array<DeskCountLine>, 
/**
 * In all.
 */
total: number, 
/**
 * Of these, how many became a case.
 */
became_case: number, };
export type DeskCountLine = { 
/**
 * The month, as `2026-03`.
 */
month: string, 
/**
 * Code of the mode; empty where it was not said.
 */
mode: string, 
/**
 * Code of the outcome; empty where it was not said.
 */
outcome: string, 
/**
 * How many.
 */
count: number, 
/**
 * Of these, how many became a case.
 */
became_case: number, 
/**
 * Of these, how many were anonymous.
 */
anonymous: number, };
export type DeskPage = { 
/**
 * At most 200 of all, every one that waits.
 */
lines: Array<AccessoLine>, 
/**
 * There are more.
 */
more: boolean, 
/**
 * The operator may note one.
 */
may_write: boolean, };
export type DeskStep = { "step": "see" } | { "step": "refuse", 
/**
 * Why, of the list of reasons for not taking a case.
 */
reason: Coded | null, 
/**
 * A word on it.
 */
note: string | null, } | { "step": "send", 
/**
 * Where to.
 */
to: string | null, } | { "step": "resume" };
export type DeskView = "waiting" | "all";
export type DiaryHit = { 
/**
 * The entry.
 */
id: EntryId, 
/**
 * Its case; none for groups, classes and schools, and while it waits to be placed.
 */
case: CaseId | null, 
/**
 * The person whose case it is.
 */
name: string | null, 
/**
 * The day of the event.
 */
on: CivilDate, 
/**
 * What sort of entry.
 */
kind: EntryKind | null, 
/**
 * Who wrote it.
 */
author: OperatorId, 
/**
 * The text around what was looked for; empty for a reserved text, which is shown when it is opened.
 */
pieces: Array<Piece>, 
/**
 * The words stand in a reserved part.
 */
reserved: boolean, };
export type DiaryPage = { 
/**
 * The entries, newest first.
 */
entries: Array<EntryView>, 
/**
 * Where the next page begins; none at the end.
 */
next: string | null, 
/**
 * What the people, colleagues and files in it are called.
 */
names: { [key in string]: Name }, };
export type Difensore = { 
/**
 * Surname and name.
 */
name?: string | null, 
/**
 * Certified mail or mail.
 */
mail?: string | null, 
/**
 * Phone.
 */
phone?: string | null, };
export type Discard = { 
/**
 * The draft.
 */
id: DraftId, 
/**
 * She was asked and said yes; not needed for an empty one.
 */
confirmed: boolean, };
export type Doctor = { 
/**
 * MMG or PLS.
 */
kind?: DoctorKind | null, 
/**
 * Surname and name.
 */
name?: string | null, 
/**
 * Phone.
 */
phone?: string | null, 
/**
 * The days in which this was the doctor.
 */
period: Period, };
export type DoctorKind = "MMG" | "PLS";
export type DraftAction = { 
/**
 * What is to be done.
 */
what: string, 
/**
 * Who sees to it; none means the author.
 */
who: OperatorId | null, 
/**
 * By when.
 */
due: CivilDate | null, };
export type DraftId = string;
export type DraftRef = { 
/**
 * The draft.
 */
id: DraftId, };
export type DraftSaved = { 
/**
 * The draft.
 */
id: DraftId, 
/**
 * When.
 */
saved_at: Instant, };
export type DraftSegment = { 
/**
 * Its id, once it has one.
 */
id: SegmentId | null, 
/**
 * The heading it is written under.
 */
heading: Heading | null, 
/**
 * What it claims to be.
 */
category: Category | null, 
/**
 * Who may read it, when fewer than the entry.
 */
read_by: ReadBy | null, 
/**
 * The files among those of the text in which it stands; none means all.
 */
files: Array<CaseId>, 
/**
 * The words.
 */
text: string, };
export type DraftSummary = { 
/**
 * The draft.
 */
id: DraftId, 
/**
 * Which form: the name of its record's kind.
 */
form: string, 
/**
 * The case or person it was started from.
 */
subject: RecordId | null, 
/**
 * For a diary entry, its kind.
 */
kind: EntryKind | null, 
/**
 * For a diary entry, the day of the event.
 */
occurred_on: CivilDate | null, 
/**
 * For a diary entry, the files that it goes into.
 */
files: Array<CaseId>, 
/**
 * For a diary entry, the group, class or school that it is about.
 */
collective: Collective | null, 
/**
 * For a diary entry: it has no file and is about no group, class or school.
 */
to_place: boolean, 
/**
 * For a diary entry: nothing was typed.
 */
empty: boolean, 
/**
 * The first words.
 */
excerpt: string, 
/**
 * When it was begun.
 */
created_at: Instant, 
/**
 * When it was last kept.
 */
saved_at: Instant, 
/**
 * It has been waiting too long.
 */
old: boolean, 
/**
 * What its files and subject are called.
 */
names: { [key in string]: Name }, };
export type DraftText = { 
/**
 * The files; none while it waits to be placed.
 */
files: Array<CaseId>, 
/**
 * Who took part in this text alone, where the activity has several.
 */
participants: Array<Participant>, 
/**
 * How it went with this one, where the activity has several.
 */
outcome: Outcome | null, 
/**
 * The paragraphs, in order.
 */
segments: Array<DraftSegment>, 
/**
 * What is to be done next.
 */
actions: Array<DraftAction>, };
export type DraftView = { 
/**
 * The draft.
 */
id: DraftId, 
/**
 * Which form.
 */
kind: string, 
/**
 * The case or person it was started from.
 */
subject: RecordId | null, 
/**
 * The form's content, in its own shape.
 */
content: unknown, 
/**
 * The writes that were on the screen when the form was opened.
 */
started_from: unknown, 
/**
 * When it was begun.
 */
created_at: Instant, 
/**
 * When it was last kept.
 */
saved_at: Instant, };
export type Drawing = { 
/**
 * Units from left to right.
 */
width: number, 
/**
 * Units from top to bottom.
 */
height: number, 
/**
 * Strokes that belong to no figure: ties, outlines.
 */
strokes: Array<Stroke>, 
/**
 * Who or what is shown.
 */
figures: Array<Figure>, };
export type DropAction = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * Why.
 */
reason?: string | null, };
export type Due = { 
/**
 * Their day is over: a term or an action not done, an appointment of which nobody has said how it went.
 */
overdue: Array<AgendaItem>, 
/**
 * Today's.
 */
today: Array<AgendaItem>, 
/**
 * In the next days; of appointments only tomorrow's, of deadlines those too of which an alert was reached.
 */
soon: Array<AgendaItem>, };
export type EcomapOf = { 
/**
 * Whom it is about.
 */
person: PersonId, 
/**
 * The day; today if none is said.
 */
on: CivilDate | null, 
/**
 * The screen's word for each kind of thing, for what has no name of its own.
 */
words: { [key in Surrounding]?: string }, };
export type EcomapPicture = { 
/**
 * Whom it is about.
 */
about: PersonId, 
/**
 * The day.
 */
on: CivilDate, 
/**
 * What is drawn.
 */
drawing: Drawing, 
/**
 * Who lives together.
 */
household: Array<PersonCard>, 
/**
 * What stands around, in the order of the ring.
 */
around: Array<AroundLine>, };
export type EditAction = { 
/**
 * The action.
 */
id: ActionId, 
/**
 * What is to be done.
 */
what: string, 
/**
 * Who sees to it.
 */
who?: OperatorId | null, 
/**
 * By when.
 */
due?: CivilDate | null, };
export type EditAppointment = { 
/**
 * The appointment.
 */
id: AppointmentId, 
/**
 * All its values.
 */
values: AppointmentInput, };
export type EditInFile<T> = { 
/**
 * The record in this file.
 */
id: RecordId, 
/**
 * All of it; what ties it to its file stays as it is.
 */
value: T, 
/**
 * What was on the screen.
 */
seen: Array<string>, 
/**
 * What is changed here is changed for the other minors of the act too.
 */
everywhere: boolean, };
export type EditPerson = { 
/**
 * Which record.
 */
id: PersonId, 
/**
 * All of it, as on the screen after the edit.
 */
person: Person, 
/**
 * What was on the screen before it.
 */
seen: Array<string>, 
/**
 * The draft of the form, which ends with this.
 */
draft: string | null, };
export type EditReport = { 
/**
 * The report.
 */
report: RecordId, 
/**
 * All of its text; what ties it to its card stays as it is.
 */
text: RelazioneTesto, 
/**
 * What was on the screen.
 */
seen: Array<string>, 
/**
 * The draft in which it was kept while it was typed: it ends as this text.
 */
draft?: DraftId | null, };
export type EditRichiesta = { 
/**
 * Which.
 */
id: RecordId, 
/**
 * All of it; file, answer and who registered it stay.
 */
value: RichiestaAccesso, 
/**
 * What was on the screen.
 */
seen: Array<string>, };
export type Education = "NESSUNO" | "ELEMENTARE" | "MEDIA" | "QUALIFICA_PROFESSIONALE" | "DIPLOMA_SUPERIORE" | "LAUREA";
export type EndAssignment = { 
/**
 * The assignment.
 */
assignment: string, 
/**
 * Its last day, included.
 */
to: CivilDate, };
export type EndOrder = { 
/**
 * The order, in any of its files.
 */
order: RecordId, 
/**
 * Its last day.
 */
on: CivilDate, 
/**
 * By what.
 */
how: Cessazione, 
/**
 * In words.
 */
note?: string | null, 
/**
 * For its other minors too.
 */
everywhere: boolean, };
export type Ended = { 
/**
 * Since when.
 */
on: CivilDate, 
/**
 * Who said so.
 */
by: OperatorId, 
/**
 * Why.
 */
reason: string | null, };
export type Energy = "DALLA_FAMIGLIA" | "VERSO_LA_FAMIGLIA" | "RECIPROCA";
export type EnrolmentView = { 
/**
 * The record.
 */
record: Shown<SchoolEnrolment>, 
/**
 * The school's name.
 */
school: [SchoolId, string] | null, 
/**
 * The class's grade and section.
 */
class: [ClassId, string] | null, };
export type Entered = { 
/**
 * Failed attempts since the last time it was opened: shown to its operator.
 */
failures_before: number, };
export type Entro403 = { "is": "subito" } | { "is": "ora", 
/**
 * The moment.
 */
at: Instant, } | { "is": "giorno", 
/**
 * The day.
 */
on: CivilDate, } | { "is": "non_decorre" };
export type EntryDraft = { 
/**
 * The day of the event.
 */
occurred_on: CivilDate | null, 
/**
 * The hour of the event.
 */
starts: ClockTime | null, 
/**
 * The circumstances, shared by all its texts.
 */
header: EntryHeader, 
/**
 * The group, class or school it is about, when it is about no single person.
 */
collective: Collective | null, 
/**
 * Who may read it; none leaves it to the default of each file's service.
 */
read_by: ReadBy | null, 
/**
 * First written on paper or elsewhere.
 */
transcribed: Transcription | null, 
/**
 * One text; or several of one activity, each for its own files.
 */
texts: Array<DraftText>, 
/**
 * The appointment that it tells of.
 */
appointment: AppointmentId | null, 
/**
 * The supervised meeting that it tells of.
 */
meeting: RecordId | null, 
/**
 * The act, once some of it was signed before.
 */
act: ActId | null, 
/**
 * The signed entry from which this one was opened again (wrong file).
 */
reopened_from: EntryId | null, };
export type EntryHeader = { 
/**
 * What kind of event.
 */
kind: EntryKind, 
/**
 * When it ended.
 */
ends: ClockTime | null, 
/**
 * Where.
 */
place: EntryPlace | null, 
/**
 * Who took part, the author apart.
 */
participants: Array<Participant>, 
/**
 * Third persons whom the text names, for later redaction.
 */
mentioned: Array<PersonId>, 
/**
 * How it went; none where the kind knows no outcome.
 */
outcome: Outcome | null, 
/**
 * Time given.
 */
time: TimeSpent, 
/**
 * How many operators gave that time, the author included.
 */
operators: number | null, 
/**
 * Colleagues who are to confirm it; the signature does not wait for them.
 */
co_authors: Array<OperatorId>, };
export type EntryId = string;
export type EntryKind = "COLLOQUIO" | "VISITA_DOMICILIARE" | "TELEFONATA" | "VIDEOCHIAMATA" | "EMAIL_PEC" | "EQUIPE" | "UVM" | "UVMD" | "GLO" | "RICOGNIZIONE_CONGIUNTA" | "RIUNIONE_DI_AREA" | "INCONTRO_RETE" | "OSSERVAZIONE" | "INCONTRO_SN" | "AZIONE_PREVENTIVA" | "ATTIVITA_INTERNA" | "NOTA_DI_PROCESSO" | "COMUNICAZIONE_AG";
export type EntryMay = { 
/**
 * Attach a file.
 */
attach: boolean, 
/**
 * Add a correction.
 */
rectify: boolean, 
/**
 * Annul it.
 */
annul: boolean, 
/**
 * Say what a paragraph is.
 */
classify: boolean, 
/**
 * Confirm it as its co-author.
 */
confirm: boolean, };
export type EntryPlace = { 
/**
 * What kind of place.
 */
kind: EntryPlaceKind, 
/**
 * Which one.
 */
detail?: string | null, };
export type EntryPlaceKind = "office" | "home" | "school" | "elsewhere";
export type EntryRef = { 
/**
 * The entry.
 */
id: EntryId, };
export type EntryView = { 
/**
 * The entry.
 */
id: EntryId, 
/**
 * The act; the same in every file where it left an entry.
 */
act: ActId, 
/**
 * The file.
 */
case: CaseId | null, 
/**
 * The group, class or school.
 */
collective: Collective | null, 
/**
 * Who signed it.
 */
author: OperatorId, 
/**
 * As what.
 */
qualification: Role | null, 
/**
 * The day of the event.
 */
occurred_on: CivilDate, 
/**
 * The hour of the event.
 */
starts: ClockTime | null, 
/**
 * The day on which it was written down.
 */
recorded_on: CivilDate, 
/**
 * When it was signed.
 */
signed_at: Instant, 
/**
 * Written down late.
 */
late: boolean, 
/**
 * Copied from older papers.
 */
transcribed: Transcription | null, 
/**
 * How far it may be read.
 */
level: Confidentiality, 
/**
 * She may not read it: only this stub is shown.
 */
hidden: boolean, 
/**
 * The circumstances.
 */
header: EntryHeader | null, 
/**
 * The paragraphs, in order.
 */
segments: Array<SegmentView>, 
/**
 * Corrections, the oldest first.
 */
rectifications: Array<RectificationView>, 
/**
 * It no longer counts.
 */
annulment: AnnulmentView | null, 
/**
 * The co-authors who have confirmed it.
 */
confirmed: Array<ConfirmationView>, 
/**
 * What it left to be done.
 */
actions: Array<ActionView>, 
/**
 * In how many files its text stands.
 */
files: number, 
/**
 * One of several texts of one activity.
 */
several: boolean, 
/**
 * What she may do with it.
 */
may: EntryMay, };
export type EpisodeId = string;
export type EpisodeView = { 
/**
 * Its id.
 */
id: EpisodeId, 
/**
 * 1 for the first taking in charge.
 */
number: number, 
/**
 * The year in its title.
 */
year: number | null, 
/**
 * Where it stands or ended.
 */
state: State, 
/**
 * Its state's name.
 */
state_name: StateName, 
/**
 * How it began.
 */
referral: Referral | null, 
/**
 * Informativa privacy.
 */
privacy_notice: Paper | null, 
/**
 * Consent.
 */
consent: Paper | null, 
/**
 * Order of the court.
 */
court_mandate: Paper | null, 
/**
 * The act that ended it.
 */
mandate_ended: Paper | null, 
/**
 * The signed plan.
 */
plan: Paper | null, 
/**
 * Prosieguo.
 */
prosieguo: Paper | null, 
/**
 * Why without a psicologo.
 */
without_psychologist: Paper | null, 
/**
 * It was running before this program.
 */
already_running: boolean, };
export type ErrorAnswer = { 
/**
 * How the screen treats it.
 */
kind: ErrorKind, 
/**
 * Which text it has.
 */
code: ErrorCode, 
/**
 * Ids and numbers for the text.
 */
params: { [key in string]: Param }, 
/**
 * Whether the same act may succeed if tried again.
 */
retryable: boolean, 
/**
 * What to quote when reporting it; only for faults.
 */
trace: string | null, };
export type ErrorCode = "unknown_command" | "bad_input" | "locked" | "not_found" | "forbidden" | "changed_meanwhile" | "stopped" | "wrong_passphrase" | "wrong_office_key" | "not_an_office_key" | "no_office_recovery" | "recovery_undecided" | "passphrase_size" | "passphrase_weak" | "operator_unnamed" | "card_invalid" | "unlock_wait" | "slots_missing" | "slots_damaged" | "keys_failed" | "archive_missing" | "archive_already_there" | "archive_not_encrypted" | "archive_foreign" | "archive_wrong_key" | "archive_damaged" | "archive_log_damaged" | "archive_newer" | "archive_in_use" | "library_unfit" | "copy_missing" | "copy_not_good" | "person_nameless" | "person_code_taken" | "person_code_taken_hidden" | "address_empty" | "contact_empty" | "period_reversed" | "relation_with_self" | "relation_unsaid" | "household_empty" | "alert_unsaid" | "already_one_person" | "school_nameless" | "school_code_invalid" | "class_unsaid" | "visit_empty" | "visit_too_many" | "case_exists" | "case_still_open" | "no_such_move" | "move_missing" | "unknown_code" | "day_in_future" | "day_before_state" | "last_day_before_first" | "in_charge_not_said" | "costs_not_said" | "unknown_comune" | "operator_unknown" | "operator_incomplete" | "own_rights_lost" | "substitute_is_absent" | "substitution_no_cases" | "substitution_begun" | "person_missing" | "text_missing" | "richiesta_incomplete" | "answer_before_request" | "deferral_unsaid" | "accesso_unsaid" | "accesso_closed" | "destination_missing" | "plan_other_state" | "plan_incomplete" | "pei_without_basis" | "plan_no_goal" | "plan_no_party" | "plan_unsigned" | "not_a_party" | "signature_missing" | "datum_derived" | "list_not_loaded" | "list_refused" | "list_too_long" | "list_version_taken" | "rule_is_law" | "length_unfit" | "file_empty" | "file_too_large" | "file_kind_unknown" | "file_broken" | "file_too_many_pixels" | "file_not_here" | "file_damaged" | "file_removed" | "office_address_invalid" | "office_none" | "office_joined" | "office_code_missing" | "office_code_refused" | "office_unreachable" | "office_asked" | "held_gone" | "clash_gone" | "clash_choice_invalid" | "case_not_under_court" | "no_file_chosen" | "order_kind_missing" | "authority_nameless" | "hour_not_there" | "moment_missing" | "measure_closed" | "step_missing" | "report_not_ready" | "report_not_saved" | "final_report_not_signed" | "paper_failed" | "facility_nameless" | "placement_other_state" | "placement_outcome_missing" | "placed_already" | "request_other_state" | "absence_unsaid" | "rate_unsaid" | "bill_unsaid" | "sn_without_order" | "sn_without_request" | "sn_closed" | "sn_operators" | "sn_step_elsewhere" | "sn_meeting_undated" | "disk_full" | "storage_failed" | "already_signed" | "draft_not_empty" | "entry_annulled" | "entry_placed" | "reason_missing" | "nothing_written" | "future_date" | "ends_before_start" | "appointment_closed" | "action_closed" | "import_empty" | "import_no_rows" | "import_file_too_big" | "import_too_many_rows" | "import_too_many_columns" | "import_too_many_cells" | "import_binary" | "import_pdf" | "import_web_page" | "import_xml_file" | "import_old_workbook" | "import_binary_workbook" | "import_open_document" | "import_not_a_workbook" | "import_password" | "import_damaged" | "import_unpacks_too_big" | "import_too_many_parts" | "import_no_sheet" | "import_sheet_not_found" | "import_unclosed_quote" | "import_wrong_encoding" | "import_no_such_heading_line" | "import_no_file_open" | "import_no_name" | "import_field_given_twice" | "import_nothing_to_take" | "import_already_undone";
export type ErrorKind = "not_found" | "invalid" | "forbidden" | "conflict" | "precondition" | "locked" | "wrong_key" | "busy" | "out_of_date" | "storage" | "bug";
export type Esito = { 
/**
 * As seen on which day.
 */
on: CivilDate, 
/**
 * What came of it.
 */
is: EsitoPrescrizione, 
/**
 * In words.
 */
note?: string | null, };
export type EsitoAccesso = "ACCOLTA" | "ACCOLTA_PARZIALE" | "DIFFERITA" | "RESPINTA" | "TRASMESSA_AG";
export type EsitoMisura = "CONVALIDATA" | "NON_CONVALIDATA" | "REVOCATA" | "INEFFICACE";
export type EsitoPenale = "POSITIVO" | "NEGATIVO" | "REVOCATA" | "CONCLUSA";
export type EsitoPrescrizione = "RISPETTATA" | "IN_PARTE" | "NON_RISPETTATA" | "SUPERATA";
export type EsitoSn = "SVOLTO" | "ANNULLATO_INCONTRANTE" | "ANNULLATO_ACCOMPAGNANTE" | "ANNULLATO_SERVIZIO" | "ANNULLATO_MINORE" | "SOSPESO";
export type Euro = number;
export type Event = "receipt" | "pec_delivery" | "protocol" | "notification" | "decree" | "placement" | "pm_receipt" | "pm_request" | "hearing" | "filing" | "last_report" | "first_meeting" | "start" | "school_year" | "dsu" | "issue" | "expiry" | "activation" | "last_review" | "request" | "end_of_month" | "semester" | "period" | "birth";
export type Every = { 
/**
 * How many, from 1.
 */
n: number, 
/**
 * Of what.
 */
unit: Unit, };
export type ExportBoard = { 
/**
 * What is on the screen.
 */
ask: AskBoard, 
/**
 * The codes of the cases in place of the names and ages.
 */
by_code: boolean, 
/**
 * The words.
 */
words: BoardWords, };
export type ExportWords = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The headings.
 */
headings: Array<string>, };
export type FailedLine = { 
/**
 * The line.
 */
line: number, 
/**
 * Why.
 */
error: ErrorAnswer, };
export type Fase = { 
/**
 * Of which case.
 */
case?: CaseId | null, 
/**
 * Of which episode.
 */
episode?: EpisodeId | null, 
/**
 * Which phase.
 */
phase?: CodiceFase | null, 
/**
 * Its first day, where the states of the case do not tell it.
 */
starts?: CivilDate | null, 
/**
 * Its last day, likewise.
 */
ends?: CivilDate | null, 
/**
 * Where it stands, likewise.
 */
state?: StatoFase | null, 
/**
 * How it ended (codice esito), of the list that the office loaded.
 */
outcome?: Coded | null, 
/**
 * Annotazioni.
 */
notes?: string | null, 
/**
 * Who answers for it, where not who answers for the case.
 */
responsible?: OperatorId | null, };
export type FaseSn = "SEGNALAZIONE" | "PRESENTAZIONE" | "ASSEGNAZIONE" | "INVIO_GENITORI" | "COLLOQUI" | "AMBIENTAMENTO" | "INCONTRI" | "RELAZIONE" | "RESTITUZIONE_SERVIZIO" | "RESTITUZIONE_FAMIGLIA" | "DIMISSIONE";
export type FaseView = { 
/**
 * Which.
 */
phase: CodiceFase, 
/**
 * Where it stands.
 */
state: StatoFase, 
/**
 * Its first day.
 */
starts: PartialDate | null, 
/**
 * Its last day.
 */
ends: PartialDate | null, 
/**
 * Who answers for it.
 */
responsible: OperatorId | null, 
/**
 * How it ended.
 */
outcome: Coded | null, 
/**
 * Annotazioni.
 */
notes: string | null, 
/**
 * Its data, in the order of the specification.
 */
data: Array<Datum>, };
export type FaseVista = { 
/**
 * Which.
 */
fase: FaseSn, 
/**
 * How often; some come again and again.
 */
times: number, 
/**
 * The last day on which it was made.
 */
last: CivilDate | null, };
export type FatturaCom = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The placement.
 */
collocamento?: RecordId | null, 
/**
 * First day billed.
 */
from?: CivilDate | null, 
/**
 * Last day billed.
 */
until?: CivilDate | null, 
/**
 * Its number.
 */
number?: string | null, 
/**
 * The day on which it came in.
 */
on?: CivilDate | null, 
/**
 * Days, as the bill has them.
 */
days?: number | null, 
/**
 * Total with IVA, as the bill has it.
 */
amount?: Euro | null, 
/**
 * In words.
 */
note?: string | null, };
export type Fatturazione = "MENSILE" | "TRIMESTRALE";
export type Figure = { 
/**
 * The person; none for a school, an office, a parish.
 */
person: PersonId | null, 
/**
 * What tells it apart in its picture.
 */
key: string, 
/**
 * Its middle, from the left.
 */
x: number, 
/**
 * Its middle, from the top.
 */
y: number, 
/**
 * Its own strokes.
 */
strokes: Array<Stroke>, 
/**
 * Its texts.
 */
texts: Array<Text>, };
export type FileContent = { 
/**
 * What it is.
 */
media?: Media | null, 
/**
 * Its media type.
 */
mime: string, 
/**
 * What it is called, else its name.
 */
title: string, 
/**
 * Its bytes in base64.
 */
content: string, };
export type FileHere = "here" | "elsewhere" | "missing";
export type FileHit = { 
/**
 * The file.
 */
id: RecordId, 
/**
 * The case in whose file it stands.
 */
case: CaseId | null, 
/**
 * Whose case it is.
 */
name: string | null, 
/**
 * What is in it.
 */
media: Media | null, 
/**
 * The day that the paper bears.
 */
dated: CivilDate | null, 
/**
 * When it was attached.
 */
at: Instant | null, 
/**
 * What it is called, with what was looked for marked; empty for a reserved one, which says it when it is opened.
 */
pieces: Array<Piece>, 
/**
 * It hangs on what fewer people may read.
 */
reserved: boolean, };
export type FileInfo = { 
/**
 * The file.
 */
case: CaseId, 
/**
 * Its service.
 */
service: Service, 
/**
 * The level at which its entries start.
 */
level: Confidentiality, 
/**
 * She may write in it.
 */
writable: boolean, 
/**
 * Files of brothers and sisters that she may write in too.
 */
siblings: Array<Sibling>, 
/**
 * What the files are called.
 */
names: { [key in string]: Name }, };
export type FileRef = { 
/**
 * The file.
 */
id: RecordId, };
export type FileView = { 
/**
 * The file.
 */
id: RecordId, 
/**
 * What it hangs on.
 */
on?: AttachedTo | null, 
/**
 * Its name, as it was given; none of one that was taken off by somebody else.
 */
name?: string | null, 
/**
 * What it is called.
 */
title?: string | null, 
/**
 * What is in it.
 */
media?: Media | null, 
/**
 * Its size in bytes.
 */
size?: number | null, 
/**
 * What it is for.
 */
purpose: Purpose, 
/**
 * The day that the paper bears.
 */
dated?: CivilDate | null, 
/**
 * Why it was taken.
 */
reason?: string | null, 
/**
 * Who attached it.
 */
by?: OperatorId | null, 
/**
 * When.
 */
at?: Instant | null, 
/**
 * It was taken off.
 */
removed?: Removed | null, 
/**
 * Where its bytes are.
 */
here: FileHere, 
/**
 * She may take it off.
 */
may_remove: boolean, };
export type Files = { 
/**
 * The files.
 */
cases: Array<CaseId>, };
export type FilesOf = { 
/**
 * The files.
 */
files: Array<FileView>, 
/**
 * The records on which she may hang one, of those that have some.
 */
writable: Array<RecordId>, 
/**
 * What those who attached them are called.
 */
names: { [key in string]: Name }, };
export type FilesPage = { 
/**
 * Whose case it is.
 */
label: string, 
/**
 * The files.
 */
all: FilesOf, 
/**
 * What they hang on.
 */
hang: { [key in RecordId]: HangsOn }, 
/**
 * There are notes that she may not read: what hangs on them is not here.
 */
withheld: boolean, };
export type Find = { 
/**
 * What was typed.
 */
text: string, 
/**
 * The typing has come to rest, or a hit is being opened: the search goes into the audit.
 */
settled: boolean, 
/**
 * Hits of each sort at most; 8 when not said.
 */
limit?: number | null, };
export type FindOffice = { 
/**
 * As typed.
 */
address: string, };
export type FindingCode = "no_name" | "identifier_malformed" | "identifier_twice" | "identifier_expired" | "cf_surname" | "cf_name" | "cf_birth" | "cf_sex" | "cf_birthplace" | "cf_omocodia_inps" | "name_too_long_for_inps" | "birth_in_future" | "death_before_birth" | "death_in_future" | "birthplace_unknown" | "citizenships_over_two" | "period_reversed" | "permit_expired" | "permit_expiring" | "msna_of_age";
export type Fine = { 
/**
 * Its last day.
 */
on: CivilDate, 
/**
 * By what.
 */
how: Cessazione, 
/**
 * By which order, where it is in the file.
 */
by?: RecordId | null, 
/**
 * In words.
 */
note?: string | null, };
export type FinePenale = { 
/**
 * On which day.
 */
on: CivilDate, 
/**
 * How.
 */
how: EsitoPenale, 
/**
 * By which paper, in words.
 */
note?: string | null, };
export type FineSn = { 
/**
 * The day of the discharge.
 */
on: CivilDate, 
/**
 * Why, of [`super::MOTIVI_FINE_SN`].
 */
reason?: Coded | null, 
/**
 * In words: what was agreed with the service that sent.
 */
note?: string | null, };
export type Firmata = { 
/**
 * When.
 */
at: Instant, 
/**
 * What was signed, in this file.
 */
record: RecordId, };
export type Fonte = "giudice" | "interno";
export type Force = "law" | "other_actor" | "judge" | "kpi" | "practice" | "school" | "contract" | "plan";
export type FoundOffice = { 
/**
 * Host and port.
 */
address: string, 
/**
 * SHA-256 of its certificate in hexadecimal, to compare; empty where a public authority vouches for it.
 */
certificate: string, };
export type Gap = { "gap": "answer", 
/**
 * Its key.
 */
key: string, } | { "gap": "order_date" } | { "gap": "order_authority" } | { "gap": "order_kind" } | { "gap": "first_referral" } | { "gap": "birth" };
export type GenogramPicture = { 
/**
 * Whom it is about.
 */
about: PersonId, 
/**
 * The day.
 */
on: CivilDate, 
/**
 * What is drawn.
 */
drawing: Drawing, 
/**
 * Everybody in it.
 */
people: Array<PersonCard>, 
/**
 * What joins them, to be read: first her own ties.
 */
ties: Array<TieLine>, 
/**
 * Who lives with her.
 */
together: Array<PersonId>, };
export type Goal = { 
/**
 * Of which plan.
 */
plan?: RecordId | null, 
/**
 * Of which case.
 */
case?: CaseId | null, 
/**
 * In what time.
 */
term: GoalTerm, 
/**
 * What is to be reached.
 */
text?: string | null, 
/**
 * By what it is seen (indicatore di esito).
 */
indicator?: string | null, 
/**
 * How it came out: 1 no, 2 partly, 3 yes.
 */
outcome?: Coded | null, 
/**
 * When that was said.
 */
outcome_on?: CivilDate | null, };
export type GoalInput = { 
/**
 * The record; none for a new one.
 */
id?: RecordId | null, 
/**
 * The goal; its plan and outcome are not said here.
 */
goal: Goal, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type GoalOutcome = { 
/**
 * The goal.
 */
goal: RecordId, 
/**
 * 1 no, 2 partly, 3 yes.
 */
outcome: Coded, };
export type GoalTerm = "short" | "middle" | "long";
export type HangsOn = { "is": "entry", 
/**
 * The day of the event.
 */
on: CivilDate, 
/**
 * What sort.
 */
kind?: EntryKind | null, } | { "is": "order", 
/**
 * What it is.
 */
kind?: Coded | null, 
/**
 * Its number.
 */
number?: string | null, 
/**
 * The day that it bears.
 */
on?: CivilDate | null, } | { "is": "report", 
/**
 * What it is.
 */
kind?: Coded | null, 
/**
 * The last day that it tells of.
 */
to?: CivilDate | null, } | { "is": "other" };
export type Heading = "reason" | "present" | "reported" | "observed" | "agreements" | "next_step" | "setting" | "child" | "caller" | "subject" | "cases" | "decisions" | "who_does_what" | "welcome" | "encounter" | "farewell" | "critical_events" | "remarks";
export type HeldView = { 
/**
 * What a decision names.
 */
key: string, 
/**
 * Who wrote it.
 */
author: OperatorId, 
/**
 * When it was written, by the author's clock as far as the office believes it.
 */
at?: Instant | null, 
/**
 * The case or person it is about.
 */
subject?: RecordId | null, 
/**
 * Why it is held.
 */
reason: RefusedReason, 
/**
 * What was written; none where it cannot be read here.
 */
parts: Array<RefusedPart>, 
/**
 * What author and subject are called.
 */
names: { [key in string]: Name }, };
export type Hits = { 
/**
 * People.
 */
people: Array<PersonHit>, 
/**
 * Cases of those people.
 */
cases: Array<CaseHit>, 
/**
 * Entries, the newest first.
 */
diary: Array<DiaryHit>, 
/**
 * Files, the last attached first.
 */
files: Array<FileHit>, };
export type Holiday = "new_year" | "epiphany" | "easter" | "easter_monday" | "liberation" | "labour" | "republic" | "assumption" | "san_francesco" | "all_saints" | "immaculate" | "christmas" | "santo_stefano" | "patron";
export type Household = { 
/**
 * By which rule.
 */
kind?: HouseholdKind | null, 
/**
 * A name to tell it by, if wanted.
 */
label?: string | null, 
/**
 * Its members, past ones included.
 */
members: Array<Member>, 
/**
 * Anything else.
 */
note?: string | null, };
export type HouseholdKind = "ANAGRAFICO" | "DI_FATTO" | "ISEE";
export type HouseholdView = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * By which rule.
 */
kind: HouseholdKind | null, 
/**
 * A name to tell it by.
 */
label: string | null, 
/**
 * Anything else.
 */
note: string | null, 
/**
 * Its members: those of today first, holder first.
 */
members: Array<MemberView>, 
/**
 * Give back when saving.
 */
seen: Array<string>, 
/**
 * Two people wrote it without seeing each other.
 */
clashed: boolean, };
export type Identifier = { 
/**
 * Which code.
 */
kind: IdentifierKind, 
/**
 * The code, normalised: capitals and digits without spaces. Empty for "none".
 */
value: string, 
/**
 * Its days; an STP's last day is its expiry.
 */
period: Period, };
export type IdentifierKind = "CF" | "CF_PROVVISORIO" | "STP" | "ENI" | "TEAM" | "NESSUNO";
export type ImportChoice = { "is": "new" } | { "is": "known", 
/**
 * Who.
 */
person: PersonId, } | { "is": "skip" };
export type ImportColumn = { 
/**
 * Its heading.
 */
heading: ImportHeading, 
/**
 * Its letters, as a spreadsheet shows them.
 */
letters: string, 
/**
 * Its first values.
 */
samples: Array<string>, };
export type ImportDecision = { 
/**
 * The line.
 */
line: number, 
/**
 * What.
 */
choice: ImportChoice, };
export type ImportEncoding = "utf8" | "windows1252" | "utf16" | "mixed";
export type ImportField = "surname" | "given_name" | "full_name" | "alias" | "codice_fiscale" | "gender" | "birth_date" | "birth_place" | "citizenship" | "street" | "house_number" | "cap" | "comune" | "province" | "phone" | "email" | "service" | "case_number" | "referred_on" | "opened_on" | "closed_on" | "state" | "operator" | "comune_in_charge" | "school" | "school_class" | "notes";
export type ImportFinding = { 
/**
 * The line of the file (CSV: the physical line, XLSX: the row), from 1; 0 when it concerns the whole file.
 */
line: number, 
/**
 * The column from 0, when it concerns one cell.
 */
column: number | null, 
/**
 * Whether the line is taken.
 */
severity: ImportSeverity, 
/**
 * What was found.
 */
code: ImportFindingCode, };
export type ImportFindingCode = "read_as_windows1252" | "mixed_encoding" | "maybe_dos_encoding" | "spoilt_accents" | "title_skipped" | "no_headings" | "duplicate_heading" | "missing_heading" | "other_sheets" | "merged_cells" | "extra_cells" | "missing_cells" | "stray_quote" | "cell_too_long" | "formula" | "formula_without_value" | "spreadsheet_error" | "control_characters" | "no_name" | "name_split" | "date_unreadable" | "date_not_in_calendar" | "date_month_first" | "date_two_digit_year" | "date_in_future" | "date_too_old" | "date_partial" | "codice_fiscale_wrong" | "codice_fiscale_disagrees" | "filled_from_codice_fiscale" | "place_unknown" | "citizenship_unknown" | "gender_unreadable" | "email_unreadable" | "phone_unreadable" | "leading_zero_restored" | "cap_unreadable" | "service_unknown" | "state_unknown" | "closed_before_opened" | "opening_date_missing" | "text_too_long" | "operator_unknown" | "case_already_open" | "repeated_in_file" | "repeated_line";
export type ImportHeading = { 
/**
 * The column, from 0.
 */
column: number, 
/**
 * Its text; empty where the column has none.
 */
text: string, };
export type ImportId = string;
export type ImportPreview = { 
/**
 * Lines judged so far.
 */
done: number, 
/**
 * Lines in all.
 */
total: number, 
/**
 * What the lines judged so far amount to.
 */
totals: ImportTotals, 
/**
 * The lines of this page.
 */
lines: Array<LineReport>, 
/**
 * With the last page: names of services that nobody knows, once each, at most 50.
 */
unknown_services: Array<string>, };
export type ImportProgress = { 
/**
 * Which.
 */
id: ImportId, 
/**
 * Lines that are in the archive.
 */
done: number, 
/**
 * Lines to take.
 */
total: number, 
/**
 * Nothing is left to write.
 */
finished: boolean, 
/**
 * Lines of this group that could not be written.
 */
failed: Array<FailedLine>, };
export type ImportRef = { 
/**
 * Its id.
 */
id: ImportId, };
export type ImportSeparator = "semicolon" | "comma" | "tab" | "bar";
export type ImportSeverity = "warning" | "error";
export type ImportSource = { "format": "csv", 
/**
 * How its bytes were read.
 */
encoding: ImportEncoding, 
/**
 * What stands between its cells.
 */
separator: ImportSeparator, } | { "format": "xlsx", 
/**
 * The sheet that was read.
 */
sheet: string, 
/**
 * All its sheets with content, in their order.
 */
sheets: Array<string>, };
export type ImportState = { "is": "running" } | { "is": "done", 
/**
 * When.
 */
at: Instant, } | { "is": "undone", 
/**
 * When.
 */
at: Instant, 
/**
 * Records that stay.
 */
kept: number, };
export type ImportSummary = { 
/**
 * Its id.
 */
id: ImportId, 
/**
 * The file as the user knows it.
 */
file_name: string, 
/**
 * When it began.
 */
started_at: Instant, 
/**
 * Where it stands.
 */
state: ImportState, 
/**
 * Lines to take.
 */
lines: number, 
/**
 * Lines that are there.
 */
done: number, };
export type ImportTotals = { 
/**
 * People who come new.
 */
new_people: number, 
/**
 * Lines whose person is in the archive, or on an earlier line.
 */
known_people: number, 
/**
 * Cases that are opened.
 */
cases: number, 
/**
 * Lines that wait for a decision.
 */
undecided: number, 
/**
 * Lines with nothing to do.
 */
nothing_to_do: number, 
/**
 * Lines left out by the user.
 */
skipped: number, 
/**
 * Lines kept out by an error.
 */
refused: number, 
/**
 * Lines taken with something to look at.
 */
warnings: number, };
export type ImportTwin = { 
/**
 * Who; absent where this operator may only know that there is somebody.
 */
card: PersonCard | null, 
/**
 * How sure it is.
 */
certainty: Certainty, 
/**
 * Why.
 */
reasons: Array<Reason>, };
export type IncludeEntries = { 
/**
 * The report.
 */
report: RecordId, 
/**
 * The entries.
 */
entries: Array<EntryId>, };
export type Included = { 
/**
 * Entries of which at least one paragraph went in.
 */
taken: number, 
/**
 * Entries of which nothing did: without a category, or already there.
 */
left: number, };
export type IncontroSn = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The path.
 */
percorso?: RecordId | null, 
/**
 * When.
 */
slot?: Slot | null, 
/**
 * Where.
 */
venue?: string | null, 
/**
 * Who watches: one operator or two.
 */
operators: Array<OperatorId>, 
/**
 * Who meets the minor.
 */
visitor?: string | null, 
/**
 * Who accompanies the minor.
 */
companion?: string | null, 
/**
 * How it is watched, of [`super::MODALITA_SN`].
 */
mode?: Coded | null, 
/**
 * What became of it; still to come without.
 */
outcome?: EsitoSn | null, 
/**
 * Minutes that the visitor came late.
 */
delay?: number | null, 
/**
 * Something grave happened; what, says the entry.
 */
critical?: boolean | null, 
/**
 * Why it did not take place, what to remember for it.
 */
note?: string | null, 
/**
 * The act of the diary that tells of it.
 */
act?: ActId | null, 
/**
 * The meeting as such: the same in the paths of brothers and sisters who have it together.
 */
together?: ActId | null, };
export type Instant = string;
export type Invio = { 
/**
 * Day.
 */
on: CivilDate, 
/**
 * By what means.
 */
means?: Mezzo | null, };
export type InvolvePeople = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * All people involved from now on, beside the one whose case it is.
 */
involved: Array<PersonId>, 
/**
 * Of these, those whose hidden addresses and phones the case works with.
 */
protected: Array<PersonId>, };
export type JoinForm = { 
/**
 * Host and port, as found.
 */
address: string, 
/**
 * The certificate that she compared.
 */
certificate: string, 
/**
 * The one-time code as typed.
 */
code: string, 
/**
 * What the laptop is called at the office.
 */
label: string, };
export type Joined = { 
/**
 * What it is called.
 */
name: string, };
export type KeptLine = { 
/**
 * The line of the file.
 */
line: number, 
/**
 * Its person.
 */
person: PersonId | null, 
/**
 * What the person is called.
 */
name: string, 
/**
 * Why it stays.
 */
why: WhyKept, };
export type LeapBirth = "first_of_march" | "last_of_february";
export type LeaveMessage = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * What it says.
 */
text: string, 
/**
 * Who called or came.
 */
caller?: string | null, 
/**
 * The number to call back.
 */
phone?: string | null, };
export type LegameRelazione = "MINORE" | "MADRE" | "PADRE" | "CONVIVENTE" | "PERSONA";
export type Length = { "unit": "hours", "count": number } | { "unit": "days", "count": number } | { "unit": "working_days", "count": number } | { "unit": "months", "count": number } | { "unit": "birthday", "count": number } | { "unit": "yearly", "count": { 
/**
 * 1 to 12.
 */
month: number, 
/**
 * Day of the month; past its end its last.
 */
day: number, } } | { "unit": "monthly_on", "count": { 
/**
 * Months after that of the start.
 */
months: number, 
/**
 * Day of the month; past its end its last.
 */
day: number, } };
export type LevelReaders = { 
/**
 * The level.
 */
level: Confidentiality, 
/**
 * Whoever works in the service, later too.
 */
whole_service: boolean, 
/**
 * Names of those of today's staff.
 */
names: Array<string>, };
export type LineFate = { "is": "new" } | { "is": "known", 
/**
 * Who.
 */
person: PersonId, } | { "is": "same_as", 
/**
 * The line.
 */
line: number, } | { "is": "undecided" } | { "is": "nothing_to_do" } | { "is": "skipped" } | { "is": "refused" };
export type LineReport = { 
/**
 * The line of the file.
 */
line: number, 
/**
 * Surname and name as read.
 */
name: string, 
/**
 * Birth as read.
 */
birth: PartialDate | null, 
/**
 * The service of its case, if one is opened.
 */
service: Service | null, 
/**
 * The state in which the case enters.
 */
state: StateName | null, 
/**
 * What becomes of it.
 */
fate: LineFate, 
/**
 * What there is to say.
 */
findings: Array<ImportFinding>, 
/**
 * Who looks like its person.
 */
twins: Array<ImportTwin>, };
export type ListClasses = { 
/**
 * Of which school.
 */
school: SchoolId, 
/**
 * The calendar year in which the school year starts; the present one without.
 */
year: number | null, };
export type ListEntries = { 
/**
 * The case; without, the activities of groups, classes and schools.
 */
case?: CaseId | null, 
/**
 * Only of these kinds; any when empty.
 */
kinds?: Array<EntryKind>, 
/**
 * Only with a paragraph of this category (`observed`, `documented`, ... , `none`).
 */
category?: string | null, 
/**
 * Only by this author.
 */
author?: OperatorId | null, 
/**
 * From this day.
 */
from?: CivilDate | null, 
/**
 * To this day, included.
 */
to?: CivilDate | null, 
/**
 * Where the last page ended.
 */
after?: string | null, };
export type ListPeople = { 
/**
 * Names in any order, part of a code, a phone; empty for all.
 */
filter: string, 
/**
 * Where the page before ended.
 */
after: ListedAfter | null, };
export type ListPupils = { 
/**
 * Of which school.
 */
school: SchoolId, 
/**
 * Of which class; of all without.
 */
class: ClassId | null, 
/**
 * The calendar year in which the school year starts; the present one without.
 */
year: number | null, };
export type ListedAfter = { 
/**
 * The name it is sorted by.
 */
sort_name: string, 
/**
 * Its person.
 */
id: PersonId, };
export type LoadList = { 
/**
 * Which.
 */
list: string, 
/**
 * Its version, as its source names it.
 */
version: string, 
/**
 * Where it comes from: act, document, mail.
 */
source: string, 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Its bytes in base64: a table (CSV or XLSX), the code in the first column, its words in the second.
 */
content: string, };
export type Location = { 
/**
 * No fixed home (senza fissa dimora): only the comune matters.
 */
homeless: boolean, 
/**
 * Street.
 */
street?: string | null, 
/**
 * House number.
 */
number?: string | null, 
/**
 * CAP.
 */
postal_code?: string | null, 
/**
 * Belfiore code of the comune, or of the foreign state.
 */
place?: string | null, 
/**
 * The town in words, where the code says only the state; or a fraction of the comune.
 */
town?: string | null, 
/**
 * Care of whom ("presso").
 */
care_of?: string | null, };
export type MadeSubstitution = { 
/**
 * The substitution.
 */
id: RecordId, 
/**
 * In how many cases.
 */
cases: number, 
/**
 * How many more she works on that the operator may not assign.
 */
left_out: number, };
export type MakeSubstitution = { 
/**
 * Who is away.
 */
absent: OperatorId, 
/**
 * Who stands in.
 */
substitute: OperatorId, 
/**
 * First day.
 */
from: CivilDate, 
/**
 * Last day, included.
 */
to: CivilDate, 
/**
 * In these cases; in all of hers without.
 */
cases?: Array<CaseId> | null, };
export type MandateView = { 
/**
 * The mandate.
 */
mandate: Shown<Mandato>, 
/**
 * How its term is counted.
 */
counted: Counted, 
/**
 * The last day.
 */
due: CivilDate | null, 
/**
 * The entries that answer it, the oldest first.
 */
answers: Array<AnswerView>, };
export type Mandato = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The mandate as such: the same in the files of all its minors; a report counts once by act.
 */
act?: ActId | null, 
/**
 * The order, as this file knows it.
 */
provvedimento?: RecordId | null, 
/**
 * What is asked, of [`ATTIVITA`].
 */
activity?: Coded | null, 
/**
 * In the words of the order.
 */
words?: string | null, 
/**
 * Of which service.
 */
addressee?: string | null, 
/**
 * By when.
 */
term: Termine, 
/**
 * How often a report is due after the first, in months.
 */
every_months?: number | null, 
/**
 * From which date of the order the term runs.
 */
from?: Decorrenza | null, 
/**
 * Where it stands for this minor: each can leave it without the others.
 */
state: StatoMandato, 
/**
 * The diary entries that answer it.
 */
answers: Array<EntryId>, 
/**
 * Who carries it out.
 */
operator?: OperatorId | null, 
/**
 * What kind of authority asks, as the order has it.
 */
authority?: TipoAutorita | null, 
/**
 * The day of the order that the term runs from, as the order has it; verbs that change one change the other.
 */
starts_on?: CivilDate | null, 
/**
 * The days on which the reports that it asks for again and again were sent, the first first: each starts the next term.
 */
reports: Array<CivilDate>, };
export type MandatoRicevuto = { 
/**
 * Name of the authority.
 */
authority?: string | null, 
/**
 * What kind it is.
 */
authority_kind?: TipoAutorita | null, 
/**
 * Number of the order.
 */
number?: string | null, 
/**
 * Day of the order.
 */
issued_on?: CivilDate | null, 
/**
 * Day on which it came to the service.
 */
received_on?: CivilDate | null, 
/**
 * What is asked.
 */
activity?: Coded | null, 
/**
 * In the words of the order.
 */
words?: string | null, 
/**
 * By when, as the order says it.
 */
term: Termine, 
/**
 * The last day.
 */
due?: CivilDate | null, };
export type MaritalStatus = "CELIBE_NUBILE" | "CONIUGATO" | "SEPARATO" | "DIVORZIATO" | "VEDOVO" | "UNITO_CIVILMENTE" | "UNIONE_CIVILE_SCIOLTA" | "VEDOVO_UNIONE_CIVILE" | "NON_RILEVATO";
export type MeasureView = { 
/**
 * The measure.
 */
measure: Shown<Misura403>, 
/**
 * Its clocks, in the order of the law.
 */
clocks: Array<Orologio>, 
/**
 * The steps that were made, the first first.
 */
steps: Array<Shown<Passo403>>, 
/**
 * The cases in whose files it stands, as far as they are here.
 */
cases: Array<CaseId>, };
export type Media = "pdf" | "png" | "jpeg" | "webp" | "p7m";
export type MeetingRef = { 
/**
 * The meeting.
 */
id: RecordId, };
export type MeetingView = { 
/**
 * The meeting.
 */
meeting: Shown<IncontroSn>, 
/**
 * Its entry in this file; none before it is signed, and for who may not see the diary.
 */
entry: EntryId | null, 
/**
 * The paths of brothers and sisters who have it together, as far as she may read their cases.
 */
with: Array<SnSibling>, };
export type Member = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The days of the stay.
 */
period: Period, 
/**
 * Living there, or belonging without living there.
 */
group: MemberGroup, 
/**
 * Intestatario of the scheda di famiglia.
 */
holder: boolean, };
export type MemberGroup = "CONVIVENTE" | "ALTRO_FAMILIARE" | "AMICALE";
export type MemberView = { 
/**
 * The record of the member as written; may be a double of the card's.
 */
person: PersonId, 
/**
 * Who.
 */
card: PersonCard, 
/**
 * The days of the stay.
 */
period: Period, 
/**
 * Living there, or belonging without living there.
 */
group: MemberGroup, 
/**
 * Intestatario.
 */
holder: boolean, 
/**
 * A member today.
 */
current: boolean, };
export type MergePeople = { 
/**
 * The record that shall stand for both.
 */
kept: PersonId, 
/**
 * The double.
 */
absorbed: PersonId, 
/**
 * Why.
 */
reason: string | null, };
export type MergeView = { 
/**
 * The merge, to undo it.
 */
id: RecordId, 
/**
 * The record that was absorbed.
 */
absorbed: PersonId, 
/**
 * What it says: "Cognome Nome".
 */
name: string, 
/**
 * Its birth.
 */
birth: PartialDate | null, 
/**
 * Its codes.
 */
codes: Array<string>, 
/**
 * Who joined them.
 */
by: OperatorId, 
/**
 * When.
 */
at: Instant | null, 
/**
 * Why.
 */
reason: string | null, };
export type MessageView = { 
/**
 * Its id.
 */
id: string, 
/**
 * On which case.
 */
case: CaseId, 
/**
 * Whose case, in words.
 */
about: string, 
/**
 * Who left it.
 */
by: string, 
/**
 * When.
 */
at: Instant | null, 
/**
 * What it says.
 */
text: string, 
/**
 * Who called or came.
 */
caller: string | null, 
/**
 * The number to call back.
 */
phone: string | null, 
/**
 * Read and settled.
 */
settled: Settled | null, };
export type Mezzo = "TELEFONO" | "PEC" | "FAX" | "A_MANO" | "MAIL" | "ALTRO";
export type Misura403 = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The measure as such.
 */
act?: ActId | null, 
/**
 * When the minor was put in safety: the 24 hours start here.
 */
placed?: Momento | null, 
/**
 * Who took it.
 */
authority?: PubblicaAutorita | null, 
/**
 * Name and office of who decided.
 */
decided_by?: string | null, 
/**
 * Why at once: what the minor is exposed to.
 */
reasons?: string | null, 
/**
 * Where the minor is.
 */
place?: string | null, 
/**
 * The prosecutor at the juvenile court.
 */
procura?: string | null, 
/**
 * Lines of the checklist that are done.
 */
checked: Array<string>, 
/**
 * Closed by a person, never by itself.
 */
closed?: Chiusura403 | null, 
/**
 * Who recorded it.
 */
recorded_by?: OperatorId | null, 
/**
 * When.
 */
recorded_at?: Instant | null, };
export type MisuraPenale = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The measure as such; the same in the files of minors who answer for one fact together.
 */
act?: ActId | null, 
/**
 * The order, as this file knows it.
 */
provvedimento?: RecordId | null, 
/**
 * What it is.
 */
kind?: TipoMisuraPenale | null, 
/**
 * By which authority.
 */
autorita?: string | null, 
/**
 * Number of the proceeding, as on the papers.
 */
number?: string | null, 
/**
 * Who follows the minor at the USSM.
 */
ussm?: Difensore | null, 
/**
 * The project.
 */
activities: Array<AttivitaPenale>, 
/**
 * The day on which the service was asked to take part.
 */
asked_on?: CivilDate | null, 
/**
 * The first day; the test begins.
 */
from?: CivilDate | null, 
/**
 * The last day, as the order says.
 */
until?: CivilDate | null, 
/**
 * How often it is looked at, in months, where the project says it.
 */
review_months?: number | null, 
/**
 * When it was looked at, the first first.
 */
reviews: Array<VerificaPenale>, 
/**
 * It is over.
 */
ended?: FinePenale | null, 
/**
 * What else there is to know.
 */
note?: string | null, };
export type Momento = { 
/**
 * The moment.
 */
at: Instant, 
/**
 * The day, as the clocks in Italy had it.
 */
on: CivilDate, 
/**
 * The minute, as the clocks in Italy had it.
 */
time: ClockTime, };
export type MoneyView = { 
/**
 * Its daily rates, the last that begins first.
 */
rates: Array<Shown<Retta>>, 
/**
 * Its bills, the last first.
 */
bills: Array<BillView>, 
/**
 * The days of which a bill comes next, with what they should come to.
 */
next_bill: CostoPeriodo | null, 
/**
 * From the entry to today, or to the discharge.
 */
so_far: CostoPeriodo | null, 
/**
 * The budget sheets that were signed, the last first.
 */
sheets: Array<SheetView>, };
export type MonthCount = { 
/**
 * "2026-04".
 */
month: string, 
/**
 * How many.
 */
notes: number, };
export type MonthDay = string;
export type MotivoAssenza = "RIENTRO_FAMIGLIA" | "RICOVERO" | "VACANZA" | "ALLONTANAMENTO" | "ALTRO";
export type Move = { "move": "assign" } | { "move": "assess" } | { "move": "take_in_charge" } | { "move": "start_plan" } | { "move": "monitor" } | { "move": "suspend", 
/**
 * Until, as foreseen.
 */
until: CivilDate | null, 
/**
 * Why.
 */
reason: Coded | null, } | { "move": "resume" } | { "move": "transfer", 
/**
 * Body or comune of destination.
 */
to: string | null, 
/**
 * The record of the handover.
 */
handover: Paper | null, } | { "move": "decline", 
/**
 * Why.
 */
reason: Coded | null, 
/**
 * Where the person was sent instead.
 */
sent_to: string | null, } | { "move": "close", 
/**
 * Why (motivo di chiusura).
 */
reason: Coded | null, 
/**
 * How the person lives (situazione alla chiusura).
 */
situation: Coded | null, 
/**
 * The final report.
 */
final_report: Paper | null, };
export type MoveCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The move; closing is a verb of its own.
 */
step: Move, 
/**
 * On which day; today without.
 */
on?: CivilDate | null, 
/**
 * Why, in words.
 */
reason?: string | null, };
export type MoveReport = { 
/**
 * The report.
 */
report: RecordId, 
/**
 * The step.
 */
move: ReportMove, };
export type MyReport = { 
/**
 * Its card.
 */
report: RecordId, 
/**
 * The file in which it is written.
 */
case: CaseId, 
/**
 * What kind.
 */
kind: Coded | null, 
/**
 * Where it stands.
 */
state: StatoRelazione, 
/**
 * What it waits for.
 */
waits: ReportWaits, 
/**
 * By when it is due.
 */
due: CivilDate | null, };
export type MyReports = { 
/**
 * The earliest due first.
 */
reports: Array<MyReport>, 
/**
 * What the cases are called.
 */
names: { [key in string]: Name }, };
export type Name = { 
/**
 * Surname and name; of a case, those of its person; of a school its name, of a class "3B".
 */
name: string, 
/**
 * For a case, the code of its service.
 */
service: string | null, };
export type Named = { 
/**
 * Her id.
 */
id: PersonId, 
/**
 * Surname and name.
 */
name: string, };
export type NamedPerson = { 
/**
 * Surname.
 */
surname?: string | null, 
/**
 * Name.
 */
name?: string | null, 
/**
 * Birth, as far as said.
 */
birth?: PartialDate | null, 
/**
 * Phone.
 */
phone?: string | null, 
/**
 * Belfiore code of the comune where she lives.
 */
comune?: string | null, };
export type Natura = "DECRETO" | "DECRETO_PROVVISORIO" | "ORDINANZA" | "SENTENZA" | "NOTA";
export type NewAddress = { 
/**
 * The address; its person is the new one.
 */
address: Address, 
/**
 * Hidden (recapiti protetti).
 */
protected: boolean, };
export type NewContact = { 
/**
 * The contact; its person is the new one.
 */
contact: Contact, 
/**
 * Hidden (recapiti protetti).
 */
protected: boolean, };
export type NewFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * Its bytes in base64.
 */
content: string, 
/**
 * What it is called.
 */
title?: string | null, 
/**
 * What it is for.
 */
purpose?: Purpose | null, 
/**
 * The day that the paper bears.
 */
dated?: CivilDate | null, 
/**
 * Why it was taken; a photo needs one.
 */
reason?: string | null, };
export type NextAction = { 
/**
 * The file.
 */
case: CaseId | null, 
/**
 * The entry in which it was agreed.
 */
entry: EntryId | null, 
/**
 * The paragraph that holds the promise.
 */
segment: SegmentId | null, 
/**
 * The act in which it was agreed: one thing to do, though it stands in several files.
 */
act: ActId | null, 
/**
 * What is to be done.
 */
what: string, 
/**
 * The operator who sees to it.
 */
who: OperatorId | null, 
/**
 * Who promised it, when that is no operator.
 */
promised_by: string | null, 
/**
 * By when; of two dates the earlier counts.
 */
due: CivilDate | null, 
/**
 * Where it stands.
 */
state: ActionState, 
/**
 * Who wrote it.
 */
author: OperatorId, };
export type NotACodice = { "code": "length", 
/**
 * Characters found, without spaces.
 */
found: number, } | { "code": "character", 
/**
 * Which one.
 */
position: number, } | { "code": "date" } | { "code": "check_letter" };
export type NotHappened = { 
/**
 * The appointment.
 */
id: AppointmentId, 
/**
 * Who did not come, who called it off.
 */
outcome: Outcome, 
/**
 * Why, in words.
 */
note?: string | null, 
/**
 * Leave a signed line in the diary of its files.
 */
in_diary: boolean, };
export type Nothing = Record<symbol, never>;
export type ObiettivoConcluso = { 
/**
 * In what time it was to be reached.
 */
term: GoalTerm, 
/**
 * What was to be reached.
 */
text: string, 
/**
 * 1 no, 2 partly, 3 yes; nobody said without.
 */
outcome?: Coded | null, };
export type OfCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Events before this one; the newest when not said.
 */
before?: number | null, 
/**
 * One person's alone.
 */
operator?: OperatorId | null, 
/**
 * Reads alone, or writes alone.
 */
sort?: AccessSort | null, };
export type OfficeMay = { 
/**
 * See schools, their classes and pupils.
 */
schools: boolean, 
/**
 * Add and change schools and classes.
 */
write_schools: boolean, 
/**
 * Add and change members of staff.
 */
write_staff: boolean, 
/**
 * See the activities of groups, classes and schools.
 */
activities: boolean, 
/**
 * Write one.
 */
write_activities: boolean, 
/**
 * Bring in tables.
 */
import: boolean, 
/**
 * See the board of a service.
 */
board: boolean, 
/**
 * See the cards of the desk.
 */
desk: boolean, 
/**
 * Note one.
 */
write_desk: boolean, };
export type OfficeNow = { 
/**
 * The session that runs.
 */
running?: Progress | null, 
/**
 * Milliseconds until the next try by itself; none where none is planned.
 */
next_in_ms?: number | null, };
export type OfficeSession = { 
/**
 * When it began.
 */
began_at: Instant, 
/**
 * When it ended.
 */
ended_at: Instant, 
/**
 * Why it stopped before its end; none if it came to its end.
 */
trouble?: TroubleCode | null, 
/**
 * Own changes confirmed by the office, late ones included.
 */
confirmed: number, 
/**
 * Of those, accepted as late.
 */
late: number, 
/**
 * Own changes refused.
 */
refused: number, 
/**
 * Others' changes that came.
 */
came: number, 
/**
 * Scopes that came whole.
 */
entered: number, 
/**
 * Scopes that went: the right was lost.
 */
departed: number, 
/**
 * Both sides compared what they hold, and it is the same ("stessa impronta").
 */
same_print: boolean, };
export type OfficeSettings = { 
/**
 * Days after the event from which an entry bears the mark "registrata il".
 */
late_after_days: number, 
/**
 * Name and address above the office's papers, a line each.
 */
letterhead: string | null, 
/**
 * Days without a note from which the board calls a case silent.
 */
silent_after_days: number, 
/**
 * Cases of one responsible who works full time, from which the board marks her load.
 */
cases_per_fte: number, 
/**
 * Services whose cases are closed without a final report, in the order of the catalogue.
 */
closes_without_report: Array<Service>, 
/**
 * The operator may change them.
 */
writable: boolean, };
export type OfficeStatus = { 
/**
 * The office; none while the archive is its own.
 */
office?: OfficeView | null, 
/**
 * A session runs now.
 */
running: boolean, 
/**
 * The last session, whatever became of it.
 */
last?: OfficeSession | null, 
/**
 * The receipt: the last one in which the office confirmed or refused something of hers.
 */
receipt?: OfficeSession | null, 
/**
 * The last one that came to its end, whether it moved anything or not.
 */
last_finished?: OfficeSession | null, 
/**
 * What waits to go, the oldest first. Empty without an office: then nothing waits.
 */
waiting: Array<WaitingSubject>, 
/**
 * How many changes wait in all.
 */
waiting_changes: number, 
/**
 * How many refused changes nobody has settled.
 */
refused: number, 
/**
 * How many files that were attached here wait for the office.
 */
files_waiting: number, 
/**
 * How many files that were attached here cannot be found on this computer.
 */
files_missing: number, 
/**
 * How many records two people wrote without seeing each other.
 */
clashes: number, 
/**
 * How many scopes are still coming for the first time.
 */
arriving: number, 
/**
 * How far the office's clock is ahead of this laptop's, in milliseconds, if that is known to be too much.
 */
clock_off_ms: number | null, 
/**
 * What the cases and people that wait are called.
 */
names: { [key in string]: Name }, };
export type OfficeView = { 
/**
 * What it is called.
 */
name: string, 
/**
 * Where its server is: host and port.
 */
address: string, 
/**
 * SHA-256 of the server's certificate in hexadecimal; empty where a public authority vouches for it.
 */
certificate: string, 
/**
 * When the archive joined.
 */
joined_at: Instant, };
export type OneCase = { 
/**
 * Which.
 */
case: CaseId, };
export type OpenCase = { 
/**
 * For whom: one, or several brothers and sisters, each with a case of her own.
 */
people: Array<PersonId>, 
/**
 * In which service.
 */
service: Service, 
/**
 * How the office learnt of it.
 */
referral?: Referral | null, 
/**
 * Comune of residence and comune in charge.
 */
comuni?: Comuni | null, 
/**
 * Other people of the case.
 */
involved?: Array<PersonId>, 
/**
 * Of these, those whose hidden contacts the case works with.
 */
protected?: Array<PersonId>, 
/**
 * Who is responsible, if somebody is already.
 */
responsible?: OperatorId | null, 
/**
 * The psicologo of the pair.
 */
psychologist?: OperatorId | null, 
/**
 * Why it goes without a psicologo where a pair should work.
 */
without_psychologist?: Paper | null, 
/**
 * Since when they are assigned; today without.
 */
assigned_from?: CivilDate | null, 
/**
 * Already running: the real state, with its original date.
 */
running?: State | null, 
/**
 * Number of the paper file.
 */
paper_number?: string | null, };
export type OpenItem = { 
/**
 * What kind of thing.
 */
kind: OpenItemKind, 
/**
 * The record; of a deadline, the one that says it.
 */
id: RecordId, 
/**
 * What it is called, in its own words.
 */
what: string | null, 
/**
 * What kind of plan or mandate.
 */
coded: Coded | null, 
/**
 * Which deadline.
 */
term: DeadlineKey | null, 
/**
 * When it is due.
 */
due: CivilDate | null, };
export type OpenItemKind = "action" | "mandate" | "plan" | "measure" | "penal" | "placement" | "spazio_neutro" | "deadline";
export type OpenMeasure = { 
/**
 * In the files of these cases.
 */
cases: Array<CaseId>, 
/**
 * The measure; files and act are given here.
 */
measure: Misura403, };
export type OpenTable = { 
/**
 * The file's name.
 */
file_name: string, 
/**
 * Its bytes in base64; absent to read the file that lies open in another way.
 */
content?: string | null, 
/**
 * The sheet of a workbook.
 */
sheet?: string | null, 
/**
 * What stands between the cells of a text file.
 */
separator?: ImportSeparator | null, 
/**
 * The encoding of a text file.
 */
encoding?: ImportEncoding | null, 
/**
 * The line of the headings; 0 if there are none.
 */
heading_line?: number | null, };
export type Opened = { 
/**
 * One a person.
 */
cases: Array<CaseId>, };
export type OpenedTable = { 
/**
 * What it was read from, and how.
 */
source: ImportSource, 
/**
 * The line of the headings; 0 if there are none.
 */
heading_line: number, 
/**
 * Its columns.
 */
columns: Array<ImportColumn>, 
/**
 * How many lines it has.
 */
lines: number, 
/**
 * What there is to say about the whole file.
 */
findings: Array<ImportFinding>, 
/**
 * The fields suggested for its columns.
 */
mapping: ColumnMapping, 
/**
 * The suggestion is what was chosen the last time for these headings.
 */
remembered: boolean, 
/**
 * The same file was imported before.
 */
before: ImportSummary | null, };
export type OperatorCard = { 
/**
 * Her id.
 */
id: OperatorId, 
/**
 * Surname and name.
 */
label: string, 
/**
 * Works here today.
 */
active: boolean, 
/**
 * It is she whose archive this is.
 */
me: boolean, 
/**
 * Everything else.
 */
form: OperatorForm, 
/**
 * The writes that made the card: the form gives them back when it saves.
 */
seen: Array<string>, 
/**
 * Two people wrote it without seeing each other, and somebody still has to choose.
 */
clashed: boolean, };
export type OperatorForm = { 
/**
 * Surname.
 */
surname?: string | null, 
/**
 * Name.
 */
name?: string | null, 
/**
 * What she signs as.
 */
qualifica?: Role | null, 
/**
 * Further roles.
 */
further_roles?: Array<Role>, 
/**
 * Services in which she works.
 */
services?: Array<Service>, 
/**
 * Services that she coordinates.
 */
coordinates?: Array<Service>, 
/**
 * Comune for which an assistente sociale of a comune works (Belfiore code).
 */
comune?: string | null, 
/**
 * First day here.
 */
from?: CivilDate | null, 
/**
 * Last day here.
 */
to?: CivilDate | null, 
/**
 * The body that employs her.
 */
employer?: string | null, 
/**
 * How much of a full working time she works, in percent; all of it when not said.
 */
fte?: number | null, };
export type OperatorId = string;
export type OrderChoice = { 
/**
 * The order, as this file knows it.
 */
id: RecordId, 
/**
 * What it orders.
 */
kind: Coded | null, 
/**
 * Its number.
 */
number: string | null, 
/**
 * Its own date.
 */
issued_on: CivilDate | null, };
export type OrderView = { 
/**
 * The order.
 */
order: Shown<Provvedimento>, 
/**
 * It binds the service today.
 */
holds: boolean, 
/**
 * The cases in whose files it stands, as far as they are here.
 */
cases: Array<CaseId>, 
/**
 * What it asks of the service.
 */
mandates: Array<MandateView>, 
/**
 * What it asks of others.
 */
prescriptions: Array<Shown<Prescrizione>>, 
/**
 * The eight parts.
 */
affidamento: Shown<AffidamentoEnte> | null, 
/**
 * The last day of the affidamento.
 */
affidamento_until: CivilDate | null, 
/**
 * Who decides for the minor by it.
 */
responsibilities: Array<ParentalResponsibility>, 
/**
 * What does not fit or is missing.
 */
findings: Array<CourtFinding>, };
export type OrdersToAssign = { 
/**
 * Those that may not wait.
 */
urgent: number, 
/**
 * All of them.
 */
all: number, };
export type Orologio = { 
/**
 * The step that is due.
 */
step: Passo, 
/**
 * By when.
 */
due: Entro403, 
/**
 * When it was made.
 */
done: Momento | null, 
/**
 * It was made later than due.
 */
late: boolean, 
/**
 * Somebody else has to make it: prosecutor, court.
 */
other_actor: boolean, 
/**
 * The length is from common knowledge and not checked against the law's text.
 */
unverified: boolean, };
export type Outcome = { "type": "held" } | { "type": "no_answer" } | { "type": "absent" } | { "type": "postponed" } | { "type": "cancelled", 
/**
 * By whom, in words.
 */
by: string | null, } | { "type": "refused" };
export type OwnServiceName = { 
/**
 * As it stands in the file.
 */
name: string, 
/**
 * The service of the catalogue.
 */
service: Service, };
export type Paper = { 
/**
 * Its date.
 */
on: CivilDate | null, 
/**
 * Its protocol number.
 */
protocol: string | null, 
/**
 * Why it could not be had (impossibilità motivata).
 */
waived: string | null, };
export type PaperFormat = "pdf" | "docx";
export type PaperHead = { 
/**
 * Name and address of the office, a line each; empty until somebody wrote them.
 */
letterhead: Array<string>, 
/**
 * The service of the case; none for what is of no case, or of several.
 */
service: Service | null, 
/**
 * Its code, which says nothing of the person.
 */
code: string | null, 
/**
 * Who prints it.
 */
by: string, 
/**
 * When.
 */
at: Instant, };
export type PaperKind = "privacy_notice" | "consent" | "court_mandate" | "mandate_ended" | "plan" | "prosieguo" | "without_psychologist" | "final_report" | "handover";
export type PaperWords = { 
/**
 * Name and address of the office, a line each.
 */
letterhead: Array<string>, 
/**
 * Headings, labels and the names of codes (`kind.AGGIORNAMENTO`, `entry.COLLOQUIO`, `tie.MADRE`).
 */
texts: { [key in string]: string }, };
export type Param = string | number;
export type ParentalResponsibility = { 
/**
 * The child.
 */
minor: PersonId, 
/**
 * The parent or guardian.
 */
adult: PersonId, 
/**
 * How it is held.
 */
kind?: ResponsibilityKind | null, 
/**
 * Its days.
 */
period: Period, 
/**
 * What it is limited to or from, in the words of the order.
 */
limits?: string | null, 
/**
 * The order that made it so: authority, number, date.
 */
order?: string | null, 
/**
 * That order, as the minor's file holds it.
 */
provvedimento?: RecordId | null, };
export type Part = "a" | "b" | "c" | "d" | "e" | "f" | "g" | "h";
export type Parte = { 
/**
 * As what.
 */
role: RuoloParte, 
/**
 * The person, if she is in the registry.
 */
person?: PersonId | null, 
/**
 * Her name, if she is not.
 */
name?: string | null, 
/**
 * Her lawyer.
 */
lawyer?: Difensore | null, };
export type PartialDate = string;
export type Participant = { "type": "person", 
/**
 * Who.
 */
person: PersonId, 
/**
 * In what capacity (mother, teacher, lawyer).
 */
role: string | null, } | { "type": "operator", 
/**
 * Who.
 */
operator: OperatorId, } | { "type": "other", 
/**
 * The name, or what is known of it.
 */
name: string, 
/**
 * In what capacity.
 */
role: string | null, };
export type Party = { 
/**
 * What he is.
 */
kind: PartyKind, 
/**
 * What he is called, as it stands on the paper.
 */
name: string, 
/**
 * Who, where he stands in the registry.
 */
person?: PersonId | null, 
/**
 * Who, where she works here.
 */
operator?: OperatorId | null, };
export type PartyKind = "person" | "parent" | "guardian" | "operator" | "body" | "other";
export type PassedTo = { 
/**
 * Who; none where nobody is, or the office does not say.
 */
operator?: OperatorId | null, 
/**
 * What she is called.
 */
names: { [key in string]: Name }, };
export type Passo = "403_AVVISO" | "403_TRASMISSIONE" | "403_RICEZIONE" | "403_RICHIESTA_CONVALIDA" | "403_REVOCA" | "403_DECRETO" | "403_UDIENZA" | "403_NOTIFICA" | "403_COLLEGIO";
export type Passo403 = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The measure, as this file knows it.
 */
misura?: RecordId | null, 
/**
 * The step as such: the same in the files of all its minors.
 */
act?: ActId | null, 
/**
 * Which step.
 */
step?: Passo | null, 
/**
 * When (effettuato il).
 */
done?: Momento | null, 
/**
 * By what means.
 */
means?: Mezzo | null, 
/**
 * To whom.
 */
recipient?: string | null, 
/**
 * Protocol number.
 */
protocol?: string | null, 
/**
 * In words.
 */
note?: string | null, 
/**
 * For a decree: the day of the hearing that it fixes.
 */
hearing_on?: CivilDate | null, 
/**
 * Who recorded it.
 */
by?: OperatorId | null, 
/**
 * The earlier steps of the measure whose terms it meets.
 */
answers: Array<RecordId>, 
/**
 * The measure was closed: nothing is waited for any more.
 */
lapsed?: boolean | null, };
export type PassoSn = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The path.
 */
percorso?: RecordId | null, 
/**
 * Which step.
 */
fase?: FaseSn | null, 
/**
 * On which day.
 */
on?: CivilDate | null, 
/**
 * With whom, what came of it.
 */
note?: string | null, 
/**
 * Who recorded it.
 */
by?: OperatorId | null, };
export type PassphraseVerdict = { 
/**
 * Whether it may be used.
 */
accepted: boolean, 
/**
 * 0 (nothing) to 4 (as good as five generated words).
 */
strength: number, 
/**
 * Why not: key of the Italian text.
 */
reason: string | null, };
export type PeiBasis = { 
/**
 * Profilo di funzionamento, of this day.
 */
profilo_on?: CivilDate | null, 
/**
 * Diagnosi funzionale, of this day.
 */
diagnosi_on?: CivilDate | null, };
export type PeoplePage = { 
/**
 * The people.
 */
lines: Array<PersonLine>, 
/**
 * Where the next page begins; none if this is the last.
 */
after: ListedAfter | null, };
export type PercorsoConcluso = { 
/**
 * In which service.
 */
service?: Service | null, 
/**
 * First, second, … taking in charge.
 */
number: number, 
/**
 * When the person was pointed out.
 */
referred?: PartialDate | null, 
/**
 * Since when the service had the person in charge.
 */
since?: PartialDate | null, 
/**
 * The plans, the first first.
 */
plans: Array<ProgettoConcluso>, 
/**
 * What was given, the most frequent of a kind first.
 */
services: Array<PrestazioneResa>, };
export type PercorsoSn = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The order, as this file knows it.
 */
provvedimento?: RecordId | null, 
/**
 * The order by authority, number and date, where it stands in another file or on paper.
 */
ordered_by?: string | null, 
/**
 * The day of the request: the wait starts here.
 */
requested_on?: CivilDate | null, 
/**
 * How pressing; ordinary when not said.
 */
priority?: PrioritaSn | null, 
/**
 * Which service sends, and who there.
 */
sent_by?: string | null, 
/**
 * Who is to meet the minor (incontrante).
 */
visitors?: string | null, 
/**
 * Who accompanies the minor.
 */
companions?: string | null, 
/**
 * How meetings are watched, of [`super::MODALITA_SN`].
 */
mode?: Coded | null, 
/**
 * How often and how long.
 */
frequency?: string | null, 
/**
 * Where.
 */
venue?: string | null, 
/**
 * It needs two operators.
 */
complex?: boolean | null, 
/**
 * What was asked, and what must be known.
 */
note?: string | null, 
/**
 * Assigned; it waits without.
 */
assigned?: AssegnazioneSn | null, 
/**
 * The day of the first meeting that took place, as the meetings have it; verbs that change one change the other.
 */
first_meeting?: CivilDate | null, 
/**
 * The days on which its six-monthly reports were sent.
 */
reports: Array<CivilDate>, 
/**
 * It ended.
 */
closed?: FineSn | null, 
/**
 * Who began it.
 */
by?: OperatorId | null, };
export type Period = { 
/**
 * First day.
 */
from?: CivilDate, 
/**
 * Last day.
 */
until?: CivilDate, };
export type PermitStatus = "VALIDO" | "IN_RINNOVO" | "SCADUTO" | "ASSENTE";
export type Person = { 
/**
 * Cognome.
 */
surname?: string | null, 
/**
 * Nome.
 */
name?: string | null, 
/**
 * "Also known as".
 */
aliases: Array<string>, 
/**
 * Codes, those of the past included: a provisional code stays searchable when the final one comes.
 */
identifiers: Array<Identifier>, 
/**
 * As in the civil registry.
 */
sex?: Sex | null, 
/**
 * Birth, as far as it is known.
 */
birth?: PartialDate | null, 
/**
 * Belfiore code of the comune, or of the foreign state, of birth.
 */
birthplace?: string | null, 
/**
 * The town of birth in words, where the code says only the state.
 */
birth_town?: string | null, 
/**
 * Citizenships with their days.
 */
citizenships: Array<Citizenship>, 
/**
 * Stato civile.
 */
marital_status?: MaritalStatus | null, 
/**
 * Titolo di studio.
 */
education?: Education | null, 
/**
 * Condizione lavorativa.
 */
work?: WorkCondition | null, 
/**
 * Death, as far as it is known.
 */
death?: PartialDate | null, 
/**
 * The language to speak with them, in words.
 */
language?: string | null, 
/**
 * Whether an interpreter or mediator is needed.
 */
interpreter_needed?: boolean | null, 
/**
 * Unaccompanied foreign minor (minore straniero non accompagnato).
 */
msna?: boolean | null, 
/**
 * Categoria sociale.
 */
social_category?: SocialCategory | null, 
/**
 * Permesso di soggiorno, whole.
 */
residence_permit?: ResidencePermit | null, 
/**
 * Family doctor or paediatrician.
 */
doctor?: Doctor | null, 
/**
 * Number of the tessera sanitaria.
 */
health_card?: string | null, 
/**
 * Findings that someone has looked at.
 */
acknowledged: Array<Acknowledgement>, 
/**
 * Anything else.
 */
note?: string | null, };
export type PersonCard = { 
/**
 * The record that stands for her.
 */
id: PersonId, 
/**
 * "Cognome Nome"; none if she may not be known, or is not on this computer.
 */
name: string | null, 
/**
 * Birth; the year alone where only the name may be known.
 */
birth: PartialDate | null, 
/**
 * Whole years today, or at death.
 */
age: number | null, 
/**
 * Sex, where more than the name may be known.
 */
sex: Sex | null, 
/**
 * Whether she has died, where more than the name may be known.
 */
died: boolean, };
export type PersonDetails = { 
/**
 * The record that stands for her.
 */
person: Shown<Person>, 
/**
 * What does not fit together in it.
 */
findings: Array<PersonFinding>, 
/**
 * Whether she may be changed by this operator.
 */
writable: boolean, 
/**
 * Whether hidden addresses and phones may be written.
 */
protected_writable: boolean, 
/**
 * There are hidden addresses or phones that this operator may not read.
 */
protected_hidden: boolean, 
/**
 * Whether she may be joined with another record, or parted from one.
 */
mergeable: boolean, 
/**
 * The operator may ask the office to join her with another record.
 */
asks_merge: boolean, 
/**
 * Addresses, those in use first.
 */
addresses: Array<AddressView>, 
/**
 * Phones and mail addresses, those in use first.
 */
contacts: Array<ContactView>, 
/**
 * Family ties.
 */
relations: Array<RelationView>, 
/**
 * Households with their members.
 */
households: Array<HouseholdView>, 
/**
 * Parental responsibilities, for her and of hers.
 */
responsibilities: Array<ResponsibilityView>, 
/**
 * Warnings, those that hold first.
 */
alerts: Array<Shown<Alert>>, 
/**
 * School years, the latest first.
 */
enrolments: Array<EnrolmentView>, 
/**
 * What stands around her besides kin: those of today first.
 */
social_ties: Array<Shown<SocialTie>>, 
/**
 * Her cases, those that the operator may see in the list.
 */
cases: Array<CaseHit>, 
/**
 * Records joined with this one.
 */
merges: Array<MergeView>, 
/**
 * Places named on this page, by code, under the name of the day that matters.
 */
places: { [key in string]: Place }, 
/**
 * Names of colleagues on this page.
 */
operators: { [key in OperatorId]: string }, };
export type PersonFields = "nothing" | "name" | "full";
export type PersonFinding = { 
/**
 * What.
 */
code: FindingCode, 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * The field beside which it is shown.
 */
field: string, 
/**
 * Someone has looked at it and left it so.
 */
acknowledged: boolean, };
export type PersonHit = { 
/**
 * The person.
 */
id: PersonId, 
/**
 * Surname and name.
 */
name: string, 
/**
 * Date of birth, as far as known.
 */
birth: PartialDate | null, 
/**
 * The phone that matched, and whose it is.
 */
phone: string | null, 
/**
 * Name with what was looked for marked.
 */
pieces: Array<Piece>, };
export type PersonId = string;
export type PersonInCase = { 
/**
 * Her id.
 */
id: PersonId, 
/**
 * Surname and name.
 */
label: string, 
/**
 * Birth; only the year where the operator may know no more.
 */
birth: PartialDate | null, 
/**
 * Whole years today.
 */
age: number | null, };
export type PersonLine = { 
/**
 * Who she is.
 */
card: PersonCard, 
/**
 * Her nicknames.
 */
aliases: Array<string>, 
/**
 * Her code in use.
 */
code: string | null, 
/**
 * The comune where she lives.
 */
comune: string | null, 
/**
 * A phone.
 */
phone: string | null, 
/**
 * Two people wrote her card without seeing each other, and somebody still has to choose.
 */
clashed: boolean, };
export type PersonPage = { 
/**
 * Who she is.
 */
card: PersonCard, 
/**
 * How much is shown.
 */
fields: PersonFields, 
/**
 * Everything else.
 */
details: PersonDetails | null, };
export type PersonRef = { 
/**
 * Any record of the person.
 */
id: PersonId, };
export type PersonaRelazione = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Surname and name.
 */
name: string, 
/**
 * What she is to the minor.
 */
tie: LegameRelazione, 
/**
 * Born on.
 */
birth?: PartialDate | null, 
/**
 * Born in.
 */
birthplace?: string | null, 
/**
 * Where she lives; never a hidden address.
 */
residence?: string | null, };
export type Phase = { 
/**
 * The state.
 */
state: StateName, 
/**
 * Its first day; of a date known in part, the earliest that it can be.
 */
from: CivilDate, 
/**
 * The day on which the next one began; none if it still holds.
 */
until: CivilDate | null, };
export type PhasesPage = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The episode of which they tell.
 */
episode: EpisodeId, 
/**
 * The five, in their order.
 */
phases: Array<FaseView>, 
/**
 * The writes that made what is said of each phase and datum here: a form gives them back. By the name of the phase or
 * the key of the datum.
 */
seen: { [key in string]: Array<string> }, 
/**
 * What was said of each phase as a whole, by its name: what a form begins with.
 */
said: { [key in string]: Fase }, 
/**
 * The codes that may be chosen, by list; a list that is not loaded is not there.
 */
choices: { [key in string]: Array<CodeChoice> }, 
/**
 * The words of chosen codes that no list in use has any more, by list and code.
 */
old_labels: { [key in string]: { [key in string]: string } }, 
/**
 * Names of operators and of the person.
 */
names: { [key in string]: Name }, 
/**
 * What comuni, states and countries are called, by code.
 */
places: { [key in string]: string }, 
/**
 * The data that she may write belong to these.
 */
writes: Array<DatumHome>, 
/**
 * She may write what is said of a phase as a whole.
 */
writes_phases: boolean, };
export type PictureFile = { 
/**
 * SVG, UTF-8.
 */
svg: string, 
/**
 * What stands on top of it, if it is printed.
 */
head: PaperHead | null, };
export type PictureKind = { "genogram": PictureOf } | { "ecomap": EcomapOf };
export type PictureLeaves = "file" | "print";
export type PictureOf = { 
/**
 * Whom it is about.
 */
person: PersonId, 
/**
 * The day; today if none is said.
 */
on: CivilDate | null, };
export type Piece = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is what was looked for.
 */
hit: boolean, };
export type Place = { 
/**
 * Belfiore code: a letter and three digits, `Z` for foreign states.
 */
code: string, 
/**
 * The official name in those days.
 */
name: string, 
/**
 * The province's two letters; `EE` abroad.
 */
province: string, 
/**
 * In Italy or abroad.
 */
kind: PlaceKind, 
/**
 * First day of this name.
 */
from: CivilDate, 
/**
 * Last day of this name; none if it is still in use.
 */
until: CivilDate | null, };
export type PlaceEntry = { 
/**
 * The signed entry that waits.
 */
entry: EntryId, 
/**
 * Its files.
 */
files: Array<CaseId>, };
export type PlaceKind = "comune" | "stato";
export type PlaceNames = { 
/**
 * The codes.
 */
codes: Array<string>, };
export type PlacementCodes = { 
/**
 * Kinds of facility.
 */
kinds: Array<Coded>, 
/**
 * Residential characters (INPS).
 */
characters: Array<Coded>, 
/**
 * By consent or by order (INPS).
 */
forms: Array<Coded>, 
/**
 * Where to on leaving (INPS).
 */
outcomes: Array<Coded>, };
export type PlacementLine = { 
/**
 * The placement.
 */
id: RecordId, 
/**
 * Its case.
 */
case: CaseId, 
/**
 * The facility, by name.
 */
facility: string | null, 
/**
 * The day of entry.
 */
entered: CivilDate, 
/**
 * The day of discharge.
 */
left: CivilDate | null, 
/**
 * Days between the two.
 */
days: number, 
/**
 * What they cost, IVA included; none for who may not read money.
 */
total: Euro | null, 
/**
 * Of that, what is left to the comune.
 */
comune: Euro | null, 
/**
 * Of the days, those without a rate.
 */
unrated: number, };
export type PlacementRef = { 
/**
 * The placement.
 */
id: RecordId, };
export type PlacementStep = { "step": "transmit", 
/**
 * On this day.
 */
on: CivilDate, 
/**
 * To which office of the comune.
 */
to?: string | null, 
/**
 * With which protocol.
 */
protocol?: string | null, } | { "step": "enter", 
/**
 * On this day.
 */
on: CivilDate, } | { "step": "discharge", 
/**
 * On this day, exactly.
 */
on: CivilDate, 
/**
 * Where to.
 */
outcome?: Coded | null, 
/**
 * In words.
 */
note?: string | null, } | { "step": "conclude", 
/**
 * On this day.
 */
on: CivilDate, } | { "step": "give_up", 
/**
 * Since this day.
 */
on: CivilDate, 
/**
 * Why.
 */
reason?: string | null, } | { "step": "undo" };
export type PlacementView = { 
/**
 * The placement.
 */
placement: Shown<Collocamento>, 
/**
 * Requests of availability, the first first.
 */
requests: Array<Shown<RichiestaDisponibilita>>, 
/**
 * Absences, the last first.
 */
absences: Array<Shown<AssenzaCom>>, 
/**
 * Days from the entry to today, or to the discharge.
 */
days: number, 
/**
 * What it costs; none for who may not read money.
 */
money: MoneyView | null, 
/**
 * What does not fit or is missing.
 */
findings: Array<CollocamentoFinding>, };
export type PlacementsPage = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The operator may write stays.
 */
writes: boolean, 
/**
 * She may write what they cost.
 */
writes_money: boolean, 
/**
 * Those that run first, then the last first.
 */
placements: Array<PlacementView>, 
/**
 * The facilities of the office.
 */
facilities: Array<Shown<Struttura>>, 
/**
 * The orders of the file.
 */
orders: Array<OrderChoice>, 
/**
 * Names of who is named.
 */
names: { [key in string]: Name }, };
export type PlacementsRegister = { 
/**
 * Those with a day between the two, the last entry first.
 */
lines: Array<PlacementLine>, 
/**
 * What the minors are called.
 */
names: { [key in string]: Name }, };
export type Plan = { 
/**
 * Of which case.
 */
case?: CaseId | null, 
/**
 * In which episode.
 */
episode?: EpisodeId | null, 
/**
 * What kind (tipo), by list.
 */
kind?: Coded | null, 
/**
 * What it is about (oggetto).
 */
subject?: string | null, 
/**
 * Why (motivazioni).
 */
motives?: string | null, 
/**
 * For whom.
 */
beneficiary: Beneficiary, 
/**
 * From this day (data attivazione).
 */
starts?: CivilDate | null, 
/**
 * Until this day, as foreseen.
 */
ends?: CivilDate | null, 
/**
 * How often it is reviewed.
 */
review?: Every | null, 
/**
 * Who answers for it (responsabile del progetto).
 */
responsible?: OperatorId | null, 
/**
 * Who follows it (responsabile del monitoraggio).
 */
monitor?: OperatorId | null, 
/**
 * Who is to sign.
 */
parties: Array<Party>, 
/**
 * Where it stands.
 */
state: PlanState, 
/**
 * The plan that it goes on from.
 */
renews?: RecordId | null, 
/**
 * Who began it.
 */
author?: OperatorId | null, 
/**
 * What is done, by whom, how often (interventi), in words.
 */
measures?: string | null, 
/**
 * The days on which it was reviewed: each starts the term of the next review.
 */
reviewed_on: Array<CivilDate>, 
/**
 * On what it stands, if it is a PEI.
 */
pei?: PeiBasis | null, };
export type PlanCodes = { 
/**
 * Kinds.
 */
kinds: Array<Coded>, 
/**
 * How a goal came out.
 */
outcomes: Array<Coded>, 
/**
 * Why a plan is closed.
 */
closing_reasons: Array<Coded>, };
export type PlanLine = { 
/**
 * The plan.
 */
id: RecordId, 
/**
 * What kind.
 */
kind: Coded | null, 
/**
 * What it is about.
 */
subject: string | null, 
/**
 * Where it stands.
 */
state: PlanStateName, 
/**
 * From this day.
 */
starts: CivilDate | null, 
/**
 * When it is to be reviewed next.
 */
next_review: CivilDate | null, 
/**
 * Two people wrote it without seeing each other.
 */
clashed: boolean, };
export type PlanPage = { 
/**
 * Of which case.
 */
case: CaseId, 
/**
 * The plan.
 */
plan: Shown<Plan>, 
/**
 * Its goals, those of a short term first.
 */
goals: Array<Shown<Goal>>, 
/**
 * Its reviews, the last first.
 */
reviews: Array<PlanReview>, 
/**
 * When it is to be reviewed next.
 */
next_review: CivilDate | null, 
/**
 * Who signed.
 */
signatures: Array<PlanSignatureView>, 
/**
 * Who has not.
 */
unsigned: Array<Party>, 
/**
 * What was signed, the last first.
 */
versions: Array<PlanVersion>, 
/**
 * What the person and the operators are called.
 */
names: { [key in string]: Name }, 
/**
 * The operator may change it.
 */
may_write: boolean, };
export type PlanRef = { 
/**
 * The plan.
 */
id: RecordId, };
export type PlanReview = { 
/**
 * Of which plan.
 */
plan?: RecordId | null, 
/**
 * Of which case.
 */
case?: CaseId | null, 
/**
 * The day.
 */
on?: CivilDate | null, 
/**
 * Who was there, in words.
 */
present?: string | null, 
/**
 * What came of it.
 */
text?: string | null, 
/**
 * Who recorded it.
 */
by?: OperatorId | null, 
/**
 * The last of the plan (verifica finale).
 */
last?: boolean | null, };
export type PlanSignature = { 
/**
 * Of which plan.
 */
plan?: RecordId | null, 
/**
 * Of which case.
 */
case?: CaseId | null, 
/**
 * Whose.
 */
party?: Party | null, 
/**
 * How.
 */
how?: SignedHow | null, 
/**
 * The day.
 */
on?: CivilDate | null, 
/**
 * Who took it.
 */
by?: OperatorId | null, };
export type PlanSignatureView = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * The signature.
 */
signature: PlanSignature, };
export type PlanState = { "is": "bozza" } | { "is": "condiviso", 
/**
 * When.
 */
on: CivilDate, } | { "is": "firmato", 
/**
 * When the last signed.
 */
on: CivilDate, } | { "is": "in_verifica", 
/**
 * When it had been signed.
 */
signed_on: CivilDate, 
/**
 * Since.
 */
on: CivilDate, } | { "is": "rinnovato", 
/**
 * When.
 */
on: CivilDate, 
/**
 * Which.
 */
next: RecordId, } | { "is": "chiuso", 
/**
 * When.
 */
on: CivilDate, 
/**
 * Why.
 */
reason: Coded, };
export type PlanStateName = "bozza" | "condiviso" | "firmato" | "in_verifica" | "rinnovato" | "chiuso";
export type PlanVersion = { 
/**
 * Of which plan.
 */
plan?: RecordId | null, 
/**
 * Of which case.
 */
case?: CaseId | null, 
/**
 * The day of the last signature.
 */
on?: CivilDate | null, 
/**
 * When it was recorded.
 */
signed_at?: Instant | null, 
/**
 * Who recorded that all had signed.
 */
author?: OperatorId | null, 
/**
 * The plan.
 */
content?: Plan | null, 
/**
 * Its goals.
 */
goals?: Array<Goal> | null, 
/**
 * The signatures.
 */
signatures?: Array<PlanSignature> | null, };
export type PlansOfCase = { 
/**
 * The last first.
 */
lines: Array<PlanLine>, 
/**
 * The operator may begin one.
 */
may_write: boolean, };
export type PrepareVisit = { 
/**
 * In the order of the way.
 */
cases: Array<CaseId>, };
export type Prescrizione = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The prescription as such.
 */
act?: ActId | null, 
/**
 * The order, as this file knows it.
 */
provvedimento?: RecordId | null, 
/**
 * To whom, if she is in the registry.
 */
person?: PersonId | null, 
/**
 * To whom, in words.
 */
to?: string | null, 
/**
 * What.
 */
words?: string | null, 
/**
 * By when.
 */
due?: CivilDate | null, 
/**
 * What came of it.
 */
outcome?: Esito | null, };
export type PrestazioneResa = { 
/**
 * What.
 */
what: TipoPrestazione, 
/**
 * Which event of the diary.
 */
entry?: EntryKind | null, 
/**
 * Where, or with whom.
 */
name?: string | null, 
/**
 * How often it took place; of a stay, once.
 */
times: number, 
/**
 * The first day.
 */
from?: CivilDate | null, 
/**
 * The last day.
 */
to?: CivilDate | null, };
export type PreviewImport = { 
/**
 * The mapping.
 */
mapping: ColumnMapping, 
/**
 * What was decided about single lines.
 */
decisions: Array<ImportDecision>, 
/**
 * How many lines were judged already; 0 begins anew.
 */
from: number, };
export type PrintBoard = { 
/**
 * What is on the screen.
 */
ask: AskBoard, };
export type PrintMeasure = { 
/**
 * The measure, in its file.
 */
measure: RecordId, };
export type PrioritaSn = "ORDINARIA" | "ALTA" | "URGENTE";
export type Procedimento = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The proceeding as such.
 */
act?: ActId | null, 
/**
 * Before which authority.
 */
autorita?: string | null, 
/**
 * Number of the register (R.G.) with its year, as on the papers.
 */
number?: string | null, 
/**
 * What it is about.
 */
kind?: TipoProcedimento | null, 
/**
 * The judge in charge.
 */
judge?: string | null, 
/**
 * Parents and others, each with a lawyer.
 */
parties: Array<Parte>, 
/**
 * The special curator of the minor.
 */
curatore?: Difensore | null, 
/**
 * The guardian.
 */
tutore?: Difensore | null, 
/**
 * Where it stands.
 */
state?: StatoProcedimento | null, 
/**
 * Hearings.
 */
hearings: Array<Udienza>, 
/**
 * Where it was before, the oldest first.
 */
before: Array<Riferimento>, };
export type ProgettoConcluso = { 
/**
 * The plan.
 */
plan: RecordId, 
/**
 * What kind.
 */
kind?: Coded | null, 
/**
 * What it was about.
 */
subject?: string | null, 
/**
 * From this day.
 */
from?: CivilDate | null, 
/**
 * To this day; it is still at work without.
 */
to?: CivilDate | null, 
/**
 * Why it ended.
 */
ended?: Coded | null, 
/**
 * What was done, by whom, how often.
 */
measures?: string | null, 
/**
 * Its goals.
 */
goals: Array<ObiettivoConcluso>, };
export type Progress = { 
/**
 * Requests sent so far.
 */
requests: number, 
/**
 * Steps written so far.
 */
written: number, };
export type Protocollo = { 
/**
 * Number.
 */
number?: string | null, 
/**
 * Day.
 */
on?: CivilDate | null, };
export type Provvedimento = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The order as such: the same in the files of all its minors; counts are by act.
 */
act?: ActId | null, 
/**
 * In which proceeding, as this file knows it.
 */
procedimento?: RecordId | null, 
/**
 * By which authority.
 */
autorita?: string | null, 
/**
 * What it orders, of [`TIPI`].
 */
kind?: Coded | null, 
/**
 * Its form.
 */
natura?: Natura | null, 
/**
 * Its number.
 */
number?: string | null, 
/**
 * Its own date.
 */
issued_on?: CivilDate | null, 
/**
 * Delivery of the certified mail that brought it.
 */
pec?: Momento | null, 
/**
 * Protocol of the comune.
 */
protocol?: Protocollo | null, 
/**
 * Arrival at the service.
 */
arrived_on?: CivilDate | null, 
/**
 * Notification.
 */
notified_on?: CivilDate | null, 
/**
 * First day on which it holds, where it says one.
 */
effective_from?: CivilDate | null, 
/**
 * Last day on which it holds, where it says one.
 */
effective_until?: CivilDate | null, 
/**
 * It can be carried out already.
 */
enforceable?: boolean | null, 
/**
 * The order that it takes the place of.
 */
replaces?: RecordId | null, 
/**
 * It may not wait: coordinator and deputy first.
 */
urgent?: boolean | null, 
/**
 * What it says, in a few words.
 */
summary?: string | null, 
/**
 * It no longer holds for this minor.
 */
ended?: Fine | null, 
/**
 * Who registered it.
 */
recorded_by?: OperatorId | null, 
/**
 * When.
 */
recorded_at?: Instant | null, 
/**
 * The day on which somebody became responsible for the file, or was already when it came in.
 */
assigned_on?: CivilDate | null, };
export type PubblicaAutorita = "SINDACO" | "SERVIZI" | "FORZE_POLIZIA";
export type Pupil = { 
/**
 * Who.
 */
card: PersonCard, 
/**
 * In which class.
 */
class: ClassId | null, 
/**
 * Her cases, as far as the operator sees them in the list.
 */
cases: Array<CaseHit>, };
export type Purpose = "document" | "photo" | "signature" | "sent_copy";
export type QuestionSet = "card" | "sina" | "sinba";
export type ReadBy = { 
/**
 * How far it may be read.
 */
level: Confidentiality, 
/**
 * The named readers of a secret text; its author always is one of them.
 */
readers?: Array<OperatorId>, };
export type ReadCode = { 
/**
 * Capitals and digits without spaces.
 */
value: string, 
/**
 * Which code it is, once it is whole.
 */
kind: IdentifierKind | null, 
/**
 * Why it is no codice fiscale.
 */
error: NotACodice | null, 
/**
 * What the codice fiscale says.
 */
birth: DecodedBirth | null, 
/**
 * The birthplace under its name of that day.
 */
birthplace: Place | null, 
/**
 * Digits were replaced because two people had the same code.
 */
omocodia: boolean, };
export type Reader = { 
/**
 * Who.
 */
operator: OperatorId, 
/**
 * Surname and name, if her card is here.
 */
name: string | null, };
export type Readers = { 
/**
 * Besides the named ones, whoever works in the service later.
 */
whole_service: boolean, 
/**
 * Those of today's staff, each once, in the order of their ids.
 */
named: Array<OperatorId>, };
export type ReadersOfFile = { 
/**
 * The file; none while it waits to be placed.
 */
case: CaseId | null, 
/**
 * How far the entry as a whole may be read.
 */
read_by: ReadBy, 
/**
 * Who reads the entry as a whole.
 */
readers: Readers, 
/**
 * Who reads each of the paragraphs asked about, in their order.
 */
segments: Array<Readers>, 
/**
 * What they are called.
 */
names: { [key in string]: Name }, };
export type Reason = "equal_code" | "same_sound" | "near_sound" | "same_surname" | "same_name" | "same_alias" | "equal_birth" | "swapped_day_month" | "one_digit_off" | "same_year" | "same_address" | "same_phone";
export type RecordId = string;
export type RecoverArchive = { 
/**
 * The archive, from the list.
 */
id: string, 
/**
 * The office's secret key (`AGE-SECRET-KEY-1…`).
 */
office_key: string, 
/**
 * The new passphrase.
 */
passphrase: string, };
export type RectificationView = { 
/**
 * The paragraph that it corrects; none for the whole entry.
 */
segment: SegmentId | null, 
/**
 * Who corrected.
 */
author: OperatorId, 
/**
 * When.
 */
signed_at: Instant, 
/**
 * Why.
 */
reason: string, 
/**
 * What should be read.
 */
text: string | null, 
/**
 * The right day.
 */
occurred_on: CivilDate | null, 
/**
 * The right hour.
 */
starts: ClockTime | null, };
export type Rectify = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * Why.
 */
reason: string, 
/**
 * What should be read.
 */
corrections: Array<Correction>, 
/**
 * The right day of the event.
 */
occurred_on?: CivilDate | null, 
/**
 * The right hour of the event.
 */
starts?: ClockTime | null, };
export type Referral = { 
/**
 * The day; half known in old cases.
 */
on: PartialDate | null, 
/**
 * Who pointed the person out (fonte della segnalazione).
 */
source: Coded | null, 
/**
 * Protocol number.
 */
protocol: string | null, 
/**
 * It may not wait.
 */
urgent: boolean, };
export type ReferralNote = { 
/**
 * In which case.
 */
case: CaseId | null, 
/**
 * In which episode.
 */
episode: EpisodeId | null, 
/**
 * From which card of the desk.
 */
accesso: RecordId | null, 
/**
 * The day on which it was said.
 */
on: CivilDate | null, 
/**
 * The need, in words (bisogno espresso).
 */
need: string | null, 
/**
 * Who said it, where it was not the person.
 */
caller: Caller | null, 
/**
 * The services asked for.
 */
services: Array<Service>, 
/**
 * The answer given at the desk.
 */
answer: string | null, 
/**
 * Other people to turn to.
 */
references: Array<Caller> | null, };
export type RefusedPart = { 
/**
 * The record.
 */
record?: RecordId | null, 
/**
 * The name of its kind, if it is known here.
 */
kind?: string | null, 
/**
 * It was to be deleted.
 */
deleted: boolean, 
/**
 * The values by field name; of a signed record all of them.
 */
fields: Record<string, unknown>, };
export type RefusedReason = "not_authorised" | "late_edit" | "invalid" | "bad_signature" | "scope_unknown" | "other";
export type RefusedView = { 
/**
 * The change.
 */
change: ChangeId, 
/**
 * When she wrote it.
 */
at: Instant, 
/**
 * The case or person it is about.
 */
subject?: RecordId | null, 
/**
 * Why it was refused.
 */
reason: RefusedReason, 
/**
 * What she wrote.
 */
parts: Array<RefusedPart>, 
/**
 * A person at the office took it over.
 */
adopted: boolean, 
/**
 * A person at the office closed it, and why.
 */
closed?: string | null, 
/**
 * When this laptop heard of that.
 */
settled_at?: Instant | null, 
/**
 * What the subject is called.
 */
names: { [key in string]: Name }, };
export type RegisterOrder = { 
/**
 * In the files of these cases.
 */
cases: Array<CaseId>, 
/**
 * The order; files and act are given here.
 */
order: Provvedimento, 
/**
 * The proceeding that it belongs to, as such.
 */
proceeding: ActId | null, 
/**
 * What it asks of the service.
 */
mandates: Array<Mandato>, 
/**
 * What it asks of others.
 */
prescriptions: Array<Prescrizione>, 
/**
 * The eight parts, where it entrusts the minors to the service.
 */
affidamento: AffidamentoEnte | null, 
/**
 * Earlier orders, as such, that it ends in these files.
 */
ends: Array<ActId>, 
/**
 * Its files: they hang on it in the files of all its minors.
 */
papers: Array<NewFile>, };
export type RegisterRichiesta = { 
/**
 * In whose files.
 */
cases: Array<CaseId>, 
/**
 * What it says; file, answer and who registered it are not said here.
 */
value: RichiestaAccesso, };
export type Registered = { 
/**
 * The order as such.
 */
act: ActId, 
/**
 * Its records, in the order of the cases.
 */
orders: Array<RecordId>, };
export type RelatedCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Whose.
 */
label: string, };
export type RelationKind = "MADRE" | "PADRE" | "GENITORE" | "FIGLIO" | "FRATELLO" | "NONNO" | "NIPOTE_DI_NONNO" | "ZIO" | "NIPOTE_DI_ZIO" | "CUGINO" | "CONIUGE" | "UNITO_CIVILMENTE" | "CONVIVENTE" | "EX_PARTNER" | "COMPAGNO_DEL_GENITORE" | "FIGLIO_DEL_COMPAGNO" | "AFFIDATARIO" | "AFFIDATO" | "TUTORE" | "TUTELATO" | "CURATORE" | "CURATELATO" | "CURATORE_SPECIALE" | "RAPPRESENTATO" | "AMMINISTRATORE_DI_SOSTEGNO" | "BENEFICIARIO" | "CAREGIVER" | "ASSISTITO" | "INSEGNANTE" | "ALUNNO" | "ALTRO";
export type RelationView = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * The other.
 */
other: PersonCard, 
/**
 * What the other is to this person; none if this program does not know the kind.
 */
kind: RelationKind | null, 
/**
 * By what it came about.
 */
bond: Bond | null, 
/**
 * Its days.
 */
period: Period, 
/**
 * It holds today.
 */
current: boolean, 
/**
 * Who of the two looks after the other, as stored.
 */
caregiver: boolean | null, 
/**
 * How the two get on.
 */
closeness: Closeness | null, 
/**
 * Anything else.
 */
note: string | null, 
/**
 * Give back when saving.
 */
seen: Array<string>, 
/**
 * Two people wrote it without seeing each other.
 */
clashed: boolean, };
export type Relazione = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The report as such: the same in the files of all its minors; it counts once by act, and once a minor by card.
 */
act?: ActId | null, 
/**
 * The mandate that it answers, as this file knows it.
 */
mandato?: RecordId | null, 
/**
 * What kind, of [`TIPI_RELAZIONE`].
 */
kind?: Coded | null, 
/**
 * To which authority.
 */
autorita?: string | null, 
/**
 * What kind of authority that is: it says which term the report meets.
 */
authority?: TipoAutorita | null, 
/**
 * Which of the mandate's terms: 0 the first, then one more with each report that was sent.
 */
nth: number, 
/**
 * First day of the period that it tells of.
 */
from?: CivilDate | null, 
/**
 * Last day of the period.
 */
to?: CivilDate | null, 
/**
 * Who began it and signs first.
 */
author?: OperatorId | null, 
/**
 * Who signs with her.
 */
co_signers: Array<OperatorId>, 
/**
 * The file in which its text is written.
 */
home?: CaseId | null, 
/**
 * Its text, there.
 */
text?: RecordId | null, 
/**
 * It lies with the coordinator.
 */
in_review: boolean, 
/**
 * It was signed.
 */
signed?: Firmata | null, 
/**
 * It was protocolled.
 */
protocol?: Protocollo | null, 
/**
 * It was sent.
 */
sent?: Invio | null, 
/**
 * The court answered.
 */
answered?: Riscontro | null, 
/**
 * This minor left it.
 */
left?: Uscita | null, 
/**
 * Of a final report that answers no mandate: the taking in charge that it closes.
 */
episode?: EpisodeId | null, };
export type RelazioneFirma = { 
/**
 * The file in which the report is written.
 */
case?: CaseId | null, 
/**
 * The report's card there.
 */
relazione?: RecordId | null, 
/**
 * What it is.
 */
role?: RuoloFirma | null, 
/**
 * Whose; none for an approval on paper or waived.
 */
operator?: OperatorId | null, 
/**
 * How it was had.
 */
given?: Assenso | null, 
/**
 * Who recorded it.
 */
by?: OperatorId | null, 
/**
 * When.
 */
at: Instant, 
/**
 * The SHA-256 of the text that was signed: another text asks for another signature.
 */
text_hash?: string | null, };
export type RelazioneFirmata = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * Its card.
 */
relazione?: RecordId | null, 
/**
 * The report as such.
 */
act?: ActId | null, 
/**
 * What kind.
 */
kind?: Coded | null, 
/**
 * Who signed.
 */
author?: OperatorId | null, 
/**
 * As what.
 */
qualification?: Role | null, 
/**
 * When.
 */
signed_at: Instant, 
/**
 * The mandate that it answers.
 */
mandate?: MandatoRicevuto | null, 
/**
 * The minors, by the name of their file.
 */
minors: Array<string>, 
/**
 * The text.
 */
text?: RelazioneTesto | null, 
/**
 * The signed entries that it was made from, the oldest first.
 */
sources: Array<EntryId>, 
/**
 * Who signed with her and who approved, and how.
 */
signatures: Array<RelazioneFirma>, 
/**
 * What the operators were called.
 */
names: { [key in OperatorId]: string }, 
/**
 * The SHA-256 of its text, as hexadecimal digits: what the signatures speak of.
 */
text_hash?: string | null, 
/**
 * The SHA-256 of the PDF/A that was made of it when it was signed.
 */
pdf_hash?: string | null, 
/**
 * That PDF/A, where it was kept.
 */
file?: RecordId | null, };
export type RelazioneTesto = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * Its card there.
 */
relazione?: RecordId | null, 
/**
 * The family, one by one.
 */
people: Array<PersonaRelazione>, 
/**
 * What else is to be said of the family.
 */
family?: string | null, 
/**
 * What was done, the oldest first.
 */
activities: Array<Attivita>, 
/**
 * Fatti accertati.
 */
facts: Array<Brano>, 
/**
 * Dichiarazioni.
 */
statements: Array<Brano>, 
/**
 * Valutazioni.
 */
evaluations: Array<Brano>, 
/**
 * How the minor lives, as seen.
 */
living?: string | null, 
/**
 * Resources and risks.
 */
resources?: string | null, 
/**
 * What is proposed to the judge.
 */
proposals?: string | null, 
/**
 * Of a final report: what the record knew of the taking in charge.
 */
concluded?: PercorsoConcluso | null, 
/**
 * Of a final report: why the case is closed, of the list of its service.
 */
reason?: Coded | null, 
/**
 * Of a final report: how the person lives at closing, of the list of its service.
 */
situation?: Coded | null, 
/**
 * Of a final report: how it went.
 */
course?: string | null, 
/**
 * Of a final report: what was reached.
 */
reached?: string | null, 
/**
 * Of a final report: what was not.
 */
not_reached?: string | null, 
/**
 * Of a final report: what the service makes of it (valutazione finale).
 */
assessment?: string | null, };
export type RemoveFile = { 
/**
 * The file.
 */
id: RecordId, 
/**
 * Why.
 */
reason: string, };
export type RemoveFromPerson = { 
/**
 * Whose page it is.
 */
person: PersonId, 
/**
 * The record.
 */
id: RecordId, 
/**
 * Why.
 */
reason: string | null, };
export type RemoveFromPlacement = { 
/**
 * The placement.
 */
placement: RecordId, 
/**
 * The record.
 */
id: RecordId, };
export type RemoveSnStep = { 
/**
 * The step.
 */
step: RecordId, };
export type RemoveStep = { 
/**
 * The step, in its file.
 */
step: RecordId, };
export type Removed = { 
/**
 * By whom.
 */
by: OperatorId, 
/**
 * When.
 */
at: Instant, 
/**
 * Why.
 */
reason: string, };
export type ReopenCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * On which day; today without.
 */
on?: CivilDate | null, 
/**
 * How the office learnt of it this time.
 */
referral?: Referral | null, 
/**
 * A word on it.
 */
reason?: string | null, };
export type ReportDraft = { 
/**
 * The draft.
 */
id: DraftId, 
/**
 * What she typed; none for a draft that is to begin.
 */
text: RelazioneTesto | null, 
/**
 * The writes that were on the screen when she began.
 */
seen: Array<string>, 
/**
 * When it was last kept.
 */
saved_at: Instant | null, };
export type ReportFile = { 
/**
 * A name for it.
 */
file_name: string, 
/**
 * Its bytes in base64.
 */
content: string, };
export type ReportFinding = "mixed" | "unclassified" | "speaker_missing" | "method_missing" | "no_facts" | "signature_missing" | "approval_missing" | "signed_before" | "closing_reason_missing" | "final_assessment_missing" | "plan_open";
export type ReportLine = { 
/**
 * Its card.
 */
report: RecordId, 
/**
 * What kind.
 */
kind: Coded | null, 
/**
 * Where it stands.
 */
state: StatoRelazione, 
/**
 * Who began it.
 */
author: OperatorId | null, 
/**
 * First day of the period that it tells of.
 */
from: CivilDate | null, 
/**
 * Last day of the period.
 */
to: CivilDate | null, 
/**
 * The day on which it was signed.
 */
signed_on: CivilDate | null, 
/**
 * It was given up, or the minor of this file left it.
 */
left: boolean, 
/**
 * It answers what the closing of the present taking in charge asks for.
 */
answers: boolean, 
/**
 * Why the case is closed, as it says; of one that answers.
 */
reason: Coded | null, 
/**
 * How the person lives then, as it says; of one that answers.
 */
situation: Coded | null, };
export type ReportMinor = { 
/**
 * The file.
 */
case: CaseId, 
/**
 * The card there.
 */
card: RecordId, 
/**
 * She left it.
 */
left: Uscita | null, };
export type ReportMove = { "step": "to_review" } | { "step": "back_to_writing" } | { "step": "co_signers", 
/**
 * The colleagues.
 */
operators: Array<OperatorId>, } | { "step": "co_sign", 
/**
 * Whose.
 */
operator: OperatorId, 
/**
 * On paper or waived; here, by herself, without.
 */
otherwise?: Assenso | null, } | { "step": "approve", 
/**
 * On paper or waived; here, by herself, without.
 */
otherwise?: Assenso | null, } | { "step": "leave", 
/**
 * Why.
 */
reason: string, } | { "step": "protocol", 
/**
 * Number.
 */
number: string, 
/**
 * Day.
 */
on: CivilDate, } | { "step": "send", 
/**
 * Day.
 */
on: CivilDate, 
/**
 * By what means.
 */
means?: Mezzo | null, } | { "step": "answered", 
/**
 * Day.
 */
on: CivilDate, 
/**
 * With which order, as this file knows it.
 */
order?: RecordId | null, };
export type ReportPage = { 
/**
 * The card in this file.
 */
card: Shown<Relazione>, 
/**
 * Where it stands.
 */
state: StatoRelazione, 
/**
 * Its minors, this file's first, as far as they are here.
 */
minors: Array<ReportMinor>, 
/**
 * The mandate that it answers.
 */
mandate: MandatoRicevuto, 
/**
 * The text; none for who may not read it, or where the file in which it is written is not here.
 */
text: Shown<RelazioneTesto> | null, 
/**
 * Her draft of it; none for who may not write.
 */
draft: ReportDraft | null, 
/**
 * The signed text, once it is.
 */
signed: RelazioneFirmata | null, 
/**
 * Who signed and who approved.
 */
signatures: Array<SignatureView>, 
/**
 * What keeps it from being signed, or should be looked at.
 */
findings: Array<ReportFinding>, 
/**
 * Signed entries of the period with paragraphs that are not in the text: to classify, or left out.
 */
waiting: Array<EntryView>, 
/**
 * Her drafts of the period in these files.
 */
drafts: Array<DraftSummary>, 
/**
 * What colleagues and cases are called.
 */
names: { [key in string]: Name }, 
/**
 * She may write its text.
 */
writes: boolean, 
/**
 * She may do what the segreteria does: protocol, sending.
 */
carries: boolean, 
/**
 * She may approve it.
 */
approves: boolean, 
/**
 * Who asks the office for a copy is sent to the court: it was made for a judge.
 */
made_on_mandate: boolean, 
/**
 * It is the final report of the case itself: nobody approves it, no court asked for it.
 */
closes_case: boolean, 
/**
 * She may sign it: the final report of a case is signed by who may close the case.
 */
signs: boolean, };
export type ReportRef = { 
/**
 * Its card.
 */
report: RecordId, };
export type ReportView = { 
/**
 * Its card in this file.
 */
report: Shown<Relazione>, 
/**
 * Where it stands.
 */
state: StatoRelazione, };
export type ReportWaits = "writing" | "co_signing" | "approval" | "protocol" | "sending";
export type ReportWords = { 
/**
 * Headings: line, name, outcome, column, what was found.
 */
headings: Array<string>, 
/**
 * Sentences by code of fate and finding.
 */
texts: { [key in string]: string }, };
export type ReportsOfCase = { 
/**
 * The last first.
 */
reports: Array<ReportLine>, 
/**
 * She may read reports of this case at all.
 */
reads: boolean, 
/**
 * She may begin the final one.
 */
begins: boolean, 
/**
 * The closing asks for one.
 */
asked: boolean, 
/**
 * What authors are called.
 */
names: { [key in string]: Name }, };
export type RequestOutcome = { 
/**
 * The office did it; otherwise it declined.
 */
done: boolean, 
/**
 * Why it declined, in its words.
 */
reason: string | null, 
/**
 * Who decided.
 */
by: OperatorId, 
/**
 * When.
 */
at: Instant, };
export type RequestView = { 
/**
 * Its id.
 */
id: RecordId, 
/**
 * The case or person it is about.
 */
subject?: RecordId | null, 
/**
 * What was asked; none if it is of a newer program.
 */
asked?: Asked | null, 
/**
 * Who asked.
 */
by?: OperatorId | null, 
/**
 * When, by her clock.
 */
at: Instant, 
/**
 * It has not gone to the office yet.
 */
waits: boolean, 
/**
 * How it ended; none while the office has not decided.
 */
outcome?: RequestOutcome | null, 
/**
 * What those in it are called.
 */
names: { [key in string]: Name }, };
export type Requested = { 
/**
 * Its id.
 */
request: RecordId, };
export type ResidencePermit = { 
/**
 * Type, in the words of the paper.
 */
kind?: string | null, 
/**
 * Number.
 */
number?: string | null, 
/**
 * Day of issue.
 */
issued?: CivilDate | null, 
/**
 * Day of expiry.
 */
expires?: CivilDate | null, 
/**
 * State.
 */
status?: PermitStatus | null, };
export type ResponsibilityKind = "PIENA_CONDIVISA" | "ESCLUSIVA" | "LIMITATA" | "SOSPESA" | "DECADUTA" | "AFFIDO_SUPER_ESCLUSIVO" | "TUTELA" | "NON_RICONOSCIUTO";
export type ResponsibilityView = { 
/**
 * The record.
 */
record: Shown<ParentalResponsibility>, 
/**
 * The other: the adult on a minor's page, the minor on an adult's.
 */
other: PersonCard, 
/**
 * This page is the minor's.
 */
of_minor: boolean, 
/**
 * It holds today.
 */
current: boolean, };
export type ResponsibleTold = { 
/**
 * The day.
 */
on: CivilDate, 
/**
 * To whom: court, parents, curatore, collocatario.
 */
to?: string | null, };
export type RestoreArchive = { 
/**
 * The archive, from the list.
 */
id: string, 
/**
 * The copy, from the list of copies.
 */
taken: Instant, 
/**
 * The passphrase as typed.
 */
passphrase: string, };
export type Retta = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The placement.
 */
collocamento?: RecordId | null, 
/**
 * The days in which it holds.
 */
period: Period, 
/**
 * A day, without IVA.
 */
daily?: Euro | null, 
/**
 * IVA, in hundredths of a percent (5 % is 500).
 */
iva?: number | null, 
/**
 * A day of absence, without IVA (retta ridotta); the whole rate where the contract knows none.
 */
reduced?: Euro | null, 
/**
 * What the health service pays.
 */
health: RettaQuota, 
/**
 * What the parents pay, as the court ordered.
 */
parents: RettaQuota, 
/**
 * By which paper: agreement, estimate, letter.
 */
note?: string | null, };
export type RettaQuota = { "is": "nessuna" } | { "is": "percentuale", 
/**
 * 50 % is 5 000.
 */
hundredths: number, } | { "is": "giornaliera", 
/**
 * A day.
 */
amount: Euro, };
export type ReviewPlan = { 
/**
 * The plan.
 */
id: RecordId, 
/**
 * The day; today without.
 */
on?: CivilDate | null, 
/**
 * Who was there, in words.
 */
present?: string | null, 
/**
 * What came of it.
 */
text?: string | null, 
/**
 * How the goals came out, as far as said.
 */
outcomes: Array<GoalOutcome>, 
/**
 * What it leads to.
 */
result: ReviewResult, };
export type ReviewResult = { "result": "open" } | { "result": "continues" } | { "result": "renewed" } | { "result": "closed", 
/**
 * Why.
 */
reason: Coded | null, };
export type RichiestaAccesso = { 
/**
 * In which file.
 */
case?: CaseId | null, 
/**
 * The request in which it came for several files.
 */
act?: ActId | null, 
/**
 * Who asks.
 */
applicant?: string | null, 
/**
 * The same in the registry.
 */
person?: PersonId | null, 
/**
 * By what title.
 */
title?: Titolo | null, 
/**
 * Protocol of the request: the term to answer runs from its day.
 */
protocol?: Protocollo | null, 
/**
 * The day on which it came in.
 */
received_on?: CivilDate | null, 
/**
 * What is asked for (oggetto).
 */
subject?: string | null, 
/**
 * Why (motivazione).
 */
reason?: string | null, 
/**
 * Who asks in the applicant's name.
 */
delegate?: Delega | null, 
/**
 * Who else is concerned.
 */
concerned?: Array<Controinteressato> | null, 
/**
 * What was checked.
 */
checks?: Verifiche | null, 
/**
 * How it ended.
 */
outcome?: Risposta | null, 
/**
 * Who registered it.
 */
recorded_by?: OperatorId | null, 
/**
 * When.
 */
recorded_at?: Instant | null, };
export type RichiestaDisponibilita = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The placement.
 */
collocamento?: RecordId | null, 
/**
 * The facility, of the office's list.
 */
struttura?: RecordId | null, 
/**
 * The day on which it was asked.
 */
sent_on?: CivilDate | null, 
/**
 * Where it stands.
 */
state: StatoRichiesta, 
/**
 * The daily rate that it estimates, without IVA.
 */
estimate?: Euro | null, 
/**
 * From which day it has a place.
 */
free_from?: CivilDate | null, 
/**
 * In words.
 */
note?: string | null, };
export type RichiestaLine = { 
/**
 * In which file.
 */
case: CaseId, 
/**
 * The service.
 */
service: Service, 
/**
 * The request.
 */
view: RichiestaView, };
export type RichiestaView = { 
/**
 * The request.
 */
request: Shown<RichiestaAccesso>, 
/**
 * By when it is to be answered.
 */
due: CivilDate | null, 
/**
 * Where that stands.
 */
standing: DeadlineStanding | null, 
/**
 * Its term is over and nobody answered: the law takes that for a no.
 */
refused_by_silence: boolean, 
/**
 * What its checks speak for.
 */
proposed: EsitoAccesso | null, 
/**
 * The files in which it came, as far as she may read it there.
 */
cases: Array<CaseId>, };
export type Richieste = { 
/**
 * Those that wait, the oldest first; else the last ones.
 */
lines: Array<RichiestaLine>, 
/**
 * What the cases are called.
 */
names: { [key in string]: Name }, };
export type RichiesteOfCase = { 
/**
 * The last first.
 */
lines: Array<RichiestaView>, 
/**
 * The operator may register one, and answer.
 */
may_write: boolean, 
/**
 * Courts gave mandates in this file, as far as she may know: what was made on one is theirs to give.
 */
under_mandate: boolean, 
/**
 * What cases and people in it are called.
 */
names: { [key in string]: Name }, };
export type Riferimento = { 
/**
 * The authority.
 */
autorita?: string | null, 
/**
 * The number it had there.
 */
number?: string | null, 
/**
 * Until which day.
 */
until?: CivilDate | null, };
export type RigaCosto = { 
/**
 * The rate.
 */
retta: RecordId, 
/**
 * Its reduced amount, for days of absence.
 */
reduced: boolean, 
/**
 * The first of the days.
 */
from: CivilDate, 
/**
 * The last of the days.
 */
until: CivilDate, 
/**
 * How many.
 */
days: number, 
/**
 * A day, without IVA.
 */
daily: Euro, 
/**
 * Days by rate, rounded to the cent.
 */
net: Euro, 
/**
 * IVA of that, rounded to the cent.
 */
iva: Euro, 
/**
 * Both.
 */
total: Euro, 
/**
 * What the health service pays of it.
 */
health: Euro, 
/**
 * What the parents pay of it.
 */
parents: Euro, 
/**
 * What is left to the comune.
 */
comune: Euro, };
export type Riscontro = { 
/**
 * Day on which the answer came.
 */
on: CivilDate, 
/**
 * The order, as this file knows it.
 */
order?: RecordId | null, };
export type Risposta = { 
/**
 * How.
 */
is: EsitoAccesso, 
/**
 * On which day.
 */
on: CivilDate, 
/**
 * Why.
 */
reason?: string | null, 
/**
 * Until when it is put off.
 */
deferred_until?: CivilDate | null, 
/**
 * Protocol of the answer.
 */
protocol?: string | null, 
/**
 * Who answered.
 */
by?: OperatorId | null, };
export type Role = "ASSISTENTE_SOCIALE" | "PSICOLOGO" | "PEDAGOGISTA" | "EDUCATORE_ENTE" | "COUNSELOR" | "COORDINATORE" | "AMMINISTRATIVO" | "ASSISTENTE_SOCIALE_COMUNE" | "DIREZIONE" | "DPO_AUDITOR" | "AMM_SISTEMA";
export type Running = "in_carico" | "progetto_attivo" | "in_monitoraggio";
export type RunningPlacement = { 
/**
 * The placement.
 */
id: RecordId, 
/**
 * In the file of which case.
 */
case: CaseId | null, 
/**
 * Since when.
 */
since: CivilDate | null, 
/**
 * The name of the facility.
 */
facility: string | null, };
export type RuoloFirma = "CO_FIRMA" | "APPROVAZIONE";
export type RuoloParte = "MADRE" | "PADRE" | "TUTORE" | "COLLOCATARIO" | "ALTRO";
export type SaveAccesso = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * All of it.
 */
card: Accesso, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveAddress = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * All of it.
 */
address: Address, 
/**
 * Hidden (recapiti protetti).
 */
protected: boolean, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveAlert = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * Whom it is about.
 */
person: PersonId, 
/**
 * The address that it is about.
 */
address: RecordId | null, 
/**
 * What kind.
 */
kind: AlertKind, 
/**
 * Why.
 */
reason: string | null, 
/**
 * When to look again.
 */
review: CivilDate | null, 
/**
 * It no longer holds, for this reason (which may be empty).
 */
ended: string | null, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveAuthority = { 
/**
 * The office's record; none for a new one, and for the first change of a row of the list.
 */
id: RecordId | null, 
/**
 * All of it.
 */
authority: Autorita, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveBeside<T> = { 
/**
 * The record; none for a new one.
 */
id?: RecordId | null, 
/**
 * The placement.
 */
placement: RecordId, 
/**
 * All of it.
 */
value: T, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveClass = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * All of it.
 */
class: SchoolClass, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveContact = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * All of it.
 */
contact: Contact, 
/**
 * Hidden (recapiti protetti).
 */
protected: boolean, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveDatum = { 
/**
 * The case; its current episode is meant.
 */
case: CaseId, 
/**
 * The element, by its key.
 */
element: string, 
/**
 * The value; none takes back what was written.
 */
value?: Valore | null, 
/**
 * What was on the screen; empty where nothing was written yet.
 */
seen: Array<string>, };
export type SaveDraft = { 
/**
 * The draft; a new one without.
 */
id?: DraftId | null, 
/**
 * Which form: the name of its record's kind.
 */
kind: string, 
/**
 * The case or person it was started from.
 */
subject?: RecordId | null, 
/**
 * The form's content, in its own shape.
 */
content: unknown, 
/**
 * The writes that were on the screen when the form was opened.
 */
started_from: unknown, };
export type SaveEnrolment = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * All of it.
 */
enrolment: SchoolEnrolment, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveFacility = { 
/**
 * The record; none for a new one.
 */
id?: RecordId | null, 
/**
 * All of it.
 */
facility: Struttura, 
/**
 * What was on the screen; empty for a new one.
 */
seen?: Array<string>, };
export type SaveHousehold = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * Whose page it is: one of the members.
 */
person: PersonId, 
/**
 * All of it.
 */
household: Household, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveMeeting = { 
/**
 * The record; none for a new one.
 */
id?: RecordId | null, 
/**
 * The path.
 */
path: RecordId, 
/**
 * All of it; its diary entry stays as it is.
 */
meeting: IncontroSn, 
/**
 * The paths of brothers and sisters in which the same meeting stands: what is saved is saved there too. In a path that had
 * it and is not named here it stays as it is.
 */
with?: Array<RecordId>, 
/**
 * What was on the screen; empty for a new one.
 */
seen?: Array<string>, };
export type SavePhase = { 
/**
 * The case; its current episode is meant.
 */
case: CaseId, 
/**
 * The phase; case and episode are not said here.
 */
phase: Fase, 
/**
 * What was on the screen; empty where nothing was said yet.
 */
seen: Array<string>, };
export type SavePicture = { 
/**
 * Which.
 */
picture: PictureKind, 
/**
 * What it is called, in the screen's words: read aloud by who cannot see it.
 */
title: string, 
/**
 * How it leaves.
 */
by: PictureLeaves, };
export type SavePlacement = { 
/**
 * The record; none for a new one.
 */
id?: RecordId | null, 
/**
 * Of which case.
 */
case: CaseId, 
/**
 * All of it; its state and what was billed stay as they are.
 */
placement: Collocamento, 
/**
 * What was on the screen; empty for a new one.
 */
seen?: Array<string>, };
export type SavePlan = { 
/**
 * The record; none for a new one.
 */
id?: RecordId | null, 
/**
 * Of which case.
 */
case: CaseId, 
/**
 * The plan.
 */
plan: Plan, 
/**
 * Its goals.
 */
goals: Array<GoalInput>, 
/**
 * Goals that were taken off.
 */
removed?: Array<RecordId>, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveRelation = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * Whose page it is.
 */
one: PersonId, 
/**
 * The other.
 */
other: PersonId, 
/**
 * What the other is to the one.
 */
kind: RelationKind, 
/**
 * By what it came about.
 */
bond: Bond | null, 
/**
 * Its days.
 */
period: Period, 
/**
 * The other looks after the one day by day (or the one after the other, if so stored).
 */
caregiver: boolean | null, 
/**
 * How the two get on.
 */
closeness: Closeness | null, 
/**
 * Anything else.
 */
note: string | null, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveReport = { 
/**
 * The report.
 */
report: RecordId, 
/**
 * What kind of file.
 */
format: PaperFormat, 
/**
 * The words of the paper.
 */
words: PaperWords, };
export type SaveResponsibility = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * All of it.
 */
responsibility: ParentalResponsibility, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveSchool = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * All of it.
 */
school: School, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type SaveSnPath = { 
/**
 * The record; none for a new one.
 */
id?: RecordId | null, 
/**
 * Of which case.
 */
case: CaseId, 
/**
 * All of it; assignment, meetings, reports and end stay as they are.
 */
path: PercorsoSn, 
/**
 * What was on the screen; empty for a new one.
 */
seen?: Array<string>, };
export type SaveSocialTie = { 
/**
 * The record; none for a new one.
 */
id: RecordId | null, 
/**
 * All of it.
 */
tie: SocialTie, 
/**
 * What was on the screen; empty for a new one.
 */
seen: Array<string>, };
export type Saved = { 
/**
 * Its id.
 */
id: RecordId, };
export type SchedaBudget = { 
/**
 * The file.
 */
case?: CaseId | null, 
/**
 * The placement.
 */
collocamento?: RecordId | null, 
/**
 * The day on which it was made.
 */
on?: CivilDate | null, 
/**
 * When it was signed.
 */
signed_at?: Instant | null, 
/**
 * By whom.
 */
author?: OperatorId | null, 
/**
 * For which comune (Belfiore code): the one that bears the costs.
 */
comune?: string | null, 
/**
 * The facility, by its name then.
 */
struttura?: string | null, 
/**
 * The year and the next.
 */
years?: Array<CostoPeriodo> | null, 
/**
 * The rates that it was computed with.
 */
rates?: Array<Retta> | null, 
/**
 * In words.
 */
note?: string | null, };
export type School = { 
/**
 * Name of the building.
 */
name?: string | null, 
/**
 * The institute that it belongs to.
 */
institute?: string | null, 
/**
 * Codice meccanografico, ten characters.
 */
code?: string | null, 
/**
 * Which school.
 */
order?: SchoolOrder | null, 
/**
 * Belfiore code of the comune.
 */
place?: string | null, 
/**
 * Street and number.
 */
address?: string | null, 
/**
 * Phone of the office.
 */
phone?: string | null, 
/**
 * Run by the state; no means paritaria.
 */
state_run?: boolean | null, 
/**
 * No longer in use.
 */
closed?: boolean | null, };
export type SchoolClass = { 
/**
 * Its school.
 */
school: SchoolId, 
/**
 * The calendar year in which the school year starts: 2025 for 2025/26.
 */
year: number, 
/**
 * Year of the course ("3"); for the infancy school the age group.
 */
grade?: string | null, 
/**
 * Section ("B").
 */
section?: string | null, };
export type SchoolEnrolment = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * The calendar year in which the school year starts.
 */
year: number, 
/**
 * Which school; unknown or none for "no school".
 */
school?: SchoolId | null, 
/**
 * Which class.
 */
class?: ClassId | null, 
/**
 * The order, where the school is unknown or there is none.
 */
order?: SchoolOrder | null, 
/**
 * Repeating the year (fermo).
 */
repeating?: boolean | null, 
/**
 * Support teacher, minutes a week.
 */
support_minutes?: number | null, 
/**
 * Days, where shorter than the school year.
 */
period: Period, 
/**
 * Anything else.
 */
note?: string | null, };
export type SchoolId = string;
export type SchoolOrder = "NESSUNA" | "STRUTTURA" | "NIDO" | "INFANZIA" | "PRIMARIA" | "SECONDARIA_I" | "SECONDARIA_II" | "FORMAZIONE_PROFESSIONALE";
export type SearchPlaces = { 
/**
 * As typed.
 */
prefix: string, 
/**
 * The day on which the name was valid (a birth); today without.
 */
day: CivilDate | null, };
export type SegmentId = string;
export type SegmentView = { 
/**
 * The paragraph.
 */
id: SegmentId, 
/**
 * The heading it was written under.
 */
heading: Heading | null, 
/**
 * What it claims to be, as classified last.
 */
category: Category | null, 
/**
 * The category was given after the signature.
 */
classified_later: boolean, 
/**
 * How far it may be read.
 */
level: Confidentiality, 
/**
 * In whose files it stands, when not in all of the act.
 */
files: Array<CaseId>, 
/**
 * The words; none for who may not read them.
 */
text: string | null, };
export type SegnaleCollocamento = "EMERGENZA" | "GRAVIDANZA" | "CON_NEONATO" | "AREA_PENALE" | "DISABILITA_CERTIFICATA" | "EDUCATORE_AGGIUNTIVO" | "PROROGA_18";
export type Service = "TM" | "AES" | "SAD" | "AFF" | "SN" | "SSB" | "TMP" | "AES2" | "SADDP" | "EDMO" | "EDMI" | "COM" | "PG" | "SISL" | "SG" | "CF" | "CSE" | "CSS" | "CDD" | "SF" | "AIA" | "ABI" | "SAI" | "PIS";
export type ServiceAsk = { 
/**
 * The service.
 */
service: Service, };
export type ServiceCard = { 
/**
 * Its code.
 */
service: Service, 
/**
 * Whom it is for.
 */
audience: Audience, 
/**
 * The level at which diary entries start.
 */
confidentiality: Confidentiality, 
/**
 * A pair of assistente sociale and psicologo works on its cases.
 */
mini_equipe: boolean, 
/**
 * It works under orders of a court.
 */
under_court: boolean, 
/**
 * The operator may open cases in it.
 */
may_open: boolean, };
export type ServiceCodes = { 
/**
 * Motivi di chiusura.
 */
closing_reasons: Array<Coded>, 
/**
 * Situazioni alla chiusura.
 */
closing_situations: Array<Coded>, 
/**
 * Reasons for not taking a case.
 */
decline_reasons: Array<Coded>, 
/**
 * Reasons for suspending.
 */
suspension_reasons: Array<Coded>, 
/**
 * Fonti della segnalazione.
 */
referral_sources: Array<Coded>, };
export type SessionInfo = { 
/**
 * The operator.
 */
operator: OperatorId, 
/**
 * Her name and surname, as she signs; none for who has no record here.
 */
operator_name: string | null, 
/**
 * What she signs as.
 */
qualifica: Role | null, 
/**
 * This moment on the device.
 */
now: Instant, 
/**
 * The civil day in Italy.
 */
today: CivilDate, 
/**
 * Minutes without a key before the archive locks.
 */
idle_minutes: number, 
/**
 * Where she was when it locked, as her window left it.
 */
view: string | null, 
/**
 * What she may do for the office.
 */
may: OfficeMay, };
export type Setting = { 
/**
 * Minutes without a key before the archive locks, 1 to 15; 5 when not set.
 */
idle_minutes: number | null, 
/**
 * The office's: days after which an entry counts as registered late; 3 when not set.
 */
late_after_days: number | null, 
/**
 * `light`, `dark`, or as the system says when not set.
 */
theme: string | null, 
/**
 * Hints that she has put away.
 */
hints_read: Array<string>, 
/**
 * The office's: what it decides about terms; the cookbook as it stands when not set.
 */
deadlines: DeadlineOffice | null, 
/**
 * The office's: days without a note from which the board calls a case silent; 60 when not set.
 */
silent_after_days: number | null, 
/**
 * The office's: cases of one responsible who works full time, from which the board marks her load; 90 when not set.
 */
cases_per_fte: number | null, 
/**
 * The office's: name and address above its papers, a line each.
 */
letterhead: string | null, 
/**
 * The office's: services whose cases are closed without a final report; everywhere else one is asked for.
 */
closes_without_report: Array<Service>, };
export type SettleClash = { 
/**
 * The case or person on whose page it stands.
 */
subject: RecordId, 
/**
 * The record.
 */
record: RecordId, 
/**
 * The field; none where the question is whether the record stays.
 */
field?: string | null, 
/**
 * What she decided.
 */
choice: ClashChoice, 
/**
 * The live writes that were on her screen: a value that came meanwhile stays beside her choice.
 */
seen: string[], };
export type SettleHeld = { 
/**
 * As [`HeldView::key`].
 */
key: string, 
/**
 * "Prendi in carico"; else it is closed.
 */
adopt: boolean, 
/**
 * Why it is closed: its author reads it.
 */
reason: string, };
export type SettleMessage = { 
/**
 * The message.
 */
message: string, };
export type Settled = { 
/**
 * Who.
 */
by: OperatorId, 
/**
 * When.
 */
at: Instant, };
export type Severity = "note" | "warning" | "error";
export type Sex = "M" | "F";
export type SheetView = { 
/**
 * The record.
 */
id: RecordId, 
/**
 * The sheet.
 */
sheet: SchedaBudget, 
/**
 * The comune that it names, by name.
 */
comune: string | null, };
export type Shown<T> = { 
/**
 * Its id.
 */
id: RecordId, 
/**
 * The record.
 */
value: T, 
/**
 * The writes that made it: the form gives them back when it saves.
 */
seen: Array<string>, 
/**
 * Fields that this program cannot read: shown read-only.
 */
unread: Array<string>, 
/**
 * Fields of which two people wrote different values without seeing each other: by field, the values.
 */
clashes: Record<string, unknown> | null, };
export type Sibling = { 
/**
 * The file.
 */
case: CaseId, 
/**
 * Its service.
 */
service: Service, };
export type Sign = { 
/**
 * The draft.
 */
draft: DraftId, 
/**
 * What is on the screen, when that is newer than what was kept.
 */
content?: EntryDraft | null, };
export type SignAnswer = { "type": "signed", 
/**
 * The act.
 */
act: ActId, 
/**
 * Its entries, one a file and text.
 */
entries: Array<EntryId>, 
/**
 * What was found and did not stand in the way.
 */
notices: Array<SigningFinding>, } | { "type": "not_yet", 
/**
 * What stands in the way, and what else was found.
 */
findings: Array<SigningFinding>, };
export type SignAssessment = { 
/**
 * Of which case.
 */
case: CaseId, 
/**
 * What it says.
 */
assessment: Assessment, };
export type SignBudget = { 
/**
 * The placement.
 */
id: RecordId, 
/**
 * The first of the two years; this one without.
 */
year?: number | null, 
/**
 * In words.
 */
note?: string | null, };
export type SignMany = { 
/**
 * The drafts.
 */
drafts: Array<DraftId>, };
export type SignParty = { 
/**
 * The plan.
 */
id: RecordId, 
/**
 * Who, as the plan names him.
 */
party: Party, 
/**
 * How. An operator of the service signs as herself alone.
 */
how: SignedHow, 
/**
 * The day; today without.
 */
on?: CivilDate | null, };
export type SignReport = { 
/**
 * The report.
 */
report: RecordId, 
/**
 * The words of the paper that is made of it.
 */
words: PaperWords, };
export type SignatureView = { 
/**
 * The signature.
 */
signature: RelazioneFirma, 
/**
 * The text changed since: it is asked for again.
 */
outdated: boolean, };
export type SignedDraft = { 
/**
 * The draft.
 */
draft: DraftId, 
/**
 * What came of it; none if it could not be signed for another reason, which `error` says.
 */
answer: SignAnswer | null, 
/**
 * Why it could not be tried.
 */
error: ErrorAnswer | null, };
export type SignedHow = { "how": "screen", 
/**
 * The lines.
 */
strokes: Array<Array<[number, number]>>, } | { "how": "paper", 
/**
 * The paper.
 */
paper: Paper, } | { "how": "operator", 
/**
 * Who.
 */
operator: OperatorId, };
export type SigningFinding = { 
/**
 * What.
 */
code: SigningFindingCode, 
/**
 * It stands in the way of the signature.
 */
blocks: boolean, 
/**
 * In which text, counted from 0.
 */
text: number | null, 
/**
 * In which paragraph of that text, counted from 0.
 */
segment: number | null, 
/**
 * In which file.
 */
case: CaseId | null, };
export type SigningFindingCode = "date_missing" | "future_date" | "future_time" | "ends_before_start" | "nothing_written" | "text_without_file" | "unknown_file" | "file_without_text" | "file_twice" | "segment_in_no_file" | "collective_unnamed" | "level_needs_file" | "secret_without_readers" | "transcription_without_author" | "too_long" | "reported_by_nobody" | "time_proposed";
export type Slot = { 
/**
 * The day (Europe/Rome).
 */
on: CivilDate, 
/**
 * Its beginning; none for the whole day.
 */
starts: ClockTime | null, 
/**
 * Its end.
 */
ends: ClockTime | null, };
export type SnCodes = { 
/**
 * How a meeting is watched.
 */
modes: Array<Coded>, 
/**
 * Why a path ends.
 */
endings: Array<Coded>, };
export type SnLine = { 
/**
 * The path.
 */
id: RecordId, 
/**
 * Its case.
 */
case: CaseId, 
/**
 * How pressing.
 */
priority: PrioritaSn, 
/**
 * The day of the request.
 */
requested_on: CivilDate | null, 
/**
 * Which service sends.
 */
sent_by: string | null, 
/**
 * Days from the request to the assignment, or to today.
 */
waited: number | null, 
/**
 * It waits.
 */
waits: boolean, 
/**
 * It ended.
 */
closed: boolean, 
/**
 * To whom it is assigned.
 */
operators: Array<OperatorId>, 
/**
 * The step in which it is.
 */
current: FaseSn, 
/**
 * The day of the last meeting that took place.
 */
last_meeting: CivilDate | null, };
export type SnPage = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * The operator may write here.
 */
writes: boolean, 
/**
 * She may write the diary of a meeting.
 */
writes_diary: boolean, 
/**
 * Those that go on first, then the last first.
 */
paths: Array<SnPathView>, 
/**
 * The running paths of brothers and sisters in whose files she may write.
 */
siblings: Array<SnSibling>, 
/**
 * The orders of the file.
 */
orders: Array<OrderChoice>, 
/**
 * What the minor and the operators are called.
 */
names: { [key in string]: Name }, };
export type SnPathRef = { 
/**
 * The path.
 */
id: RecordId, };
export type SnPathView = { 
/**
 * The path.
 */
path: Shown<PercorsoSn>, 
/**
 * The eleven steps.
 */
phases: Array<FaseVista>, 
/**
 * The step in which it is.
 */
current: FaseSn, 
/**
 * Days from the request to the assignment, or to today.
 */
waited: number | null, 
/**
 * The steps that were recorded, the last first.
 */
steps: Array<Shown<PassoSn>>, 
/**
 * Its meetings, the last first.
 */
meetings: Array<MeetingView>, 
/**
 * A meeting as the path proposes it.
 */
proposed: IncontroSn, };
export type SnPaths = { 
/**
 * Those that wait in the order of their turn, then those that go on, then those that ended.
 */
lines: Array<SnLine>, 
/**
 * What minors and operators are called.
 */
names: { [key in string]: Name }, };
export type SnSibling = { 
/**
 * The path.
 */
path: RecordId, 
/**
 * Whose case.
 */
case: CaseId, };
export type SocialCategory = "FAMIGLIA_E_MINORI" | "DISABILI" | "ADULTI" | "ANZIANI";
export type SocialTie = { 
/**
 * Whose.
 */
person: PersonId, 
/**
 * What kind of thing it is.
 */
surrounding?: Surrounding | null, 
/**
 * Its name: "Oratorio San Luigi", "la vicina del terzo piano".
 */
label?: string | null, 
/**
 * How the tie holds.
 */
closeness?: Closeness | null, 
/**
 * Which way its energy flows.
 */
energy?: Energy | null, 
/**
 * Its days.
 */
period: Period, 
/**
 * Anything else.
 */
note?: string | null, };
export type Source = { "type": "read", "text": string } | { "type": "memory", "text": string } | { "type": "brief", "text": string } | { "type": "design", "text": string };
export type Start = { 
/**
 * Its kind; a phone call without.
 */
kind?: EntryKind | null, 
/**
 * The file she is in.
 */
case?: CaseId | null, 
/**
 * The appointment that it tells of.
 */
appointment?: AppointmentId | null, };
export type StartFinalReport = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Why it is going to be closed.
 */
reason?: Coded | null, 
/**
 * How the person will live then.
 */
situation?: Coded | null, };
export type StartReport = { 
/**
 * The mandate that it answers, in the file where the report is written.
 */
mandate: RecordId, 
/**
 * What kind; its code in the list of reports.
 */
kind?: string | null, 
/**
 * First day of the period that it tells of; without, the day after the last report, or that of the order's receipt.
 */
from?: CivilDate | null, 
/**
 * Last day; today without.
 */
to?: CivilDate | null, };
export type Started = { 
/**
 * The id that its draft will have.
 */
draft: DraftId, 
/**
 * What is filled in.
 */
content: EntryDraft, };
export type State = { "is": "segnalato", 
/**
 * Since.
 */
on: PartialDate | null, } | { "is": "riaperto", 
/**
 * Since.
 */
on: PartialDate | null, } | { "is": "assegnato", 
/**
 * Since.
 */
on: PartialDate | null, } | { "is": "in_valutazione", 
/**
 * Since.
 */
on: PartialDate | null, } | { "is": "in_carico", 
/**
 * Since.
 */
on: PartialDate | null, } | { "is": "progetto_attivo", 
/**
 * Since.
 */
on: PartialDate | null, } | { "is": "in_monitoraggio", 
/**
 * Since.
 */
on: PartialDate | null, } | { "is": "sospeso", 
/**
 * Since.
 */
on: PartialDate | null, 
/**
 * Until, as foreseen.
 */
until: PartialDate | null, 
/**
 * Why.
 */
reason: Coded | null, 
/**
 * Where it returns to.
 */
from: Running, } | { "is": "trasferito", 
/**
 * Since.
 */
on: PartialDate | null, 
/**
 * Body or comune of destination.
 */
to: string | null, 
/**
 * The record of the handover (passaggio di consegne).
 */
handover: Paper | null, } | { "is": "non_accolto", 
/**
 * Since.
 */
on: PartialDate | null, 
/**
 * Why.
 */
reason: Coded | null, 
/**
 * Where the person was sent instead.
 */
sent_to: string | null, } | { "is": "chiuso", 
/**
 * Since.
 */
on: PartialDate | null, 
/**
 * Why (motivo di chiusura).
 */
reason: Coded | null, 
/**
 * How the person lives at closing (situazione alla chiusura).
 */
situation: Coded | null, 
/**
 * Who closed it; unknown for cases closed before this program.
 */
by: OperatorId | null, 
/**
 * The final report.
 */
final_report: Paper | null, };
export type StateName = "segnalato" | "riaperto" | "assegnato" | "in_valutazione" | "in_carico" | "progetto_attivo" | "in_monitoraggio" | "sospeso" | "trasferito" | "non_accolto" | "chiuso";
export type StatoCollocamento = { "is": "individuazione" } | { "is": "trasmissione", 
/**
 * On this day.
 */
on: CivilDate, 
/**
 * To which office of the comune.
 */
to?: string | null, 
/**
 * With which protocol.
 */
protocol?: string | null, } | { "is": "inserito", 
/**
 * The day of entry.
 */
on: CivilDate, } | { "is": "dimesso", 
/**
 * The day of entry.
 */
entered: CivilDate, 
/**
 * The exact day of discharge.
 */
left: CivilDate, 
/**
 * Where to, of [`super::ESITI_DIMISSIONE`].
 */
outcome: Coded, 
/**
 * In words.
 */
note?: string | null, } | { "is": "concluso", 
/**
 * The day of entry.
 */
entered: CivilDate, 
/**
 * The exact day of discharge.
 */
left: CivilDate, 
/**
 * Where to.
 */
outcome: Coded, 
/**
 * In words.
 */
note?: string | null, 
/**
 * The day on which the last bill was checked.
 */
on: CivilDate, } | { "is": "non_avviato", 
/**
 * Since this day.
 */
on: CivilDate, 
/**
 * Why.
 */
reason?: string | null, };
export type StatoFase = "da_iniziare" | "in_corso" | "conclusa";
export type StatoMandato = { "is": "aperto" } | { "is": "adempiuto", 
/**
 * The day on which the answer was sent.
 */
on: CivilDate, 
/**
 * With which paper: protocol, kind.
 */
note?: string | null, } | { "is": "cessato", 
/**
 * Since which day.
 */
on: CivilDate, 
/**
 * Why.
 */
note?: string | null, };
export type StatoProcedimento = "APERTO" | "DEFINITO" | "RECLAMATO" | "ARCHIVIATO";
export type StatoRelazione = "in_redazione" | "in_revisione" | "firmata" | "protocollata" | "inviata" | "riscontrata";
export type StatoRichiesta = { "is": "inviata" } | { "is": "accettata_struttura", 
/**
 * On this day.
 */
on: CivilDate, } | { "is": "accettata", 
/**
 * On this day.
 */
on: CivilDate, } | { "is": "rifiutata_struttura", 
/**
 * On this day.
 */
on: CivilDate, 
/**
 * Why.
 */
reason?: string | null, } | { "is": "rifiutata", 
/**
 * On this day.
 */
on: CivilDate, 
/**
 * Why.
 */
reason?: string | null, };
export type StepAccesso = { 
/**
 * The card.
 */
id: RecordId, 
/**
 * The step.
 */
step: DeskStep, 
/**
 * What was on the screen.
 */
seen: Array<string>, };
export type StepPlacement = { 
/**
 * The placement.
 */
id: RecordId, 
/**
 * The step.
 */
step: PlacementStep, 
/**
 * What was on the screen.
 */
seen?: Array<string>, };
export type Stroke = { 
/**
 * The path.
 */
path: string, 
/**
 * What it stands for.
 */
sign: StrokeSign, };
export type StrokeSign = "figure" | "about" | "death" | "union" | "cohabitation" | "parents" | "parted" | "child" | "adopted" | "fostered" | "kin" | "household" | "tie" | "strong" | "weak" | "conflict" | "broken" | "violent" | "arrow";
export type Struttura = { 
/**
 * Its name.
 */
name?: string | null, 
/**
 * Who runs it (ente gestore).
 */
gestore?: string | null, 
/**
 * What kind, of [`super::TIPI_COMUNITA`].
 */
kind?: Coded | null, 
/**
 * Residential character, of [`super::CARATTERE`].
 */
carattere?: Coded | null, 
/**
 * Its comune (Belfiore code).
 */
comune?: string | null, 
/**
 * Its address.
 */
address?: string | null, 
/**
 * Telephone.
 */
phone?: string | null, 
/**
 * PEC or e-mail.
 */
mail?: string | null, 
/**
 * The day of its Carta dei servizi.
 */
carta_servizi?: CivilDate | null, 
/**
 * The daily tariff of that paper, without IVA.
 */
tariffa?: Euro | null, 
/**
 * How many it can take.
 */
posti?: number | null, 
/**
 * What else matters: ages, girls or boys, what it does.
 */
note?: string | null, 
/**
 * The days in which the office works with it.
 */
period: Period, };
export type SubstitutableCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * What it is called.
 */
label: string, 
/**
 * The service.
 */
service: Service, };
export type Substitution = { 
/**
 * Who is away.
 */
absent: OperatorId | null, 
/**
 * Who stands in.
 */
substitute: OperatorId | null, 
/**
 * First day.
 */
from: CivilDate | null, 
/**
 * Last day, included; before the first day where it was called off.
 */
to: CivilDate | null, 
/**
 * In all cases of the absent, those that come to her meanwhile too; else only in some.
 */
all_cases: boolean, 
/**
 * Who decided.
 */
by: OperatorId | null, };
export type SubstitutionState = "running" | "coming" | "over" | "called_off";
export type SubstitutionView = { 
/**
 * Its id.
 */
id: RecordId, 
/**
 * Who, for whom, when.
 */
value: Substitution, 
/**
 * Where it stands today.
 */
state: SubstitutionState, 
/**
 * In how many of the cases that the operator may list.
 */
cases: number, 
/**
 * The writes that made it.
 */
seen: Array<string>, 
/**
 * Two people wrote it without seeing each other.
 */
clashed: boolean, };
export type Substitutions = { 
/**
 * Running ones first, then those to come, then those that are over.
 */
lines: Array<SubstitutionView>, 
/**
 * The operator may make one.
 */
may_make: boolean, 
/**
 * She may ask the office for one of herself.
 */
may_ask: boolean, 
/**
 * What the people in it are called.
 */
names: { [key in string]: Name }, };
export type SuggestDuplicates = { 
/**
 * Who she is.
 */
person: Person, 
/**
 * Where she lives.
 */
addresses: Array<NewAddress>, 
/**
 * How she is reached.
 */
contacts: Array<NewContact>, 
/**
 * The record being edited, which is no double of itself.
 */
except: PersonId | null, };
export type SuggestedPassphrase = { 
/**
 * The words, with spaces between.
 */
passphrase: string, };
export type Suggestion = { 
/**
 * How sure it is.
 */
certainty: Certainty, 
/**
 * Who; none where the operator may not know: then only that there is someone, and to ask the coordinator.
 */
card: PersonCard | null, 
/**
 * Why; nothing where the operator may not know who.
 */
reasons: Array<Reason>, };
export type Surrounding = "SCUOLA" | "LAVORO" | "SANITA" | "NPI" | "SERVIZI_SOCIALI" | "PARENTI" | "AMICI" | "VICINATO" | "PARROCCHIA" | "ASSOCIAZIONE" | "SPORT_TEMPO_LIBERO" | "ALTRO";
export type SyncReport = { 
/**
 * When it ended.
 */
at: Instant, 
/**
 * Why it stopped before its end; none if it came to its end.
 */
trouble?: TroubleCode | null, 
/**
 * Own changes confirmed by the office, late ones included.
 */
confirmed: number, 
/**
 * Of those, accepted as late.
 */
late: number, 
/**
 * Own changes refused.
 */
refused: number, 
/**
 * Others' changes that came.
 */
came: number, 
/**
 * Own changes that still wait.
 */
waiting: number, 
/**
 * Scopes that came whole, scopes that went.
 */
entered: number, 
/**
 * Scopes that went: the right was lost.
 */
left: number, 
/**
 * Both sides compared what they hold, and it is the same.
 */
same_print: boolean, 
/**
 * How long to wait before the next try after a trouble, in milliseconds; 0 without one.
 */
wait_ms: number, };
export type TakeSnStep = { 
/**
 * The path.
 */
path: RecordId, 
/**
 * Which step.
 */
fase: FaseSn, 
/**
 * On which day.
 */
on: CivilDate, 
/**
 * With whom, what came of it.
 */
note?: string | null, };
export type TeamSpan = { 
/**
 * Her name.
 */
name: string, 
/**
 * As what.
 */
role: AssignmentRole, 
/**
 * First day.
 */
from: CivilDate, 
/**
 * Last day; none if it still holds.
 */
to: CivilDate | null, };
export type Termine = { "is": "entro", 
/**
 * The day.
 */
on: CivilDate, } | { "is": "giorni", 
/**
 * How many.
 */
days: number, } | { "is": "mesi", 
/**
 * How many.
 */
months: number, } | { "is": "non_indicato" };
export type TermsChange = { 
/**
 * What held until then.
 */
before?: DeadlineOffice | null, 
/**
 * What holds from then on.
 */
after?: DeadlineOffice | null, 
/**
 * Why.
 */
reason?: string | null, 
/**
 * Who decided.
 */
author?: OperatorId | null, 
/**
 * When.
 */
signed_at?: Instant | null, };
export type Text = { 
/**
 * Its start (or its middle), from the left.
 */
x: number, 
/**
 * Its line, from the top.
 */
y: number, 
/**
 * The words, as they stand in the record.
 */
text: string, 
/**
 * Whether `x` is its middle.
 */
centred: boolean, 
/**
 * Whether it is set smaller.
 */
small: boolean, };
export type TickMeasure = { 
/**
 * The measure, in its file.
 */
measure: RecordId, 
/**
 * The line.
 */
line: string, 
/**
 * It is done.
 */
done: boolean, };
export type TieLine = { 
/**
 * Whom it speaks of.
 */
subject: PersonId, 
/**
 * The other.
 */
other: PersonId, 
/**
 * What the other is to the subject.
 */
kind: RelationKind, 
/**
 * By what it came about.
 */
bond: Bond | null, 
/**
 * How the two get on.
 */
closeness: Closeness | null, 
/**
 * It held before the day and no more.
 */
ended: boolean, };
export type TimeLine = { 
/**
 * Whose case it is.
 */
label: string, 
/**
 * Today, where the line ends if the case is open.
 */
today: CivilDate, 
/**
 * Its states, the first first.
 */
phases: Array<Phase>, 
/**
 * Who worked on it, the first first.
 */
team: Array<TeamSpan>, 
/**
 * What was written; empty for who may not know of the diary.
 */
months: Array<MonthCount>, };
export type TimeSpent = { 
/**
 * Minutes, travel not included.
 */
minutes: number | null, 
/**
 * The minutes are the program's proposal and nobody touched them: they never count in statistics.
 */
proposed: boolean, 
/**
 * Minutes of travel, there and back.
 */
travel: number | null, };
export type TipoAttivita = "SCUOLA" | "LAVORO" | "VOLONTARIATO" | "GIUSTIZIA_RIPARATIVA" | "SOSTEGNO" | "TEMPO_LIBERO" | "ALTRO";
export type TipoAutorita = "TM" | "PMM" | "TO" | "PO" | "GT" | "CA" | "USSM" | "TPMF";
export type TipoMisuraPenale = "INDAGINE" | "MAP" | "IRRILEVANZA" | "PERDONO" | "PRESCRIZIONI" | "PERMANENZA_IN_CASA" | "COLLOCAMENTO_IN_COMUNITA" | "CUSTODIA" | "RIEDUCAZIONE";
export type TipoPrestazione = "ATTIVITA" | "COLLOCAMENTO" | "SPAZIO_NEUTRO";
export type TipoProcedimento = "RESPONSABILITA" | "SEPARAZIONE" | "ADOTTABILITA" | "AMMINISTRATIVO" | "PENALE" | "TUTELA";
export type Titolo = "INTERESSATO" | "GENITORE" | "TUTORE" | "AVVOCATO" | "ALTRO_ENTE" | "AUTORITA_GIUDIZIARIA";
export type ToConfirm = { 
/**
 * The entry.
 */
entry: EntryId, 
/**
 * Its file; none for a group, class or school.
 */
case: CaseId | null, 
/**
 * Who signed it.
 */
author: OperatorId, 
/**
 * The day of the event.
 */
occurred_on: CivilDate, };
export type Today = { 
/**
 * The day.
 */
today: CivilDate, 
/**
 * What is due.
 */
due: Due, 
/**
 * What is to be done on no particular day.
 */
undated: Array<ActionLine>, 
/**
 * Drafts, the oldest first.
 */
drafts: Array<DraftSummary>, 
/**
 * Signed entries that wait for their file.
 */
to_place: Array<EntryView>, 
/**
 * Entries of colleagues that name her as co-author and that she has not confirmed.
 */
to_confirm: Array<ToConfirm>, 
/**
 * Messages that wait for her.
 */
messages: Array<MessageView>, 
/**
 * The cases she opened last.
 */
latest_cases: Array<CaseId>, 
/**
 * For who coordinates: orders for which nobody is responsible yet.
 */
to_assign: OrdersToAssign | null, 
/**
 * What the files and people in it are called.
 */
names: { [key in string]: Name }, };
export type Transcription = { 
/**
 * Who wrote it first, in words.
 */
author: string, 
/**
 * When it was written, where the paper says it; the day of the event is the entry's own.
 */
written_on: CivilDate | null, };
export type TransitionView = { 
/**
 * The state that was left.
 */
from: StateName | null, 
/**
 * The state that was reached.
 */
to: StateName, 
/**
 * On which day.
 */
on: PartialDate | null, 
/**
 * Who moved it.
 */
by: string, 
/**
 * Why.
 */
reason: string | null, 
/**
 * On which day it was recorded.
 */
recorded_on: CivilDate | null, };
export type TroubleCode = "line" | "timeout" | "nonsense" | "busy" | "unknown" | "suspended" | "revoked" | "upgrade" | "clock" | "restored" | "chain" | "stopped" | "storage" | "office";
export type TypedCode = { 
/**
 * As typed.
 */
text: string, };
export type Udienza = { 
/**
 * The day.
 */
on: CivilDate, 
/**
 * The hour.
 */
at?: ClockTime | null, 
/**
 * What for, and how it went.
 */
note?: string | null, };
export type UndoReport = { 
/**
 * Lines that go.
 */
removed: number, 
/**
 * Lines that stay.
 */
kept: Array<KeptLine>, };
export type Unit = "days" | "weeks" | "months" | "years";
export type UnlockArchive = { 
/**
 * The archive, from the list.
 */
id: string, 
/**
 * The passphrase as typed.
 */
passphrase: string, };
export type UnmergePeople = { 
/**
 * The merge.
 */
id: RecordId, 
/**
 * Why.
 */
reason: string | null, };
export type Uscita = { 
/**
 * Since which day.
 */
on: CivilDate, 
/**
 * Why.
 */
reason: string, };
export type Valore = { "is": "text", "value": string } | { "is": "day", "value": PartialDate } | { "is": "number", "value": number } | { "is": "euro", "value": number } | { "is": "yes_no", "value": boolean } | { "is": "codes", "value": Array<Coded> } | { "is": "operator", "value": OperatorId } | { "is": "place", "value": string } | { "is": "country", "value": string };
export type VerificaPenale = { 
/**
 * The day.
 */
on: CivilDate, 
/**
 * What was seen.
 */
note?: string | null, };
export type Verifiche = { 
/**
 * What is asked for was made on a court's mandate: it is the court's to give.
 */
court_mandate?: boolean | null, 
/**
 * To give it would harm the minor.
 */
harm?: boolean | null, 
/**
 * It is covered by the secrecy of an investigation (art. 329 c.p.p.; from memory).
 */
investigation?: boolean | null, };
export type ViewState = { 
/**
 * The window's own words.
 */
view: string, };
export type VisitCase = { 
/**
 * The case.
 */
case: CaseId, 
/**
 * Whose.
 */
person: PersonInCase, 
/**
 * The service.
 */
service: Service, 
/**
 * Where it stands.
 */
state: StateName | null, 
/**
 * Who lives there, who has responsibility, the last contact.
 */
header: CaseHeader, 
/**
 * What to beware of: of the person and of who lives there.
 */
alerts: Array<Alert>, 
/**
 * Where she lives; empty where it may not be read.
 */
homes: Array<VisitHome>, 
/**
 * An address is hidden from this operator.
 */
hidden: boolean, 
/**
 * Whom to call.
 */
phones: Array<VisitPhone>, 
/**
 * Language to speak, if an interpreter is needed or one was named.
 */
language: string | null, 
/**
 * An interpreter is needed.
 */
interpreter: boolean, 
/**
 * What was promised and is open, the earliest first.
 */
promises: Array<VisitPromise>, 
/**
 * The next deadlines, those that are over first.
 */
deadlines: Array<DeadlineView>, };
export type VisitHome = { 
/**
 * As recorded.
 */
location: Location, 
/**
 * The comune's name.
 */
place: string | null, 
/**
 * Hidden from others: for her eyes.
 */
protected: boolean, };
export type VisitPhone = { 
/**
 * Whose.
 */
name: string, 
/**
 * The number as written.
 */
number: string, 
/**
 * When or whom to ask for.
 */
note: string | null, 
/**
 * Hidden from others: for her eyes.
 */
protected: boolean, };
export type VisitPromise = { 
/**
 * What.
 */
what: string, 
/**
 * By when.
 */
due: CivilDate | null, };
export type VisitSheet = { 
/**
 * Today.
 */
on: CivilDate, 
/**
 * One a case, in the order of the way.
 */
cases: Array<VisitCase>, };
export type WaitingMarks = { 
/**
 * Cases and people of which anything waits.
 */
subjects: Array<RecordId>, 
/**
 * Of the records asked for, those that wait or of which a field does.
 */
records: Array<RecordId>, };
export type WaitingSubject = { 
/**
 * The case or person; none for what is about neither.
 */
subject?: RecordId | null, 
/**
 * It is the operator's own: drafts, settings.
 */
own: boolean, 
/**
 * How many changes.
 */
changes: number, 
/**
 * When the oldest was written.
 */
since: Instant, };
export type Whose = { 
/**
 * A person of the registry.
 */
person?: PersonId, 
/**
 * In words.
 */
words?: string, };
export type WhyKept = "changed" | "spoken_of" | "needed";
export type WorkCondition = "OCCUPATO" | "DISOCCUPATO" | "PRIMA_OCCUPAZIONE" | "CASALINGA" | "STUDENTE" | "RITIRATO" | "INABILE" | "ALTRO";
export type RecordKind = "accesso" | "activity" | "address" | "affidamento_ente" | "alert" | "allegato" | "annulment" | "appointment" | "assenza_com" | "assessment" | "assignment" | "autorita" | "care_plan" | "case_file" | "case_message" | "classification" | "collocamento" | "confirmation" | "contact" | "dato_fase" | "deadline_change" | "diary_entry" | "draft_copy" | "elenco_codici" | "episode" | "fase" | "fattura_com" | "household" | "import_batch" | "import_mapping" | "import_part" | "incontro_sn" | "mandato" | "misura_403" | "misura_penale" | "next_action" | "office_request" | "operator" | "parental_responsibility" | "passo_403" | "passo_sn" | "percorso_sn" | "person" | "person_merge" | "plan_goal" | "plan_review" | "plan_signature" | "plan_version" | "prescrizione" | "procedimento" | "provvedimento" | "rectification" | "referral_note" | "relation" | "relazione" | "relazione_file" | "relazione_firma" | "relazione_firmata" | "relazione_testo" | "reserved_segment" | "retta" | "richiesta_accesso" | "richiesta_disponibilita" | "scheda_budget" | "school" | "school_class" | "school_enrolment" | "setting" | "social_tie" | "struttura" | "substitution" | "terms_change" | "transition";
export type RecordField = "absent" | "absorbed" | "accesso" | "acknowledged" | "act" | "activities" | "activity" | "address" | "addressee" | "adult" | "aliases" | "all_cases" | "already_running" | "amount" | "anonymous" | "answer" | "answered" | "answers" | "applicant" | "arrived_on" | "asked_on" | "assessment" | "assigned" | "assigned_by" | "assigned_on" | "at" | "attendance" | "author" | "authority" | "autorita" | "batch" | "before" | "beneficiary" | "billed" | "billing" | "birth" | "birth_town" | "birthplace" | "bond" | "by" | "caller" | "carattere" | "caregiver" | "carta_servizi" | "case" | "cases" | "cases_per_fte" | "category" | "checked" | "checks" | "citizenships" | "class" | "closed" | "closeness" | "closes_without_report" | "co_signers" | "code" | "collocamento" | "companion" | "companions" | "complex" | "comune" | "comuni" | "concerned" | "concluded" | "consent" | "coordinates" | "counts_last_day" | "course" | "court_mandate" | "created_at" | "critical" | "curatore" | "curatore_acts" | "daily" | "dated" | "days" | "deadlines" | "death" | "decided_by" | "delay" | "delegate" | "digest" | "doctor" | "done" | "due" | "education" | "effective_from" | "effective_until" | "element" | "employer" | "ended" | "ended_on" | "ends" | "energy" | "enforceable" | "entry" | "episode" | "estimate" | "evaluations" | "every_months" | "expected_on" | "expected_until" | "facts" | "family" | "fase" | "fields" | "file_name" | "first_meeting" | "first_referral" | "flags" | "form" | "forma" | "free_from" | "frequency" | "from" | "fte" | "further_roles" | "gestore" | "given" | "grade" | "health" | "health_card" | "hearing_on" | "hearings" | "held" | "hints_read" | "home" | "how" | "identifiers" | "idle_minutes" | "in_review" | "indicator" | "institute" | "interlocutor" | "interpreter_needed" | "involved" | "issued_on" | "iva" | "judge" | "kept" | "kind" | "label" | "language" | "lapsed" | "last" | "late_after_days" | "left" | "letterhead" | "limits" | "lines" | "living" | "location" | "mail" | "mandate_ended" | "mandato" | "marital_status" | "means" | "measures" | "media" | "members" | "minor" | "misura" | "mode" | "monitor" | "months" | "motives" | "msna" | "name" | "named" | "natura" | "need" | "no_conflict" | "not_reached" | "note" | "noted_at" | "notes" | "notified_on" | "nth" | "number" | "occurred_on" | "of" | "on" | "opened_by" | "opened_together" | "operator" | "operators" | "order" | "ordered_by" | "other" | "outcome" | "outcome_on" | "paper_number" | "parents" | "parents_acts" | "participants" | "parties" | "party" | "past_comuni" | "pec" | "pei" | "people" | "percorso" | "period" | "person" | "phase" | "phone" | "place" | "placed" | "placed_with" | "placement_acts" | "plan" | "point" | "posti" | "present" | "priority" | "privacy_notice" | "procedimento" | "procura" | "promised_by" | "proposals" | "prosieguo" | "protected" | "protocol" | "provvedimento" | "purpose" | "qualifica" | "reached" | "reason" | "reasons" | "received_on" | "recipient" | "recorded_at" | "recorded_by" | "recorded_on" | "reduced" | "references" | "referral" | "relazione" | "removed" | "renews" | "repeating" | "replaces" | "report_months" | "reports" | "requested_on" | "residence_permit" | "resources" | "responsible" | "responsible_told" | "review" | "review_months" | "reviewed_on" | "reviews" | "role" | "school" | "sealed" | "section" | "seed" | "segment" | "sent" | "sent_by" | "sent_on" | "service" | "service_acts" | "service_names" | "service_tasks" | "services" | "settled" | "sex" | "signature" | "signed" | "silent_after_days" | "situation" | "size" | "slot" | "social_category" | "stands_in_for" | "started_at" | "starts" | "starts_on" | "state" | "state_run" | "statements" | "step" | "struttura" | "subject" | "substitute" | "substitution" | "summary" | "support_minutes" | "surname" | "surrounding" | "tariffa" | "term" | "text" | "text_hash" | "texts" | "theme" | "time" | "title" | "to" | "together" | "tutore" | "undone" | "until" | "urgent" | "ussm" | "value" | "venue" | "visitor" | "visitors" | "waiting_since" | "what" | "who" | "whose" | "with_parent" | "without_psychologist" | "words" | "work" | "year";

export const archiveList = (): Promise<Array<ArchiveCard>> => call('lock', 'archive.list', {});
export const archiveSuggestPassphrase = (): Promise<SuggestedPassphrase> => call('lock', 'archive.suggest_passphrase', {});
export const archiveCheckPassphrase = (input: CheckPassphrase): Promise<PassphraseVerdict> => call('lock', 'archive.check_passphrase', input);
export const archiveCreate = (input: CreateArchive): Promise<Entered> => call('lock', 'archive.create', input);
export const archiveUnlock = (input: UnlockArchive): Promise<Entered> => call('lock', 'archive.unlock', input);
export const archiveRecover = (input: RecoverArchive): Promise<Entered> => call('lock', 'archive.recover', input);
export const archiveCopies = (input: ArchiveId): Promise<Array<Copy>> => call('lock', 'archive.copies', input);
export const archiveRestore = (input: RestoreArchive): Promise<Entered> => call('lock', 'archive.restore', input);
export const sessionSuggestPassphrase = (): Promise<SuggestedPassphrase> => call('main', 'session.suggest_passphrase', {});
export const sessionCheckPassphrase = (input: CheckPassphrase): Promise<PassphraseVerdict> => call('main', 'session.check_passphrase', input);
export const archiveChangePassphrase = (input: ChangePassphrase): Promise<Nothing> => call('main', 'archive.change_passphrase', input);
export const archiveBackup = (): Promise<BackupDone> => call('main', 'archive.backup', {});
export const archiveBackupList = (): Promise<Array<Copy>> => call('main', 'archive.backup_list', {});
export const findAnything = (input: Find): Promise<Hits> => call('main', 'find.anything', input);
export const accessOfCase = (input: OfCase): Promise<AccessPage> => call('main', 'access.of_case', input);
export const accessVerify = (): Promise<ChainCheck> => call('main', 'access.verify', {});
export const sessionInfo = (): Promise<SessionInfo> => call('main', 'session.info', {});
export const sessionSettings = (): Promise<Setting> => call('main', 'session.settings', {});
export const sessionChangeSettings = (input: ChangeSettings): Promise<Setting> => call('main', 'session.change_settings', input);
export const officeSettings = (): Promise<OfficeSettings> => call('main', 'office.settings', {});
export const officeChangeSettings = (input: ChangeOfficeSettings): Promise<OfficeSettings> => call('main', 'office.change_settings', input);
export const sessionKeepView = (input: ViewState): Promise<Nothing> => call('main', 'session.keep_view', input);
export const draftSave = (input: SaveDraft): Promise<DraftSaved> => call('main', 'draft.save', input);
export const draftKeep = (input: DraftRef): Promise<Nothing> => call('main', 'draft.keep', input);
export const draftGet = (input: DraftRef): Promise<DraftView> => call('main', 'draft.get', input);
export const draftList = (): Promise<Array<DraftSummary>> => call('main', 'draft.list', {});
export const draftDiscard = (input: Discard): Promise<Nothing> => call('main', 'draft.discard', input);
export const draftDiscarded = (): Promise<Array<DraftSummary>> => call('main', 'draft.discarded', {});
export const draftRestore = (input: DraftRef): Promise<Nothing> => call('main', 'draft.restore', input);
export const namesOf = (input: AskNames): Promise<{ [key in string]: Name }> => call('main', 'names.of', input);
export const diaryStart = (input: Start): Promise<Started> => call('main', 'diary.start', input);
export const diaryTemplate = (input: AskTemplate): Promise<EntryDraft> => call('main', 'diary.template', input);
export const diaryFiles = (input: Files): Promise<Array<FileInfo>> => call('main', 'diary.files', input);
export const diaryReaders = (input: AskReaders): Promise<Array<ReadersOfFile>> => call('main', 'diary.readers', input);
export const diarySign = (input: Sign): Promise<SignAnswer> => call('main', 'diary.sign', input);
export const diarySignMany = (input: SignMany): Promise<Array<SignedDraft>> => call('main', 'diary.sign_many', input);
export const diaryPlace = (input: PlaceEntry): Promise<SignAnswer> => call('main', 'diary.place', input);
export const diaryList = (input: ListEntries): Promise<DiaryPage> => call('main', 'diary.list', input);
export const diaryGet = (input: EntryRef): Promise<DiaryPage> => call('main', 'diary.get', input);
export const diaryRectify = (input: Rectify): Promise<Nothing> => call('main', 'diary.rectify', input);
export const diaryAnnul = (input: Annul): Promise<Annulled> => call('main', 'diary.annul', input);
export const diaryConfirm = (input: Confirm): Promise<Nothing> => call('main', 'diary.confirm', input);
export const diaryActivities = (input: AskActivities): Promise<ActivityPage> => call('main', 'diary.activities', input);
export const diaryActivity = (input: ActivityRef): Promise<ActivityView> => call('main', 'diary.activity', input);
export const diaryClassify = (input: Classify): Promise<Nothing> => call('main', 'diary.classify', input);
export const agendaRange = (input: AskRange): Promise<AgendaRange> => call('main', 'agenda.range', input);
export const agendaGet = (input: AppointmentRef): Promise<AppointmentView> => call('main', 'agenda.get', input);
export const agendaCreate = (input: AppointmentInput): Promise<AppointmentRef> => call('main', 'agenda.create', input);
export const agendaEdit = (input: EditAppointment): Promise<Nothing> => call('main', 'agenda.edit', input);
export const agendaToEntry = (input: AppointmentRef): Promise<DraftRef> => call('main', 'agenda.to_entry', input);
export const agendaNotHappened = (input: NotHappened): Promise<SignAnswer> => call('main', 'agenda.not_happened', input);
export const agendaActions = (input: AskActions): Promise<Array<ActionLine>> => call('main', 'agenda.actions', input);
export const agendaActionCreate = (input: CreateAction): Promise<ActionRef> => call('main', 'agenda.action_create', input);
export const agendaActionEdit = (input: EditAction): Promise<Nothing> => call('main', 'agenda.action_edit', input);
export const agendaActionDone = (input: ActionRef): Promise<Nothing> => call('main', 'agenda.action_done', input);
export const agendaActionDrop = (input: DropAction): Promise<Nothing> => call('main', 'agenda.action_drop', input);
export const deadlinesOfCase = (input: OneCase): Promise<CaseDeadlines> => call('main', 'deadlines.of_case', input);
export const deadlinesDecide = (input: DecideDeadline): Promise<Nothing> => call('main', 'deadlines.decide', input);
export const deadlinesRules = (): Promise<DeadlineRules> => call('main', 'deadlines.rules', {});
export const deadlinesChangeRules = (input: ChangeRules): Promise<DeadlineRules> => call('main', 'deadlines.change_rules', input);
export const deadlinesCalendar = (input: CalendarWords): Promise<ReportFile> => call('main', 'deadlines.calendar', input);
export const todayToday = (): Promise<Today> => call('main', 'today.today', {});
export const peopleList = (input: ListPeople): Promise<PeoplePage> => call('main', 'people.list', input);
export const peopleGet = (input: PersonRef): Promise<PersonPage> => call('main', 'people.get', input);
export const peopleCreate = (input: CreatePerson): Promise<Saved> => call('main', 'people.create', input);
export const peopleEdit = (input: EditPerson): Promise<Saved> => call('main', 'people.edit', input);
export const peopleCheck = (input: CheckPerson): Promise<Checked> => call('main', 'people.check', input);
export const peopleReadCode = (input: TypedCode): Promise<ReadCode> => call('main', 'people.read_code', input);
export const peopleSuggestDuplicates = (input: SuggestDuplicates): Promise<Array<Suggestion>> => call('main', 'people.suggest_duplicates', input);
export const peopleSaveAddress = (input: SaveAddress): Promise<Saved> => call('main', 'people.save_address', input);
export const peopleSaveContact = (input: SaveContact): Promise<Saved> => call('main', 'people.save_contact', input);
export const peopleSaveRelation = (input: SaveRelation): Promise<Saved> => call('main', 'people.save_relation', input);
export const peopleSaveHousehold = (input: SaveHousehold): Promise<Saved> => call('main', 'people.save_household', input);
export const peopleSaveResponsibility = (input: SaveResponsibility): Promise<Saved> => call('main', 'people.save_responsibility', input);
export const peopleSaveAlert = (input: SaveAlert): Promise<Saved> => call('main', 'people.save_alert', input);
export const peopleSaveEnrolment = (input: SaveEnrolment): Promise<Saved> => call('main', 'people.save_enrolment', input);
export const peopleSaveSocialTie = (input: SaveSocialTie): Promise<Saved> => call('main', 'people.save_social_tie', input);
export const peopleRemove = (input: RemoveFromPerson): Promise<Nothing> => call('main', 'people.remove', input);
export const peopleMerge = (input: MergePeople): Promise<Saved> => call('main', 'people.merge', input);
export const peopleUnmerge = (input: UnmergePeople): Promise<Saved> => call('main', 'people.unmerge', input);
export const picturesGenogram = (input: PictureOf): Promise<GenogramPicture> => call('main', 'pictures.genogram', input);
export const picturesEcomap = (input: EcomapOf): Promise<EcomapPicture> => call('main', 'pictures.ecomap', input);
export const picturesSave = (input: SavePicture): Promise<PictureFile> => call('main', 'pictures.save', input);
export const placesSearch = (input: SearchPlaces): Promise<Array<Place>> => call('main', 'places.search', input);
export const placesNames = (input: PlaceNames): Promise<{ [key in string]: Place }> => call('main', 'places.names', input);
export const placesCitizenships = (): Promise<Array<Country>> => call('main', 'places.citizenships', {});
export const schoolsList = (): Promise<Array<Shown<School>>> => call('main', 'schools.list', {});
export const schoolsClasses = (input: ListClasses): Promise<Array<Shown<SchoolClass>>> => call('main', 'schools.classes', input);
export const schoolsPupils = (input: ListPupils): Promise<Array<Pupil>> => call('main', 'schools.pupils', input);
export const schoolsSaveSchool = (input: SaveSchool): Promise<Saved> => call('main', 'schools.save_school', input);
export const schoolsSaveClass = (input: SaveClass): Promise<Saved> => call('main', 'schools.save_class', input);
export const staffList = (): Promise<Array<OperatorCard>> => call('main', 'staff.list', {});
export const staffAdd = (input: OperatorForm): Promise<OperatorCard> => call('main', 'staff.add', input);
export const staffChange = (input: ChangeOperator): Promise<OperatorCard> => call('main', 'staff.change', input);
export const substitutionsList = (): Promise<Substitutions> => call('main', 'substitutions.list', {});
export const substitutionsChoose = (input: AskSubstitutable): Promise<Array<SubstitutableCase>> => call('main', 'substitutions.choose', input);
export const substitutionsMake = (input: MakeSubstitution): Promise<MadeSubstitution> => call('main', 'substitutions.make', input);
export const substitutionsAsk = (input: MakeSubstitution): Promise<Nothing> => call('main', 'substitutions.ask', input);
export const substitutionsChangeEnd = (input: ChangeSubstitutionEnd): Promise<Nothing> => call('main', 'substitutions.change_end', input);
export const casesServices = (): Promise<Array<ServiceCard>> => call('main', 'cases.services', {});
export const casesCodes = (input: ServiceAsk): Promise<ServiceCodes> => call('main', 'cases.codes', input);
export const casesList = (input: CaseListAsk): Promise<CaseList> => call('main', 'cases.list', input);
export const casesGet = (input: OneCase): Promise<CasePage> => call('main', 'cases.get', input);
export const visitsPrinted = (input: PrepareVisit): Promise<PaperHead> => call('main', 'visits.printed', input);
export const visitsPrepare = (input: PrepareVisit): Promise<VisitSheet> => call('main', 'visits.prepare', input);
export const casesTimeLine = (input: OneCase): Promise<TimeLine> => call('main', 'cases.time_line', input);
export const casesTimeLinePrinted = (input: OneCase): Promise<PaperHead> => call('main', 'cases.time_line_printed', input);
export const casesOpen = (input: OpenCase): Promise<Opened> => call('main', 'cases.open', input);
export const casesAssign = (input: AssignOperator): Promise<OneCase> => call('main', 'cases.assign', input);
export const casesEndAssignment = (input: EndAssignment): Promise<OneCase> => call('main', 'cases.end_assignment', input);
export const casesMove = (input: MoveCase): Promise<OneCase> => call('main', 'cases.move', input);
export const casesClose = (input: CloseCase): Promise<OneCase> => call('main', 'cases.close', input);
export const casesOpenItems = (input: OneCase): Promise<Array<OpenItem>> => call('main', 'cases.open_items', input);
export const casesReopen = (input: ReopenCase): Promise<OneCase> => call('main', 'cases.reopen', input);
export const casesComplete = (input: CompleteCase): Promise<OneCase> => call('main', 'cases.complete', input);
export const casesChangeComune = (input: ChangeComune): Promise<OneCase> => call('main', 'cases.change_comune', input);
export const casesInvolve = (input: InvolvePeople): Promise<OneCase> => call('main', 'cases.involve', input);
export const casesLeaveMessage = (input: LeaveMessage): Promise<OneCase> => call('main', 'cases.leave_message', input);
export const casesMessages = (input: OneCase): Promise<Array<MessageView>> => call('main', 'cases.messages', input);
export const casesMyMessages = (input: AskMessages): Promise<Array<MessageView>> => call('main', 'cases.my_messages', input);
export const casesSettleMessage = (input: SettleMessage): Promise<OneCase> => call('main', 'cases.settle_message', input);
export const boardGet = (input: AskBoard): Promise<Board> => call('main', 'board.get', input);
export const boardExport = (input: ExportBoard): Promise<ReportFile> => call('main', 'board.export', input);
export const boardPrinted = (input: PrintBoard): Promise<PaperHead> => call('main', 'board.printed', input);
export const accessoAttiOfCase = (input: OneCase): Promise<RichiesteOfCase> => call('main', 'accesso_atti.of_case', input);
export const accessoAttiList = (input: AskRichieste): Promise<Richieste> => call('main', 'accesso_atti.list', input);
export const accessoAttiRegister = (input: RegisterRichiesta): Promise<OneCase> => call('main', 'accesso_atti.register', input);
export const accessoAttiEdit = (input: EditRichiesta): Promise<OneCase> => call('main', 'accesso_atti.edit', input);
export const accessoAttiAnswer = (input: AnswerRichiesta): Promise<OneCase> => call('main', 'accesso_atti.answer', input);
export const deskCodes = (): Promise<DeskCodes> => call('main', 'desk.codes', {});
export const deskList = (input: AskDesk): Promise<DeskPage> => call('main', 'desk.list', input);
export const deskGet = (input: AccessoRef): Promise<AccessoPage> => call('main', 'desk.get', input);
export const deskSave = (input: SaveAccesso): Promise<Saved> => call('main', 'desk.save', input);
export const deskTakeStep = (input: StepAccesso): Promise<AccessoRef> => call('main', 'desk.take_step', input);
export const deskAccept = (input: AcceptAccesso): Promise<Accepted> => call('main', 'desk.accept', input);
export const deskPrinted = (input: AccessoRef): Promise<PaperHead> => call('main', 'desk.printed', input);
export const deskCount = (input: AskDeskCount): Promise<DeskCount> => call('main', 'desk.count', input);
export const deskHeard = (input: OneCase): Promise<Array<ReferralNote>> => call('main', 'desk.heard', input);
export const assessmentsQuestions = (): Promise<Array<AskedSet>> => call('main', 'assessments.questions', {});
export const assessmentsList = (input: OneCase): Promise<AssessmentsOfCase> => call('main', 'assessments.list', input);
export const assessmentsPrinted = (input: OneCase): Promise<PaperHead> => call('main', 'assessments.printed', input);
export const assessmentsSign = (input: SignAssessment): Promise<AssessmentRef> => call('main', 'assessments.sign', input);
export const phasesOfCase = (input: OneCase): Promise<PhasesPage> => call('main', 'phases.of_case', input);
export const phasesSavePhase = (input: SavePhase): Promise<OneCase> => call('main', 'phases.save_phase', input);
export const phasesSaveDatum = (input: SaveDatum): Promise<OneCase> => call('main', 'phases.save_datum', input);
export const phasesExport = (input: ExportWords): Promise<ReportFile> => call('main', 'phases.export', input);
export const phasesPrinted = (input: OneCase): Promise<PaperHead> => call('main', 'phases.printed', input);
export const phasesLists = (): Promise<Array<CodeListCard>> => call('main', 'phases.lists', {});
export const phasesLoadList = (input: LoadList): Promise<Array<CodeListCard>> => call('main', 'phases.load_list', input);
export const plansCodes = (): Promise<PlanCodes> => call('main', 'plans.codes', {});
export const plansList = (input: OneCase): Promise<PlansOfCase> => call('main', 'plans.list', input);
export const plansGet = (input: PlanRef): Promise<PlanPage> => call('main', 'plans.get', input);
export const plansPrinted = (input: PlanRef): Promise<PaperHead> => call('main', 'plans.printed', input);
export const plansSave = (input: SavePlan): Promise<PlanRef> => call('main', 'plans.save', input);
export const plansShare = (input: PlanRef): Promise<PlanRef> => call('main', 'plans.share', input);
export const plansUnshare = (input: PlanRef): Promise<PlanRef> => call('main', 'plans.unshare', input);
export const plansSignParty = (input: SignParty): Promise<PlanRef> => call('main', 'plans.sign_party', input);
export const plansConclude = (input: PlanRef): Promise<PlanRef> => call('main', 'plans.conclude', input);
export const plansReview = (input: ReviewPlan): Promise<PlanRef> => call('main', 'plans.review', input);
export const filesOfCase = (input: OneCase): Promise<FilesOf> => call('main', 'files.of_case', input);
export const filesPage = (input: OneCase): Promise<FilesPage> => call('main', 'files.page', input);
export const filesList = (input: AttachedTo): Promise<FilesOf> => call('main', 'files.list', input);
export const filesAdd = (input: AddFile): Promise<FileRef> => call('main', 'files.add', input);
export const filesOpen = (input: FileRef): Promise<FileContent> => call('main', 'files.open', input);
export const filesRemove = (input: RemoveFile): Promise<Nothing> => call('main', 'files.remove', input);
export const tutelaAuthorities = (): Promise<Array<AuthorityCard>> => call('main', 'tutela.authorities', {});
export const tutelaSaveAuthority = (input: SaveAuthority): Promise<Saved> => call('main', 'tutela.save_authority', input);
export const tutelaCodes = (): Promise<CourtCodes> => call('main', 'tutela.codes', {});
export const tutelaOfCase = (input: OneCase): Promise<CourtPage> => call('main', 'tutela.of_case', input);
export const tutelaRegisterOrder = (input: RegisterOrder): Promise<Registered> => call('main', 'tutela.register_order', input);
export const tutelaEditOrder = (input: EditInFile<Provvedimento>): Promise<OneCase> => call('main', 'tutela.edit_order', input);
export const tutelaEndOrder = (input: EndOrder): Promise<OneCase> => call('main', 'tutela.end_order', input);
export const tutelaAddToOrder = (input: AddToOrder): Promise<OneCase> => call('main', 'tutela.add_to_order', input);
export const tutelaEditMandate = (input: EditInFile<Mandato>): Promise<OneCase> => call('main', 'tutela.edit_mandate', input);
export const tutelaAnswerMandate = (input: AnswerMandate): Promise<OneCase> => call('main', 'tutela.answer_mandate', input);
export const tutelaEditPrescription = (input: EditInFile<Prescrizione>): Promise<OneCase> => call('main', 'tutela.edit_prescription', input);
export const tutelaEditAffidamento = (input: EditInFile<AffidamentoEnte>): Promise<OneCase> => call('main', 'tutela.edit_affidamento', input);
export const tutelaAddProceeding = (input: AddProceeding): Promise<OneCase> => call('main', 'tutela.add_proceeding', input);
export const tutelaEditProceeding = (input: EditInFile<Procedimento>): Promise<OneCase> => call('main', 'tutela.edit_proceeding', input);
export const tutelaAddPenal = (input: AddPenal): Promise<OneCase> => call('main', 'tutela.add_penal', input);
export const tutelaEditPenal = (input: EditInFile<MisuraPenale>): Promise<OneCase> => call('main', 'tutela.edit_penal', input);
export const tutelaChangeResponsibility = (input: ChangeResponsibility): Promise<OneCase> => call('main', 'tutela.change_responsibility', input);
export const tutelaOpenMeasure = (input: OpenMeasure): Promise<Saved> => call('main', 'tutela.open_measure', input);
export const tutelaEditMeasure = (input: EditInFile<Misura403>): Promise<OneCase> => call('main', 'tutela.edit_measure', input);
export const tutelaTickMeasure = (input: TickMeasure): Promise<OneCase> => call('main', 'tutela.tick_measure', input);
export const tutelaAddStep = (input: AddStep): Promise<OneCase> => call('main', 'tutela.add_step', input);
export const tutelaRemoveStep = (input: RemoveStep): Promise<OneCase> => call('main', 'tutela.remove_step', input);
export const tutelaPrintMeasure = (input: PrintMeasure): Promise<PaperHead> => call('main', 'tutela.print_measure', input);
export const tutelaCloseMeasure = (input: CloseMeasure): Promise<OneCase> => call('main', 'tutela.close_measure', input);
export const tutelaStartReport = (input: StartReport): Promise<ReportRef> => call('main', 'tutela.start_report', input);
export const tutelaStartFinalReport = (input: StartFinalReport): Promise<ReportRef> => call('main', 'tutela.start_final_report', input);
export const tutelaReports = (input: OneCase): Promise<ReportsOfCase> => call('main', 'tutela.reports', input);
export const tutelaReport = (input: ReportRef): Promise<ReportPage> => call('main', 'tutela.report', input);
export const tutelaMyReports = (): Promise<MyReports> => call('main', 'tutela.my_reports', {});
export const tutelaEditReport = (input: EditReport): Promise<ReportRef> => call('main', 'tutela.edit_report', input);
export const tutelaIncludeEntries = (input: IncludeEntries): Promise<Included> => call('main', 'tutela.include_entries', input);
export const tutelaRefreshReport = (input: ReportRef): Promise<ReportRef> => call('main', 'tutela.refresh_report', input);
export const tutelaMoveReport = (input: MoveReport): Promise<OneCase> => call('main', 'tutela.move_report', input);
export const tutelaSignReport = (input: SignReport): Promise<OneCase> => call('main', 'tutela.sign_report', input);
export const tutelaSaveReport = (input: SaveReport): Promise<ReportFile> => call('main', 'tutela.save_report', input);
export const tutelaPrintReport = (input: ReportRef): Promise<PaperHead> => call('main', 'tutela.print_report', input);
export const placementsCodes = (): Promise<PlacementCodes> => call('main', 'placements.codes', {});
export const placementsFacilities = (): Promise<Array<Shown<Struttura>>> => call('main', 'placements.facilities', {});
export const placementsSaveFacility = (input: SaveFacility): Promise<Saved> => call('main', 'placements.save_facility', input);
export const placementsOfCase = (input: OneCase): Promise<PlacementsPage> => call('main', 'placements.of_case', input);
export const placementsRegister = (input: AskPlacements): Promise<PlacementsRegister> => call('main', 'placements.register', input);
export const placementsRunning = (input: OneCase): Promise<Array<RunningPlacement>> => call('main', 'placements.running', input);
export const placementsSave = (input: SavePlacement): Promise<Saved> => call('main', 'placements.save', input);
export const placementsStep = (input: StepPlacement): Promise<OneCase> => call('main', 'placements.step', input);
export const placementsSaveRequest = (input: SaveBeside<RichiestaDisponibilita>): Promise<Saved> => call('main', 'placements.save_request', input);
export const placementsSaveAbsence = (input: SaveBeside<AssenzaCom>): Promise<Saved> => call('main', 'placements.save_absence', input);
export const placementsSaveRate = (input: SaveBeside<Retta>): Promise<Saved> => call('main', 'placements.save_rate', input);
export const placementsSaveBill = (input: SaveBeside<FatturaCom>): Promise<Saved> => call('main', 'placements.save_bill', input);
export const placementsRemove = (input: RemoveFromPlacement): Promise<OneCase> => call('main', 'placements.remove', input);
export const placementsBudget = (input: AskBudget): Promise<BudgetView> => call('main', 'placements.budget', input);
export const placementsSignBudget = (input: SignBudget): Promise<Saved> => call('main', 'placements.sign_budget', input);
export const placementsPrintBudget = (input: PlacementRef): Promise<PaperHead> => call('main', 'placements.print_budget', input);
export const spazioNeutroCodes = (): Promise<SnCodes> => call('main', 'spazio_neutro.codes', {});
export const spazioNeutroPaths = (): Promise<SnPaths> => call('main', 'spazio_neutro.paths', {});
export const spazioNeutroOfCase = (input: OneCase): Promise<SnPage> => call('main', 'spazio_neutro.of_case', input);
export const spazioNeutroSavePath = (input: SaveSnPath): Promise<Saved> => call('main', 'spazio_neutro.save_path', input);
export const spazioNeutroAssignPath = (input: AssignSnPath): Promise<OneCase> => call('main', 'spazio_neutro.assign_path', input);
export const spazioNeutroTakeStep = (input: TakeSnStep): Promise<OneCase> => call('main', 'spazio_neutro.take_step', input);
export const spazioNeutroRemoveStep = (input: RemoveSnStep): Promise<OneCase> => call('main', 'spazio_neutro.remove_step', input);
export const spazioNeutroSaveMeeting = (input: SaveMeeting): Promise<Saved> => call('main', 'spazio_neutro.save_meeting', input);
export const spazioNeutroToEntry = (input: MeetingRef): Promise<DraftRef> => call('main', 'spazio_neutro.to_entry', input);
export const spazioNeutroClose = (input: CloseSnPath): Promise<OneCase> => call('main', 'spazio_neutro.close', input);
export const spazioNeutroReopen = (input: SnPathRef): Promise<OneCase> => call('main', 'spazio_neutro.reopen', input);
export const officeFind = (input: FindOffice): Promise<FoundOffice> => call('main', 'office.find', input);
export const officeJoin = (input: JoinForm): Promise<Joined> => call('main', 'office.join', input);
export const officeSynchronise = (): Promise<SyncReport> => call('main', 'office.synchronise', {});
export const officeStop = (): Promise<Nothing> => call('main', 'office.stop', {});
export const officeNow = (): Promise<OfficeNow> => call('main', 'office.now', {});
export const officeHeld = (): Promise<Array<HeldView>> => call('main', 'office.held', {});
export const officeSettleHeld = (input: SettleHeld): Promise<Nothing> => call('main', 'office.settle_held', input);
export const officePassedTo = (input: OneCase): Promise<PassedTo> => call('main', 'office.passed_to', input);
export const officeStatus = (): Promise<OfficeStatus> => call('main', 'office.status', {});
export const officeWaiting = (input: AskWaiting): Promise<WaitingMarks> => call('main', 'office.waiting', input);
export const officeRefused = (input: AskRefused): Promise<Array<RefusedView>> => call('main', 'office.refused', input);
export const officeClashes = (input: AskClashes): Promise<Array<ClashView>> => call('main', 'office.clashes', input);
export const officeSettleClash = (input: SettleClash): Promise<Nothing> => call('main', 'office.settle_clash', input);
export const officeAskAssignment = (input: AssignOperator): Promise<Requested> => call('main', 'office.ask_assignment', input);
export const officeAskMerge = (input: MergePeople): Promise<Requested> => call('main', 'office.ask_merge', input);
export const officeRequests = (input: AskRequests): Promise<Array<RequestView>> => call('main', 'office.requests', input);
export const importOpen = (input: OpenTable): Promise<OpenedTable> => call('main', 'import.open', input);
export const importClose = (): Promise<Nothing> => call('main', 'import.close', {});
export const importPreview = (input: PreviewImport): Promise<ImportPreview> => call('main', 'import.preview', input);
export const importReport = (input: ReportWords): Promise<ReportFile> => call('main', 'import.report', input);
export const importBegin = (input: BeginImport): Promise<ImportProgress> => call('main', 'import.begin', input);
export const importProceed = (): Promise<ImportProgress> => call('main', 'import.proceed', {});
export const importList = (): Promise<Array<ImportSummary>> => call('main', 'import.list', {});
export const importUndoCheck = (input: ImportRef): Promise<UndoReport> => call('main', 'import.undo_check', input);
export const importUndo = (input: ImportRef): Promise<UndoReport> => call('main', 'import.undo', input);
