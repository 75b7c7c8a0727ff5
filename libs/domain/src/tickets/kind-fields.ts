import type { TicketAction } from './ticket-flow.js';
import type { TicketKind } from './ticket-kind.js';

export type FieldType = 'text' | 'longText' | 'number' | 'amountYuan' | 'day' | 'flag' | 'choice';

/** Where a field must be filled at the latest: on registration, or before one of these actions. */
export type FieldMoment = 'create' | Extract<TicketAction, 'assign' | 'submit' | 'accept'>;

/** A fact that only one kind of ticket has; it is kept in `ticket.details` under its code. */
export interface KindField {
  readonly code: string;
  readonly type: FieldType;
  readonly choices?: readonly string[];
  readonly requiredFor?: FieldMoment;
  /** Only tickets of these levels have it. */
  readonly levels?: readonly string[];
  /** Only tickets on which the other field has this value have it. */
  readonly when?: { readonly field: string; readonly is: string | boolean };
  /** The kind's coordinator alone sets it; all others are open to handler and head too. */
  readonly coordinatorOnly?: true;
  /** Not shown to units that only support, nor to general readers. */
  readonly confidential?: true;
  /** Brought about by the work itself: nothing to ask on registration. */
  readonly later?: true;
  /** May still be filled in once the ticket is struck off: it comes later by its nature. */
  readonly afterClosing?: true;
  /** A figure worth a column in a ledger file. */
  readonly inLedger?: true;
}

const majorOnly = { levels: ['major'], requiredFor: 'submit' } as const;
const listing = { when: { field: 'listed', is: true }, coordinatorOnly: true } as const;

/** Per kind what it has beyond the common fields (title, level, site, industry, town, dates, people). */
export const kindFields = {
  inspection_issue: [{ code: 'cause', type: 'longText' }],
  hazard: [
    {
      code: 'inspectionKind',
      type: 'choice',
      choices: ['daily', 'special', 'self', 'report', 'expert'],
      inLedger: true,
    },
    { code: 'foundBy', type: 'text', inLedger: true },
    { code: 'fundsYuan', type: 'amountYuan', inLedger: true },
    // 五落实: asked of every major hazard before it is reported done (order of 2007 no. 16, §15).
    { code: 'assuredDuty', type: 'flag', ...majorOnly },
    { code: 'assuredMeasure', type: 'flag', ...majorOnly },
    { code: 'assuredFunds', type: 'flag', ...majorOnly },
    { code: 'assuredTime', type: 'flag', ...majorOnly },
    { code: 'assuredPlan', type: 'flag', ...majorOnly },
    { code: 'listed', type: 'flag', levels: ['major'], coordinatorOnly: true },
    { code: 'listedNo', type: 'text', levels: ['major'], ...listing },
    {
      code: 'listedLevel',
      type: 'choice',
      choices: ['county', 'city', 'province', 'state'],
      levels: ['major'],
      ...listing,
    },
    { code: 'listedUnit', type: 'text', levels: ['major'], ...listing },
    { code: 'listedOn', type: 'day', levels: ['major'], ...listing },
    { code: 'unlistedOn', type: 'day', levels: ['major'], ...listing, afterClosing: true },
  ],
  public_report: [
    {
      code: 'channel',
      type: 'choice',
      choices: ['hotline_12350', 'hotline_12345', 'letter', 'visit', 'online', 'transferred', 'other'],
      requiredFor: 'create',
      coordinatorOnly: true,
      inLedger: true,
    },
    {
      code: 'reporterKind',
      type: 'choice',
      choices: ['named', 'anonymous'],
      requiredFor: 'create',
      coordinatorOnly: true,
    },
    { code: 'receivedOn', type: 'day', requiredFor: 'assign', coordinatorOnly: true, inLedger: true },
    {
      code: 'verified',
      type: 'choice',
      choices: ['true', 'partly', 'untrue'],
      requiredFor: 'submit',
      inLedger: true,
    },
    // A named reporter is told the result (Work Safety Law §73).
    {
      code: 'repliedOn',
      type: 'day',
      requiredFor: 'accept',
      when: { field: 'reporterKind', is: 'named' },
    },
    {
      code: 'replyForm',
      type: 'choice',
      choices: ['phone', 'letter', 'inPerson'],
      later: true,
      when: { field: 'reporterKind', is: 'named' },
    },
    {
      code: 'replyText',
      type: 'longText',
      when: { field: 'reporterKind', is: 'named' },
      later: true,
      confidential: true,
    },
  ],
  env_inspection_issue: [
    { code: 'target', type: 'longText', requiredFor: 'assign', coordinatorOnly: true },
    { code: 'countyAcceptedOn', type: 'day', later: true, inLedger: true },
    { code: 'cityAcceptedOn', type: 'day', later: true, inLedger: true },
    { code: 'industryAcceptedOn', type: 'day', later: true, inLedger: true },
    // 5 or 10 working days by local rule; over before the ticket is struck off.
    {
      code: 'noticeDays',
      type: 'choice',
      choices: ['5', '10'],
      requiredFor: 'accept',
      coordinatorOnly: true,
    },
    { code: 'noticeFrom', type: 'day', requiredFor: 'accept', coordinatorOnly: true },
    { code: 'noticeTo', type: 'day', requiredFor: 'accept', coordinatorOnly: true, inLedger: true },
  ],
  accident_investigation: [
    {
      code: 'accidentType',
      type: 'choice',
      choices: ['fall', 'struck', 'machine', 'vehicle', 'electric', 'collapse', 'fire', 'explosion', 'poison', 'other'],
      inLedger: true,
    },
    { code: 'reportSubmittedOn', type: 'day', requiredFor: 'submit', inLedger: true },
    { code: 'approvalDueOn', type: 'day', coordinatorOnly: true, later: true },
    { code: 'approvedOn', type: 'day', requiredFor: 'accept', coordinatorOnly: true, inLedger: true },
    { code: 'approvalNo', type: 'text', coordinatorOnly: true, afterClosing: true },
    { code: 'evaluationDueOn', type: 'day', coordinatorOnly: true, afterClosing: true },
    { code: 'evaluatedOn', type: 'day', coordinatorOnly: true, afterClosing: true },
  ],
  key_task: [
    { code: 'target', type: 'longText', coordinatorOnly: true },
    { code: 'targetValue', type: 'number', coordinatorOnly: true, inLedger: true },
    { code: 'presentValue', type: 'number', later: true, inLedger: true },
    { code: 'valueUnit', type: 'text', coordinatorOnly: true, inLedger: true },
  ],
  supervision_item: [
    {
      code: 'sourceForm',
      type: 'choice',
      choices: ['meeting', 'instruction', 'letter'],
      requiredFor: 'create',
      coordinatorOnly: true,
      inLedger: true,
    },
    { code: 'sourceNo', type: 'text', coordinatorOnly: true, inLedger: true },
    { code: 'instruction', type: 'longText', coordinatorOnly: true, confidential: true },
    {
      code: 'replyForm',
      type: 'choice',
      choices: ['written', 'special', 'oral'],
      requiredFor: 'assign',
      coordinatorOnly: true,
    },
    { code: 'repliedOn', type: 'day', requiredFor: 'accept' },
  ],
} as const satisfies Readonly<Record<TicketKind, readonly KindField[]>>;

/** Every code of the table, so that one without a label does not compile. */
export type KindFieldCode = (typeof kindFields)[TicketKind][number]['code'];

/** The fields a ticket of this kind, level and content has. */
export function fieldsOfKind(kind: TicketKind, level: string | null, details: Details = {}): readonly KindField[] {
  const all: readonly KindField[] = kindFields[kind];
  return all.filter(
    ({ levels, when }) => (!levels || levels.includes(level ?? '')) && (!when || details[when.field] === when.is),
  );
}

export type Details = Readonly<Record<string, unknown>>;
