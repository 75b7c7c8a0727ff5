import { readAmountCell } from '../words/amount.js';
import { outcomeTypeSeed } from './outcome-type.js';
import type { TicketKind } from './ticket-kind.js';

/** An outcome that a text of what was done tells of: for a person to register, never registered by itself. */
export interface ToldOutcome {
  readonly type: string;
  /** In the base unit of its type. */
  readonly amount: number;
  /** The words that tell it, as written. */
  readonly said: string;
  /** 约, 余: the amount is about so much. */
  readonly rough: boolean;
}

interface OutcomeWords {
  readonly type: string;
  /** What was done. */
  readonly done: string;
  /** What it was done to: stands somewhere in the clause, before the number or behind. */
  readonly about?: string;
  /** Makes the clause one of something else. */
  readonly not?: string;
  readonly units: string;
}

const yuan = '元|块';
const persons = '人次|人|名';

/** How each type of outcome (domain.md §1.2a) is told in progress and results; the first that fits a clause holds. */
const outcomeWords: readonly OutcomeWords[] = [
  { type: 'reform_measures', done: '出台|推出|实施|形成|提出|制定', about: '改革', units: '项|条|个' },
  {
    type: 'rules_made',
    done: '制定|修订|出台|建立|健全|完善|印发|新建',
    about: '制度|办法|规定|细则|规程|机制|规范|规则',
    units: '项|个|部|份|件',
  },
  { type: 'losses_recovered', done: '挽回|挽损|追回', about: '损失|挽损', units: yuan },
  {
    type: 'money_collected',
    done: '收缴|追缴|清退|退缴|上缴|退还|追回|收回|清缴|退赔',
    // 收回财政统筹, 收回结余资金: money that lay idle, nobody's wrong.
    not: '税|贷款|保证金|押金|工资|垫付|罚款|统筹|存量|结转|结余|沉淀|闲置',
    units: yuan,
  },
  // 谈话26人次 may be of any sort: 谈心, 任前, 廉政.
  {
    type: 'talks_admonish',
    done: '约谈|(?:提醒|警示|诫勉|告诫|批评|函询)谈话|谈话(?:提醒|诫勉|警示|函询)|诫勉|批评教育',
    not: '谈心|访谈',
    units: persons,
  },
  { type: 'org_handling', done: '组织处理|组织调整|调整岗位|调离|免职|停职', units: persons },
  { type: 'persons_accountable', done: '问责|追责|追究责任|(?:党纪|政务|党政纪)处分', units: persons },
  {
    type: 'illegal_fuel_points_closed',
    done: '取缔|关停|捣毁|拆除|查封',
    about: '加油站?点|加油站|储油点|窝点',
    units: '处|个|家',
  },
  { type: 'mobile_fuel_trucks_seized', done: '查扣|查获|扣押|暂扣', about: '加油车|油罐车|运油车', units: '台|辆' },
  { type: 'diesel_seized', done: '查扣|查获|收缴|没收|扣押', about: '柴油', not: '汽油', units: '吨' },
  { type: 'gasoline_seized', done: '查扣|查获|收缴|没收|扣押', about: '汽油', not: '柴油', units: '吨' },
  { type: 'hazards_eliminated', done: '消除|排除|整改|治理|销号', about: '隐患', units: '处|条|个|项|起|件' },
  { type: 'cases_filed', done: '立案|行政处罚', units: '起|件|宗|例' },
  { type: 'fines', done: '罚款|罚没|处罚', units: yuan },
  { type: 'production_halts', done: '停产停业|停产整[顿改]|责令停产|停业整[顿改]', units: '家|户|个|处' },
  { type: 'rectify_funds', done: '投入|落实|安排|筹集|筹措', about: '资金|投入|经费', units: yuan },
  { type: 'rewards', done: '奖励|兑现', about: '举报|奖励|奖金', units: yuan },
  { type: 'area_restored', done: '复绿|修复|恢复|复垦|覆绿|治理', units: '亩' },
  {
    type: 'waste_removed',
    done: '清运|清理|外运|转运|清除',
    about: '垃圾|固废|废|渣|淤泥|弃土|污泥|矸石',
    units: '吨',
  },
];

/** What is still to be done, asked for, or somebody else's. */
const notDone =
  /拟|计划|将|力争|目标|要求|预计|预算|应当?(?!急)|需|未|尚|待|准备|申请|涉及|涉嫌|去年|上年|其中|剩余|还有|\d%/;
const numeral =
  '(?:约|近|共|计|合计|累计|达)*(?:\\d[\\d,.]{0,14}|[一二两三四五六七八九十百]{1,4})[余多]?[十百千万亿]{0,2}[余多]?';
/** No clause of an outcome is longer. */
const longestClause = 40;
const longestText = 4_000;

const compiled = outcomeWords.map(({ type, done, about, not, units }) => ({
  type,
  // 清退违规津贴6.3万元, 修订3项制度.
  told: new RegExp(`(?:${done})[^\\d]{0,14}?(${numeral})(${units})`),
  about: about === undefined ? null : new RegExp(about),
  not: not === undefined ? null : new RegExp(not),
}));

/** The outcomes a text tells of a ticket of this kind, each once. Texts beyond 4,000 signs are read so far. */
export function outcomesIn(text: string, kind: TicketKind): ToldOutcome[] {
  const found = new Map<string, ToldOutcome>();
  const clauses = text.slice(0, longestText).split(/[，；。、;\n]|,(?!\d{3})/);
  for (const written of clauses) {
    const said = written.trim();
    if (said.length > longestClause) continue;
    const plain = said.normalize('NFKC').replace(/\s/g, '');
    if (!/[\d一二两三四五六七八九十百]/.test(plain) || notDone.test(plain)) continue;
    const outcome = firstTold(plain, said, offered(kind));
    if (outcome) found.set(`${outcome.type} ${outcome.amount}`, outcome);
  }
  return [...found.values()];
}

const kindsOf = new Map(outcomeTypeSeed.map(({ code, kinds }) => [code, kinds]));
const byKind = new Map<TicketKind, typeof compiled>();

function offered(kind: TicketKind): typeof compiled {
  let words = byKind.get(kind);
  if (!words) {
    const isOffered = ({ type }: { type: string }) =>
      kindsOf.get(type)!.length === 0 || kindsOf.get(type)!.includes(kind);
    byKind.set(kind, (words = compiled.filter(isOffered)));
  }
  return words;
}

function firstTold(plain: string, said: string, words: typeof compiled): ToldOutcome | null {
  for (const one of words) {
    const outcome = readClause(plain, said, one);
    if (outcome) return outcome;
  }
  return null;
}

function readClause(
  plain: string,
  said: string,
  { type, told, about, not }: (typeof compiled)[number],
): ToldOutcome | null {
  const match = told.exec(plain);
  if (!match || about?.test(plain) === false || not?.test(plain)) return null;
  const { amount, rough } = readAmountCell(`${match[1]}${match[2]}`);
  return amount === null || amount === 0 ? null : { type, amount, said, rough };
}
