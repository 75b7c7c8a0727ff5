import type { TestCell, TestSheet } from '../ledger-workbooks.js';
import {
  amountCells,
  deadlineCells,
  levelCells,
  percentCells,
  personCells,
  relativeCells,
  sequences,
  statusCells,
  unitCells,
  type ExpectedDeadline,
} from './cells.js';
import type { Family, Field } from './families.js';

export interface ExpectedTicket {
  row: number;
  rows: number[];
  title: string;
  leadUnit: string | null;
  supportUnits: readonly string[] | null;
  persons: readonly string[];
  deadline: ExpectedDeadline;
  status: string;
  level: string | null;
  amount: number | null;
  measures: number | null;
}

export interface MessyLedger {
  sheets: TestSheet[];
  sheetName: string;
  tickets: ExpectedTicket[];
  /** Row and reason of every row of the ledger that is no ticket, header rows left out. */
  ignored: readonly (readonly [number, string])[];
}

/** Mulberry32: the same seed writes the same ledger. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A ledger of one family with `count` tickets and the traps real files set, and how a careful clerk reads it. */
export function messyLedger(family: Family, count: number, seed: number): MessyLedger {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const chance = (share: number) => random() < share;
  const has = (field: Field) => family.columns.some((column) => column.field === field);

  const offset = chance(0.3) ? 1 : 0;
  const helper = chance(0.3);
  const width = family.columns.length;
  const rows: TestCell[][] = [];
  const merges: string[] = [];
  const ignored: [number, string][] = [];
  const push = (cells: readonly TestCell[]) => rows.push([...Array<TestCell>(offset).fill(null), ...cells]);
  const letter = (at: number) => String.fromCharCode(65 + offset + at);
  const across = () => merges.push(`${letter(0)}${rows.length}:${letter(width - 1)}${rows.length}`);
  const drop = (cells: readonly TestCell[], why: string, isMerged = false) => {
    push(cells);
    ignored.push([rows.length, why]);
    if (isMerged) across();
  };

  drop([family.title], 'title', true);
  if (chance(0.5)) drop(['填报单位：区应急管理局'], 'title', true);
  if (chance(0.3)) drop([], 'blank');

  const isTwoRow = family.columns.some(({ group }) => group !== null);
  const header = (): void => {
    const top = rows.length + 1;
    push([
      ...family.columns.map(({ group, heading }, at) =>
        group === null ? heading : family.columns[at - 1]?.group === group ? null : group,
      ),
      ...(helper ? [null, '辅助列'] : []),
    ]);
    if (!isTwoRow) return;
    push(family.columns.map(({ group, heading }) => (group === null ? null : heading)));
    family.columns.forEach(({ group }, at) => {
      if (group === null) merges.push(`${letter(at)}${top}:${letter(at)}${top + 1}`);
      else if (family.columns[at - 1]?.group !== group) {
        const size = family.columns.filter((column) => column.group === group).length;
        merges.push(`${letter(at)}${top}:${letter(at + size - 1)}${top}`);
      }
    });
  };
  header();

  const sequence = pick(sequences);
  const tickets: ExpectedTicket[] = [];
  for (let n = 1; n <= count; n += 1) {
    if (has('seq') && n % 9 === 4)
      drop([`${pick(['（一）', '二、', '第三部分 '])}制度建设方面`], 'sectionHeading', true);
    if (n % 23 === 17) drop([], 'blank');
    if (n % 31 === 28 && !isTwoRow) {
      header();
      ignored.push([rows.length, 'repeatedHeader']);
    }
    const [deadline, expectedDeadline] = pick(has('base') && chance(0.2) ? relativeCells : deadlineCells);
    const [status, expectedStatus] = pick(statusCells);
    const [percent, percentStatus] = pick(percentCells);
    const [units, lead, others] = has('support') ? ([pick(['办公室', '财务科', '人事科'])] as const) : pick(unitCells);
    const [persons, expectedPersons] = pick(personCells);
    const [level, expectedLevel] = pick(levelCells);
    const [amount, expectedAmount] = pick(amountCells);
    const site = pick(['甲化工有限公司', '乙纺织厂', '丙加油站']);
    const title = `${pick(['台账更新不及时', '消防通道堵塞', '理论学习\n不深入', '推进老旧小区改造'])}（第${n}处）`;
    const measureRows = has('seq') && has('measure') && chance(0.2) ? 3 : 1;
    const values: Record<Field, TestCell> = {
      seq: sequence(n),
      item: '作风建设方面',
      title,
      description: '现场情况说明',
      measure: '完善制度',
      leader: '周  正',
      lead: units,
      support: '宣传科、综合科',
      persons,
      deadline,
      status,
      struckOff: '',
      percent,
      base: { day: '2021-03-05' },
      level,
      site,
      amount,
      other: null,
    };
    const firstRow = rows.length + 1;
    for (let at = 0; at < measureRows; at += 1) {
      push(
        family.columns.map(({ field }) =>
          field === 'measure' ? `完善制度之${at + 1}` : at === 0 ? values[field] : null,
        ),
      );
    }
    if (measureRows > 1) {
      family.columns.forEach(({ field }, at) => {
        if (field === 'measure') return;
        merges.push(`${letter(at)}${firstRow}:${letter(at)}${firstRow + measureRows - 1}`);
      });
    }
    const ownUnit = has('lead') ? (others === undefined ? units : lead) : null;
    tickets.push({
      row: firstRow,
      rows: Array.from({ length: measureRows }, (_, at) => firstRow + at),
      title,
      leadUnit: has('lead') ? ownUnit! : family.kind === 'hazard' && has('site') ? site : null,
      supportUnits: others === undefined ? null : has('lead') ? others : [],
      persons: has('persons') ? expectedPersons : [],
      deadline: has('deadline') ? expectedDeadline : { kind: 'none', date: null },
      status: has('percent') ? percentStatus : has('status') ? expectedStatus : 'unknown',
      level: has('level') ? expectedLevel : family.level,
      amount: has('amount') ? expectedAmount : null,
      measures: has('measure') ? measureRows : null,
    });
  }
  if (has('seq')) drop(['合计', `共${count}项`], 'total');
  drop(['注：本表每月25日前报送。'], 'note', true);
  drop(['填表人：王磊    审核人：李小明    联系电话：0000-0000000'], 'signature', true);

  const ledger: TestSheet = { name: '整改台账', rows, merges };
  return { sheets: [...besides(random), ledger], sheetName: ledger.name, tickets, ignored };
}

/** Sheets that are no ledger and stand before it. */
function besides(random: () => number): TestSheet[] {
  const sheets: TestSheet[] = [
    { name: '填表说明', rows: [['填表说明'], ['1.请按统一格式填报。'], ['2.整改时限填写具体日期。']] },
    {
      name: '统计',
      rows: [
        ['单位', '应整改数', '已整改数', '完成率'],
        ['办公室', 12, 10, '83%'],
        ['财务科', 4, 4, '100%'],
      ],
    },
    { name: '代码', rows: [['状态'], ['已整改'], ['整改中'], ['未整改']], hidden: true },
  ];
  return sheets.filter(() => random() < 0.4);
}
