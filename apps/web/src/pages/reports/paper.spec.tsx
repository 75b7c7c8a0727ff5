import '../../browser-globals.js';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import type { Report } from '../../api/reports.js';
import { ReportDesk } from './report-desk.js';

const id = '01970000-0000-7000-8000-000000000001';
const named = { id, name: '白文静' };

const report: Report = {
  id,
  template: { id, code: 'half-year', name: '半年工作情况报告', version: 1 },
  status: 'ready',
  progress: 100,
  period: '2022H1',
  asOf: '2022-06-30',
  knownAt: '2022-07-04T01:00:00.000Z',
  createdAt: '2022-07-04T01:00:00.000Z',
  createdBy: named,
  finalizedAt: null,
  finalizedBy: null,
  withdrawn: null,
  state: 'draft',
  actions: [],
  review: { submittedBy: null, submittedAt: null, reason: null },
  version: 1,
  parameters: {},
  round: null,
  previous: null,
  formerPeriod: {
    id: '01970000-0000-7000-8000-000000000002',
    period: '2021H2',
    finalizedAt: '2022-01-10T01:00:00.000Z',
  },
  formerYear: null,
  failure: null,
  sha256: null,
  pdf: null,
  checks: [
    { code: 'valueMissing', severity: 'warning', message: '“演练场次”没有数据', ticketIds: [], key: 'a', excuse: null },
  ],
  figures: [
    {
      key: 'accident_count',
      name: '一般事故',
      value: 3,
      unit: '起',
      text: '3',
      source: 'tickets',
      ticketCount: 3,
      meaning: '本期发生的一般事故',
      group: 'safety',
      definitionVersion: null,
      typed: null,
      before: null,
    },
    {
      key: 'drills',
      name: '演练场次',
      value: null,
      unit: '场',
      text: '____',
      source: 'indicator',
      ticketCount: 0,
      meaning: null,
      group: 'publicity',
      definitionVersion: null,
      typed: null,
      before: null,
    },
  ],
  content: [
    {
      kind: 'paragraph',
      runs: [
        { text: '本期发生一般事故' },
        { text: '3', key: 'accident_count' },
        { text: '起，组织演练' },
        { text: '____', key: 'drills', missing: true },
        { text: '场。' },
      ],
    },
    {
      kind: 'table',
      columns: [
        { heading: '牵头单位', width: 3, align: 'left' },
        { heading: '问题数', width: 1, align: 'center' },
      ],
      rows: [
        ['危化科', '2'],
        ['合计', '2'],
      ],
      note: '注：截至期末。',
    },
    {
      kind: 'table',
      columns: [
        { heading: '', width: 1, align: 'left' },
        { heading: '', width: 1, align: 'left' },
      ],
      rows: [['一般事故', '三起']],
      head: [[{ runs: [{ text: '本期情况' }], span: 2 }]],
      cells: [
        [
          { runs: [{ text: '一般事故' }], span: 1 },
          { runs: [{ text: '三起', key: 'accident_count' }], span: 1 },
        ],
      ],
    },
  ],
};

const ticket = {
  id,
  no: 'XH-2022-0007',
  title: '东港码头坠落事故',
  status: 'closed',
  leadUnit: named,
  dueOn: null,
  raisedOn: '2022-03-01',
  closedOn: null,
  acceptedOn: null,
};

const behind = { items: [ticket], hiddenCount: 2, nextCursor: null, filings: [] };
const side = (value: number) => ({ value, text: String(value) });
const compared = { unit: '起', differs: true, changes: [], sentence: null };
const answers: Readonly<Record<string, unknown>> = {
  '/api/reports/{id}/compare/{otherId}': {
    figures: [
      { ...compared, key: 'accident_count', name: '一般事故', earlier: side(5), later: side(3), difference: -2 },
      { ...compared, key: 'drills', name: '演练场次', earlier: side(8), later: null, difference: null },
    ],
  },
  '/api/settings': { today: '2022-07-04' },
  '/api/reports/{id}/figures/{key}/tickets': behind,
};

jest.mock('../../api/client.js', () => ({
  ApiError: class extends Error {},
  api: { GET: (path: string) => Promise.resolve(answers[path]) },
  answered: (answer: Promise<unknown>) => answer,
}));

beforeEach(() => {
  globalThis.matchMedia = (() => ({ matches: false, addEventListener() {}, removeEventListener() {} })) as never;
  Element.prototype.scrollIntoView = () => {};
  render(
    <MemoryRouter>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <ReportDesk report={report} />
      </QueryClientProvider>
    </MemoryRouter>,
  );
});

it('opens the tickets behind a figure and says how many are out of sight', async () => {
  await userEvent.click(screen.getByRole('button', { name: '3' }));
  const drawer = await screen.findByRole('dialog');
  expect(drawer).toHaveTextContent('本期发生的一般事故');
  expect(await screen.findByRole('link', { name: ticket.title })).toHaveAttribute('href', `/tickets/${id}`);
  expect(drawer).toHaveTextContent('另有 2 件不在您的可见范围');
});

it('says what is not as in the final report of the period before, without being asked', async () => {
  const summary = await screen.findByText('1 个数有增减');
  expect(screen.getByText('与2021年下半年定稿相比')).toBeInTheDocument();
  expect(summary.closest('details')).toHaveTextContent('一般事故 5 → 3 起 （−2）');
});

it('marks a figure without data in words', () => {
  expect(screen.getByRole('button', { name: /缺数/ })).toHaveTextContent('____缺数');
});

it('shows a table with its heading, its rows and the note below it', () => {
  const [table] = screen.getAllByRole('table');
  const texts = (role: string) =>
    within(table!)
      .getAllByRole(role)
      .map(({ textContent }) => textContent);
  expect(texts('columnheader')).toEqual(['牵头单位', '问题数']);
  expect(texts('row')).toEqual(['牵头单位问题数', '危化科2', '合计2']);
  expect(screen.getByText('注：截至期末。')).toBeInTheDocument();
});

it('shows a table of an own template with its merged headings, and opens the figures in its cells', async () => {
  const table = screen.getAllByRole('table')[1]!;
  expect(within(table).getByRole('columnheader', { name: '本期情况' })).toHaveAttribute('colspan', '2');
  await userEvent.click(within(table).getByRole('button', { name: '三起' }));
  expect(await screen.findByRole('dialog')).toHaveTextContent('本期发生的一般事故');
});
