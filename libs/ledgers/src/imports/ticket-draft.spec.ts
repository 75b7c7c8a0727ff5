import { officialCalendar } from '@xiaohao/calendar';
import { finding, type PreviewDeadline, type PreviewTicket } from '../reading/preview.js';
import { draftTicket } from './ticket-draft.js';
import type { TicketMatch } from './ticket-match.js';

const today = '2026-07-01';
const none: PreviewDeadline = {
  kind: 'none',
  date: null,
  altDate: null,
  originalDate: null,
  extended: false,
  ongoing: false,
  yearAssumed: false,
  raw: '',
  rule: null,
};
const preview = (changes: Partial<PreviewTicket>): PreviewTicket => ({
  sheet: '台账',
  row: 5,
  rows: [5],
  seq: '1',
  no: null,
  theirNo: null,
  kind: 'inspection_issue',
  title: '甲',
  description: null,
  item: null,
  source: '巡察',
  level: null,
  site: null,
  industry: null,
  town: null,
  leadUnit: '危化科',
  supportUnits: [],
  persons: [],
  leader: null,
  measures: [],
  raisedOn: '2026-01-15',
  raisedOnFrom: 'title',
  assignedOn: null,
  closedOn: null,
  closedOnFrom: null,
  completedOn: null,
  filledOn: null,
  progress: null,
  failedReview: null,
  progressPercent: null,
  deadline: none,
  status: 'in_progress',
  statusRaw: null,
  completion: null,
  outcomes: [],
  details: {},
  decision: 'create',
  issues: [],
  ...changes,
});
const matched: TicketMatch = {
  leadUnitId: 'unit',
  supportUnitIds: [],
  leaderId: null,
  handlerId: null,
  persons: [],
  unknownUnits: [],
  leftUnits: [],
  handlerUnitIds: [],
  newUnits: [],
  units: [],
  findings: [],
};
const draft = (changes: Partial<PreviewTicket>, { unit = true, doneIsClosed = false } = {}) =>
  draftTicket(preview(changes), unit ? matched : { ...matched, leadUnitId: null }, {
    today,
    calendar: officialCalendar,
    doneIsClosed,
    importId: 'import',
    sourceId: 'source',
    itemId: null,
  });
const due = (date: string) => ({ deadline: { ...none, kind: 'date' as const, date } });

describe('the status stored for a row', () => {
  it.each<[stored: string, changes: Partial<PreviewTicket>, options: { unit?: boolean; doneIsClosed?: boolean }]>([
    ['assigned', { status: 'not_started' }, {}],
    ['draft', { status: 'not_started' }, { unit: false }],
    ['in_progress', { status: 'in_progress' }, {}],
    ['in_progress', { status: 'unknown' }, {}],
    ['pending_acceptance', { status: 'completed' }, {}],
    ['closed', { status: 'completed' }, { doneIsClosed: true }],
    ['closed', { status: 'closed' }, {}],
    ['ongoing', { status: 'ongoing' }, {}],
    ['ongoing', { status: 'ongoing', ...due('2026-12-31') }, {}],
    ['in_progress', { status: 'ongoing', completion: 'basic', ...due('2026-12-31') }, {}],
    ['ongoing', { status: 'ongoing', completion: 'basic' }, {}],
  ])('is %s for %j %j', (stored, changes, options) => {
    expect(draft(changes, options).status).toBe(stored);
  });

  it('keeps 基本完成 apart from done', () => {
    expect(draft({ status: 'ongoing', completion: 'basic' }).completion).toBe('basic');
    expect(draft({ status: 'completed' }).completion).toBeNull();
  });
});

describe('what is kept beside it', () => {
  it('is progress, of the day it was told, else of the day the row was closed, else of today', () => {
    const told = { progress: '已更换' };
    const dayOf = (changes: Partial<PreviewTicket>) => draft({ ...told, ...changes }).progress?.on;
    expect(dayOf({ status: 'closed', closedOn: '2026-05-08', filledOn: '2026-05-02' })).toBe('2026-05-02');
    expect(dayOf({ status: 'closed', closedOn: '2026-05-08' })).toBe('2026-05-08');
    expect(dayOf({ status: 'in_progress' })).toBe(today);
  });

  it('is whom the row names where another unit was chosen to lead, but not twice', () => {
    const chosen = { ...matched, findings: [finding('leadUnitGiven', 'C5', '云溪矿业', '危化科')] };
    const kept = (changes: Partial<PreviewTicket>) =>
      draftTicket(preview({ leadUnit: '云溪矿业', details: { 文号: '1号' }, ...changes }), chosen, {
        today,
        calendar: officialCalendar,
        doneIsClosed: false,
        importId: 'import',
        sourceId: 'source',
        itemId: null,
      }).details;
    expect(kept({ site: '金峰' })).toEqual({ 责任单位: '云溪矿业', 文号: '1号' });
    expect(kept({ site: '云溪矿业' })).toEqual({ 文号: '1号' });
    expect(draft({ leadUnit: '危化科' }).details).toEqual({});
  });

  it('are measures, done with what the unit reports done, on the day of the ledger where it names none', () => {
    const measures = [{ text: '甲', persons: [], deadline: null }];
    const done = (changes: Partial<PreviewTicket>) => draft({ measures, ...changes } as never).measures![0]!.doneOn;
    expect(done({ status: 'completed' })).toBe(today);
    expect(done({ status: 'completed', filledOn: '2026-06-20' })).toBe('2026-06-20');
    expect(done({ status: 'completed', completedOn: '2026-06-02' })).toBe('2026-06-02');
    expect(done({ status: 'in_progress' })).toBeNull();
    expect(done({ status: 'in_progress', measures: [{ ...measures[0]!, done: true }] })).toBe(today);
  });
});

describe('the deadline stored for a row', () => {
  const deadline = (changes: Partial<PreviewDeadline>, row: Partial<PreviewTicket> = {}) =>
    draft({ ...row, deadline: { ...none, ...changes } }).deadline;

  it('is a date for a date and for a term counted from a day, the raw text kept', () => {
    expect(deadline({ kind: 'relative', date: '2026-07-20', raw: '15日内' })).toEqual({
      kind: 'date',
      dueOn: '2026-07-20',
      originalDueOn: '2026-07-20',
      ongoing: false,
      raw: '15日内',
    });
    expect(deadline({ kind: 'date', date: '2026-10-31', originalDate: '2026-08-15', extended: true })).toMatchObject({
      dueOn: '2026-10-31',
      originalDueOn: '2026-08-15',
    });
    expect(deadline({ kind: 'date', date: '2026-06-30', ongoing: true })).toMatchObject({
      kind: 'date',
      ongoing: true,
    });
  });

  it('is unresolved where the file names none or none can be read', () => {
    expect(deadline({ kind: 'none' })).toMatchObject({ kind: 'unresolved', dueOn: null, raw: null });
    expect(deadline({ kind: 'unresolved', raw: '待定' })).toMatchObject({
      kind: 'unresolved',
      dueOn: null,
      raw: '待定',
    });
    expect(deadline({ kind: 'relative', date: null, raw: '7日内' })).toMatchObject({ kind: 'unresolved', dueOn: null });
  });

  it('counts 立行立改 five working days from the row’s own day, else from the import', () => {
    const immediate = { kind: 'immediate' } as const;
    expect(deadline(immediate, { raisedOnFrom: 'importDay' }).dueOn).toBe('2026-07-08');
    for (const raisedOnFrom of ['title', 'baseDate'] as const) {
      expect(deadline(immediate, { raisedOn: '2026-04-28', raisedOnFrom }).dueOn).toBe('2026-05-08');
    }
    expect(deadline(immediate, { raisedOn: '2026-04-28', raisedOnFrom: 'row' }).dueOn).toBe('2026-05-08');
    expect(deadline(immediate, { raisedOn: '2026-04-01', raisedOnFrom: 'row', assignedOn: '2026-04-28' }).dueOn).toBe(
      '2026-05-08',
    );
  });

  it('is the next day of a standing duty', () => {
    const quarterly = { kind: 'recurring', rule: { every: 'quarter', day: 'end' } } as const;
    expect(deadline(quarterly)).toMatchObject({ kind: 'recurring', dueOn: '2026-09-30', rule: quarterly.rule });
  });
});

describe('on time', () => {
  const closed = (changes: Partial<PreviewTicket>) =>
    draft({ status: 'closed', closedOn: '2026-03-10', closedOnFrom: 'row', ...due('2026-03-05'), ...changes });

  it('is judged by the day of completion, else of closing', () => {
    expect(closed({}).closedOnTime).toBe(false);
    expect(closed({ completedOn: '2026-03-05' }).closedOnTime).toBe(true);
    expect(closed(due('2026-03-10')).closedOnTime).toBe(true);
  });

  it('is unknown where a day was assumed or there is none to miss', () => {
    expect(closed({ closedOnFrom: 'importDay' }).closedOnTime).toBeNull();
    expect(closed({ closedOnFrom: 'filledOn' }).closedOnTime).toBeNull();
    expect(closed({ deadline: none }).closedOnTime).toBeNull();
    expect(closed({ deadline: { ...none, kind: 'immediate' } }).closedOnTime).toBeNull();
    expect(draft({ status: 'completed', ...due('2026-03-05') }, { doneIsClosed: true })).toMatchObject({
      closedOn: today,
      closedOnTime: null,
    });
  });
});

it('tells a review that failed last, on its day', () => {
  const failedReview = { text: '复查结果：不合格', on: '2026-05-20' };
  expect(draft({ failedReview, completedOn: '2026-05-01' }).progress).toMatchObject({
    text: '复查结果：不合格',
    on: '2026-05-20',
  });
  expect(draft({ failedReview: { ...failedReview, on: null }, progress: '已整改' }).progress).toMatchObject({
    text: '已整改\n复查结果：不合格',
    on: today,
  });
});

it('dates what it tells by the file: progress and results on the day of completion, else of the filling, else today', () => {
  const told = { progress: '已补录', outcomes: [{ type: 'fines', amount: 5000 }] };
  expect(draft(told)).toMatchObject({ progress: { on: today }, outcomes: [{ on: today }] });
  expect(draft({ ...told, filledOn: '2026-06-30' })).toMatchObject({ progress: { on: '2026-06-30' } });
  expect(draft({ ...told, completedOn: '2026-05-01' })).toMatchObject({
    progress: { on: '2026-05-01' },
    outcomes: [{ type: 'fines', amount: 5000, on: '2026-05-01' }],
  });
});

it('dates what an accident did by the accident, whenever its row was filled or done', () => {
  const told = { outcomes: [{ type: 'deaths', amount: 2 }], raisedOn: '2026-03-12', completedOn: '2026-05-01' };
  expect(draft(told)).toMatchObject({ outcomes: [{ on: '2026-03-12' }] });
});

describe('the progress of a row that bears our number', () => {
  it.each([
    ['整改中 80%\n等待批复', '等待批复', 80],
    ['已完成，待验收 100%', '100%', 100],
    ['已销号（2026年6月10日）\n已整改到位', '已整改到位', null],
    ['按计划推进', '按计划推进', null],
    ['整改中 150%\n等待批复', '等待批复', null],
    ['整改中', undefined, null],
  ])('%j is what was reported, without what our export wrote before it', (progress, text, percent) => {
    const { progress: told, progressPercent } = draft({ no: 'XC-2026-0001', progress });
    expect([told?.text, progressPercent]).toEqual([text, percent]);
  });

  it('of another ledger is kept as it stands', () => {
    expect(draft({ progress: '整改中 80%\n等待批复' }).progress?.text).toBe('整改中 80%\n等待批复');
  });
});
