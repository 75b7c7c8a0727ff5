import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ExcelJS from 'exceljs';
import { officialCalendar } from '@xiaohao/calendar';
import { readWorkbook } from '@xiaohao/documents';
import { ticketKinds, type TicketKind } from '@xiaohao/domain';
import {
  ledgerLayoutNames,
  readLedger,
  type LedgerLayoutName,
  type Preview,
  type PreviewTicket,
} from '@xiaohao/ledgers';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';

const today = '2026-07-01';
const run = promisify(execFile);
let api: TestApi;

/** What each ticket must be read as, by its title. */
const expected = new Map<string, ReturnType<typeof factsOf>>();

beforeAll(async () => {
  api = await bootApi(today);
  const drafts = ticketKinds.flatMap(draftsOf);
  await api.owner.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
  for (const draft of drafts) expected.set(draft.title, factsOf(draft));
});
afterAll(() => api.stop());

/** The same questions of each kind: every status, every sort of deadline, one and several units, persons, measures. */
function draftsOf(kind: TicketKind): NewTicket[] {
  const { units, people, itemIds, sourceId } = api.bureau;
  const issue = kind === 'inspection_issue';
  const base: NewTicket = {
    kind,
    title: kind,
    status: 'in_progress',
    sourceId: issue ? sourceId : null,
    itemId: issue ? itemIds[0] : null,
    leadUnitId: units.chemicals,
    deadline: { kind: 'date', dueOn: '2026-12-31', ongoing: false },
    raisedOn: '2026-01-15',
    ...(kind === 'hazard' && { level: 'general', site: '某某化工有限公司' }),
  };
  const one = (name: string, changes: Partial<NewTicket>): NewTicket => ({
    ...base,
    title: `${kind} ${name}`,
    ...changes,
  });
  return [
    one('整改中', {
      supportUnitIds: [units.relief],
      leaderId: people['deputy'],
      handlerId: people['handler'],
      assignedOn: '2026-01-20',
      deadline: { kind: 'date', dueOn: '2026-06-20', originalDueOn: '2026-05-31', ongoing: true },
      progress: { text: '已补录 12 条，其余按计划推进', on: '2026-06-15', percent: 40 },
      progressPercent: 40,
      measures: [{ text: '逐项核对' }, { text: '按月通报' }],
      details: { remark: '=1+1' },
    }),
    one('立行立改', { deadline: { kind: 'immediate', dueOn: '2026-07-20', ongoing: false } }),
    one('立行立改并坚持', { deadline: { kind: 'immediate', dueOn: '2026-07-20', ongoing: true } }),
    one('长期坚持', { status: 'ongoing', deadline: { kind: 'ongoing', dueOn: null, ongoing: false } }),
    one('待定', { deadline: { kind: 'unresolved', dueOn: null, ongoing: false, raw: '视上级安排' } }),
    one('待验收', {
      status: 'pending_acceptance',
      submittedOn: '2026-06-01',
      progress: { text: '全部做完', on: '2026-06-01', percent: 100 },
      progressPercent: 100,
      measures: [{ text: '一条措施' }],
    }),
    one('已销号', {
      status: 'closed',
      closedOn: '2026-06-10',
      progress: { text: '已整改到位', on: '2026-06-01', percent: 100 },
      progressPercent: 100,
      ...(kind === 'hazard' && { level: 'major' }),
    }),
    one('未签收', { status: 'assigned', assignedOn: '2026-06-28' }),
  ];
}

const statusRead: Partial<Record<string, PreviewTicket['status']>> = {
  assigned: 'not_started',
  in_progress: 'in_progress',
  pending_acceptance: 'completed',
  closed: 'closed',
  ongoing: 'ongoing',
};

function factsOf(draft: NewTicket) {
  const { deadline } = draft;
  return {
    kind: draft.kind,
    title: draft.title,
    leadUnit: '危化科',
    supportUnits: draft.supportUnitIds?.length ? ['减灾救灾科'] : [],
    persons: draft.handlerId ? ['承办甲'] : [],
    leader: draft.leaderId ? '分管甲' : null,
    deadline: {
      // Written with its day in brackets, which wins when it is read: `立行立改（2026年7月20日前）`.
      kind: (deadline.kind === 'immediate' ? 'date' : deadline.kind) as string,
      date: deadline.dueOn,
      originalDate: deadline.originalDueOn ?? null,
      ongoing: deadline.ongoing || deadline.kind === 'ongoing',
    },
    level: draft.level ?? null,
    site: draft.site ?? null,
    status: statusRead[draft.status],
    closedOn: draft.closedOn ?? null,
    percent: draft.progressPercent ?? null,
    progress: draft.progress?.text ?? null,
    measures: (draft.measures ?? []).map(({ text }) => text),
    item: draft.itemId ? '第1项' : null,
  };
}

async function download(query: string): Promise<Buffer> {
  const response = await api.as('chief').raw(`/api/exports/ledger.xlsx?${query}`);
  const file = Buffer.from(await response.arrayBuffer());
  if (response.status !== 200) throw new Error(`${response.status} ${file.toString()}`);
  return file;
}

function read(file: Buffer, kind: TicketKind | 'auto' = 'auto'): Promise<Preview> {
  const options = { kind, year: null, baseDate: null, source: null, today, calendar: officialCalendar };
  return readLedger(file, '导出.xlsx', options);
}

/** What a ticket was read as, in the words of `factsOf`; several measures in one cell are its numbered lines. */
function readAs(ticket: PreviewTicket): ReturnType<typeof factsOf> {
  const { kind, date, originalDate, ongoing } = ticket.deadline;
  const measures = ticket.measures.flatMap(({ text: lines }) =>
    lines.split('\n').map((line) => line.replace(/^\d+\. /, '')),
  );
  return {
    ...(ticket as unknown as ReturnType<typeof factsOf>),
    deadline: { kind, date, originalDate, ongoing },
    percent: ticket.progressPercent,
    progress: ticket.progress,
    measures,
  };
}

type Fact = keyof ReturnType<typeof factsOf>;
const always: Fact[] = ['title', 'leadUnit', 'supportUnits', 'deadline', 'status', 'closedOn'];
/** What each form has columns for. */
const told: Record<LedgerLayoutName, { kind: TicketKind; facts: Fact[] }> = {
  inspection: { kind: 'inspection_issue', facts: ['item', 'measures', 'leader', 'persons'] },
  inspection_six: { kind: 'inspection_issue', facts: ['measures', 'leader', 'persons'] },
  inspection_strike_off: { kind: 'inspection_issue', facts: ['measures'] },
  hazard: { kind: 'hazard', facts: ['measures', 'persons', 'level', 'site'] },
  hazard_major: { kind: 'hazard', facts: ['level', 'site'] },
  supervision: { kind: 'supervision_item', facts: ['leader', 'progress'] },
  task: { kind: 'key_task', facts: ['leader', 'progress', 'percent'] },
  general: { kind: 'public_report', facts: ['measures', 'leader', 'persons'] },
};

const picked = (from: ReturnType<typeof factsOf>, facts: readonly Fact[]) =>
  Object.fromEntries(facts.map((fact) => [fact, from[fact]]));

describe.each(ledgerLayoutNames)('the layout %s', (layout) => {
  const { kind, facts } = told[layout];

  it('is read back as what the tickets are', async () => {
    const preview = await read(await download(`kind=${kind}&layout=${layout}`), layout === 'general' ? kind : 'auto');
    expect(preview.tickets.map((ticket) => ticket.kind)).toEqual(Array(8).fill(kind));
    const wanted = [...always, ...facts];
    const is = preview.tickets.map((ticket) => picked(readAs(ticket), wanted));
    expect(is).toEqual(preview.tickets.map(({ title }) => picked(expected.get(title)!, wanted)));
  });

  it('ends with our number and keeps a formula a text', async () => {
    const { sheets } = await readWorkbook(await download(`kind=${kind}&layout=${layout}`));
    const cells = sheets[0]!.rows.flatMap((row) => row.cells);
    expect(cells.filter((cell) => cell?.formula)).toEqual([]);
    const last = sheets[0]!.columnWidths.length - 1;
    expect(sheets[0]!.rows[2]!.cells[last]!.text).toBe('台账编号');
    expect(sheets[0]!.rows.at(-1)!.cells[last]!.text).toMatch(/^[A-Z]{2}-2026-\d{4}$/);
  });
});

it('takes the form of the kind that is asked for', async () => {
  const headings = async (query: string) => {
    const { sheets } = await readWorkbook(await download(query));
    return sheets[0]!.rows[2]!.cells.map((cell) => cell?.text);
  };
  expect(await headings('kind=hazard')).toContain('隐患描述');
  expect(await headings('kind=supervision_item')).toContain('督办事项');
  expect(await headings('kind=key_task')).toContain('具体任务');
  expect(await headings('kind=hazard,key_task')).toContain('业务类型');
});

it('shows exactly the ten cells that were changed in a spreadsheet program', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'xiaohao-round-'));
  try {
    const file = await download('kind=supervision_item&layout=supervision');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
    const sheet = workbook.worksheets[0]!;
    for (let at = 0; at < 5; at += 1) {
      sheet.getCell(4 + at, 2).value = `改过的第 ${at + 1} 件`;
      sheet.getCell(4 + at, 7).value = `领导${'甲乙丙丁戊'[at]!}`;
    }
    await workbook.xlsx.writeFile(join(folder, 'changed.xlsx'));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const saved = join(folder, 'saved');
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      saved,
      join(folder, 'changed.xlsx'),
    ]);
    const before = await read(file);
    const after = await read(await readFile(join(saved, 'changed.xlsx')));
    const plain = ({ tickets }: Preview) => new Map(tickets.map(({ no, ...ticket }) => [no, ticket]));
    const changed: string[] = [];
    const old = plain(before);
    for (const [no, ticket] of plain(after)) {
      const was = old.get(no)!;
      for (const key of Object.keys(ticket) as (keyof typeof ticket)[]) {
        if (JSON.stringify(ticket[key]) !== JSON.stringify(was[key])) changed.push(`${ticket.row} ${key}`);
      }
    }
    expect(changed.sort()).toEqual([4, 5, 6, 7, 8].flatMap((row) => [`${row} leader`, `${row} title`]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 120_000);
