import {
  countedThingTable,
  figureGroups,
  findFigure,
  isFigureKey,
  isRate,
  rolesSeeing,
  ticketLevels,
  type CountRule,
  type FigureDefinition,
  type FigureNature,
} from '@xiaohao/domain';
import { AppError } from '@xiaohao/errors';
import type { Actor } from '@xiaohao/org';
import { visibleAmong } from '@xiaohao/tickets';
import { listFields, listNames } from '../../building/list-blocks.queries.js';
import { findReportWord } from '../../building/report-words.js';
import { roundParameter } from '../../building/report-request.js';
import type { FigureBook } from './figure-book.js';
import type { NamedRow } from './figure-definition.queries.js';

const rulesAtMost = 5;

/** @throws inputWrong naming the field and saying why */
export function wrong(field: string, fieldLabel: string, reason: string): AppError {
  return new AppError('inputWrong', { field, fieldLabel, reason });
}

/** A key or name that something of the product goes by already. */
export function isBuiltInWord(word: string): boolean {
  return (
    findFigure(word) !== null ||
    findReportWord(word) !== null ||
    listNames.includes(word) ||
    listFields.includes(word) ||
    word === roundParameter
  );
}

export function checkWords({ key, name, unit }: { key: string; name: string; unit: string }): void {
  if (!isFigureKey(key))
    throw wrong('key', '代码', '应以小写字母开头，只含小写字母、数字和下划线，2 至 60 个字符，且不是 constructor');
  if (name.length < 2 || name.length > 40) throw wrong('name', '名称', '应为 2 至 40 个字');
  if (/[{}|#/\\\s]/.test(name)) throw wrong('name', '名称', '不能含空格或 { } | # / \\');
  if (/^[\x20-\x7e]+$/.test(name)) throw wrong('name', '名称', '应为中文名称');
  if (unit.length < 1 || unit.length > 10) throw wrong('unit', '计量单位', '应为 1 至 10 个字');
}

export function checkGroup(group: string): void {
  if (!(figureGroups as readonly string[]).includes(group)) throw wrong('group', '类别', group);
}

/**
 * Checks what the definition says against the table of things counted, and that all it names exists.
 * @throws inputWrong naming the rule and its field
 */
export function checkRules(
  rules: readonly CountRule[],
  { unit, nature }: { unit: string; nature: FigureNature },
  named: readonly NamedRow[],
  actor: Actor,
): void {
  if (rules.length === 0 || rules.length > rulesAtMost)
    throw wrong('definition.rules', '统计内容', `应有 1 至 ${rulesAtMost} 项`);
  rules.forEach((rule, at) => checkRule(rule, at, unit, named, actor));
  const flows = rules.filter(({ scope, dated }) => scope === 'period' && dated !== undefined).length;
  if (nature === 'target') throw wrong('nature', '性质', '目标数由科室填报，不由事项统计');
  if (nature === 'flow' && flows < rules.length) throw wrong('nature', '性质', '流量须按本期内的日期统计');
  if (nature !== 'flow' && flows > 0) throw wrong('nature', '性质', '存量和累计数不能只统计本期内的事项');
}

function checkRule(rule: CountRule, at: number, unit: string, named: readonly NamedRow[], actor: Actor): void {
  const { counts, dated, state, scope } = rule;
  const fails = (field: string, label: string, reason: string) =>
    wrong(`definition.rules.${at}.${field}`, label, reason);
  const { datings, states } = countedThingTable[counts];
  if (dated && scope === 'round') throw fails('dated', '时间', '一轮巡察的问题统计至期末，不按本期内的日期');
  if (dated && !datings.includes(dated)) throw fails('dated', '时间', '与统计对象不符');
  if (state && !states.includes(state)) throw fails('state', '期末状态', '与统计对象不符');
  if (scope === 'round' && rule.kinds?.some((kind) => kind !== 'inspection_issue'))
    throw fails('kinds', '事项类型', '一轮巡察只有巡察反馈问题');
  if (scope === 'round' && rule.sources) throw fails('sources', '来源', '已是报告所选的巡察轮次');
  if (rule.campaign && rule.campaigns) throw fails('campaigns', '专项行动', '不能同时按名称和逐个指定');
  if (rule.levels?.some((level) => !(ticketLevels as readonly string[]).includes(level)))
    throw fails('levels', '级别', rule.levels.join('、'));
  if (counts === 'outcomes' && !rule.outcomeTypes) throw fails('outcomeTypes', '成果', '请选择要合计的成果');
  if (counts !== 'outcomes' && rule.outcomeTypes) throw fails('outcomeTypes', '成果', '只用于成果合计');
  checkNamed(rule, named, actor, fails);
  const other = named.find(
    (row) => row.sort === 'outcomeType' && rule.outcomeTypes?.includes(row.id) && row.unit !== unit,
  );
  if (other) throw fails('outcomeTypes', '成果', `“${other.name}”按“${other.unit}”计，与计量单位“${unit}”不符`);
}

function checkNamed(
  rule: CountRule,
  named: readonly NamedRow[],
  actor: Actor,
  fails: (field: string, label: string, reason: string) => AppError,
): void {
  const missing = (sort: NamedRow['sort'], ids: readonly string[] | undefined) =>
    (ids ?? []).find((id) => !named.some((row) => row.sort === sort && row.id === id));
  const unseen = rule.units?.find((id) => !seesUnit(actor, rule, id));
  if (missing('unit', rule.units) ?? unseen) throw fails('units', '牵头单位', '没有这个单位');
  if (missing('source', rule.sources)) throw fails('sources', '来源', '没有这个来源');
  if (missing('campaign', rule.campaigns)) throw fails('campaigns', '专项行动', '没有这个专项行动');
  const type = missing('outcomeType', rule.outcomeTypes);
  if (type) throw fails('outcomeTypes', '成果', `没有“${type}”这种成果`);
}

/** A unit may be named in a figure only by those before whom its tickets of these kinds are no secret. */
function seesUnit(actor: Actor, { kinds, scope }: CountRule, unitId: string): boolean {
  if (rolesSeeing(actor.roles, 'open').length > 0) return true;
  const kind = scope === 'round' ? ['inspection_issue'] : kinds;
  return visibleAmong({ ...(kind ? { kind } : {}), leadUnitId: [unitId] }, actor);
}

/**
 * A rate divides two different figures that are numbers and no rates.
 * @throws inputWrong naming part or whole
 */
export function checkRate(
  key: string,
  [part, whole]: readonly [string, string],
  unit: string,
  figures: FigureBook,
  indicators: ReadonlySet<string>,
): void {
  if (unit !== '%') throw wrong('unit', '计量单位', '比率的单位是 %');
  const sides = [
    ['part', '分子', part],
    ['whole', '分母', whole],
  ] as const;
  for (const [field, label, side] of sides) {
    const fails = (reason: string) => wrong(`definition.rate.${field}`, label, reason);
    const figure = figures.find(side);
    const divided = figures.definition(side);
    if (side === key) throw fails('循环引用：不能是这个比率自己');
    if (figure?.key !== side && !indicators.has(side)) throw fails(`没有“${side}”这个数`);
    if (figure?.source === 'parameter') throw fails(`“${figure.name}”是参数，不能相除`);
    if (isRate(divided))
      throw fails(
        divided.rate.includes(key)
          ? `循环引用：“${figure!.name}”又用到这个比率`
          : `“${figure!.name}”本身是比率，请直接用它的分子、分母`,
      );
  }
  if (part === whole) throw wrong('definition.rate.whole', '分母', '与分子相同');
}

/** Rates of the bureau's own that divide this figure. */
export function ratesOver(key: string, figures: FigureBook): string[] {
  const uses = ({ definition }: { definition: FigureDefinition }) =>
    isRate(definition) && definition.rate.includes(key);
  return figures
    .ownFigures()
    .filter(uses)
    .map(({ name }) => name);
}
