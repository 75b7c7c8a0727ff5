import type { TestCell } from '../ledger-workbooks.js';
import {
  amountCells,
  deadlineCells,
  extensionCells,
  levelCells,
  percentCells,
  personCells,
  relativeCells,
  statusCells,
  unitCells,
  type ExpectedDeadline,
} from './cells.js';
import type { Family, Field } from './families.js';
import type { ExpectedTicket } from './messy-ledger.js';
import type { Random } from './random.js';

/** The cells of a ticket by field, its measures, and what they mean. */
export interface WrittenTicket {
  values: Record<Field, TestCell>;
  measures: string[];
  /** What its deadline cell alone means. */
  due: ExpectedDeadline;
  expected: Omit<ExpectedTicket, 'sheet' | 'row' | 'rows'>;
}

const titles = ['台账更新不及时', '消防通道堵塞', '理论学习\n不深入', '推进老旧小区改造'];
const sites = ['甲化工有限公司', '乙纺织厂', '丙加油站'];
const numbered = ['1.完善制度；\n2.开展培训。', '①完善制度②开展培训', '一是完善制度；二是开展培训。'];

/** Makes the n-th ticket; `shared` gives it leader, units and deadline of another one. */
export function ticketWriter(family: Family, sequence: (n: number) => TestCell, random: Random) {
  const { chance, pick } = random;
  const has = (field: Field) => family.columns.some((column) => column.field === field);

  return (n: number, shared?: WrittenTicket): WrittenTicket => {
    const [deadline, dueBy] = pick(has('base') && chance(0.2) ? relativeCells : deadlineCells);
    const [status, expectedStatus, statusDoubt] = pick(statusCells);
    const [percent, percentStatus] = pick(percentCells);
    const [units, lead, others] = has('support') ? ([pick(['办公室', '财务科', '人事科'])] as const) : pick(unitCells);
    const [persons, expectedPersons, personDoubt] = pick(personCells);
    const [level, expectedLevel] = pick(levelCells);
    const [amount, expectedAmount, amountDoubt] = pick(amountCells);
    const site = pick(sites);
    const due = shared?.due ?? dueBy;
    const mayExtend = has('remark') && due.kind === 'date' && !due.ongoing && due.date! < '2021-12-01';
    const [remark, extendedTo] = mayExtend && chance(0.15) ? pick(extensionCells) : ([null, null] as const);
    const title = `${pick(titles)}（第${n}处）`;
    const measures = measuresOf(shared === undefined);
    const ownUnit = others === undefined ? units : lead;
    return {
      values: {
        seq: sequence(n),
        item: '作风建设方面',
        title,
        description: '现场情况说明',
        measure: null,
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
        remark,
        other: null,
      },
      measures: measures.texts,
      due,
      expected: {
        title,
        leadUnit: !has('lead') ? siteAsUnit(site) : shared ? shared.expected.leadUnit : ownUnit!,
        supportUnits: shared && has('lead') ? shared.expected.supportUnits : supportOf(others),
        persons: has('persons') ? expectedPersons : [],
        deadline: !has('deadline')
          ? { kind: 'none', date: null }
          : extendedTo === null
            ? due
            : { kind: 'date', date: extendedTo },
        status: has('percent') ? percentStatus : has('status') ? expectedStatus : 'unknown',
        level: has('level') ? expectedLevel : family.level,
        amount: has('amount') ? expectedAmount : null,
        measures: has('measure') ? measures.count : null,
        doubts: [
          ...(has('status') && statusDoubt ? [statusDoubt] : []),
          ...(has('persons') && personDoubt ? [personDoubt] : []),
          ...(has('amount') && amountDoubt ? [amountDoubt] : []),
          ...(has('deadline') && extendedTo === null && due.told ? [due.told] : []),
        ],
        decision: 'create',
      },
    };
  };

  function measuresOf(mayTakeRows: boolean): { texts: string[]; count: number } {
    if (mayTakeRows && has('seq') && has('measure') && chance(0.2))
      return { texts: [1, 2, 3].map((at) => `完善制度之${at}`), count: 3 };
    return has('measure') && chance(0.2) ? { texts: [pick(numbered)], count: 2 } : { texts: ['完善制度'], count: 1 };
  }

  function supportOf(others: readonly string[] | undefined): readonly string[] | null {
    return others === undefined ? null : has('lead') ? others : [];
  }

  function siteAsUnit(site: string): string | null {
    return family.kind === 'hazard' && has('site') ? site : null;
  }
}
