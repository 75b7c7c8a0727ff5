import { isRate, type CountRule, type Day, type FigureDefinition, type Period } from '@xiaohao/domain';
import {
  datingLabels,
  figureSentenceWords,
  kindLabels,
  levelLabels,
  stateOnDayLabels,
  type Label,
} from '@xiaohao/messages';

/** Names of what a definition keeps by id, key or code. */
export interface DefinitionNames {
  /** Of units, sources, campaigns and outcome types. */
  of: (id: string) => string;
  figure: (key: string) => string;
}

/** What a sentence says of the report it stands in; without it the sentence speaks of any report. */
export interface SentencePlace {
  period: Period;
  asOf: Day;
  round: string | null;
}

interface Facts {
  range: string;
  day: string;
  round: string;
}

/** What the figure counts, for page, footnote and annex: 本期（…）内提出、由…牵头、级别为…的隐患，按条计. */
export function figureSentence(
  { definition, unit }: { definition: FigureDefinition; unit: string },
  names: DefinitionNames,
  place: SentencePlace | null = null,
): string {
  if (isRate(definition)) {
    const [part, whole] = definition.rate.map(names.figure);
    return fill('rate', { part: part!, whole: whole! });
  }
  const facts = factsOf(place);
  return definition.rules.map((rule) => ruleSentence(rule, unit, names, facts)).join(figureSentenceWords.plus[0]);
}

function factsOf(place: SentencePlace | null): Facts {
  if (place === null) {
    return { range: '', day: figureSentenceWords.reportDay[0], round: figureSentenceWords.chosenRound[0] };
  }
  const { period, asOf } = place;
  const range = fill('range', { from: dayText(period.from), to: dayText(asOf < period.to ? asOf : period.to) });
  return { range, day: dayText(asOf), round: place.round ?? figureSentenceWords.chosenRound[0] };
}

function ruleSentence(rule: CountRule, unit: string, names: DefinitionNames, facts: Facts): string {
  const { counts } = rule;
  const isSum = counts === 'outcomes';
  const phrases = [
    ...(isSum && rule.dated === 'outcome' ? [] : timePhrases(rule, facts)),
    ...filterPhrases(rule, names, facts),
    ...(rule.state && counts !== 'measures' ? [stateText(rule, facts)] : []),
  ];
  const kinds =
    rule.scope === 'round' ? [kindLabels.inspection_issue[0]] : rule.kinds?.map((kind) => kindLabels[kind][0]);
  const noun = kinds ? kinds.join('或') : figureSentenceWords.anything[0];
  const subject =
    phrases.length > 0 ? `${phrases.join('、')}${phrases.at(-1)!.endsWith('的') ? '' : '的'}${noun}` : noun;
  const when = isSum ? sumTime(rule, facts) : counts === 'measures' ? measureTime(rule, facts) : '';
  return fill(counts, { subject, unit, when, names: quoted(rule.outcomeTypes, names.of) });
}

/** Measures are dated by days of their own, except by the day their ticket was raised. */
function timePhrases({ scope, dated, counts }: CountRule, { range, day }: Facts): string[] {
  if (scope === 'round') return [];
  if (counts === 'measures' && dated !== 'raised') return [];
  if (counts === 'outcomes' && dated === undefined) return [];
  if (dated === undefined) return [`${fill('upTo', { day })}${datingLabels.raised[0]}`];
  return [`${fill('inPeriod', { range })}${datingLabels[dated][0]}`];
}

function sumTime({ scope, dated }: CountRule, facts: Facts): string {
  return scope === 'period' && dated === 'outcome' ? fill('outcomeInPeriod', facts) : fill('outcomeUpTo', facts);
}

function measureTime(rule: CountRule, facts: Facts): string {
  const inPeriod =
    rule.scope === 'period' && rule.dated && rule.dated !== 'raised'
      ? `${fill('inPeriod', facts)}${datingLabels[rule.dated][0]}，`
      : '';
  return inPeriod + (rule.state ? `${stateText(rule, facts)}，` : '');
}

const stateText = ({ state }: CountRule, facts: Facts) => fill('upTo', facts) + stateOnDayLabels[state!][0];

function filterPhrases(rule: CountRule, names: DefinitionNames, { round }: Facts): string[] {
  const phrase = (word: keyof typeof figureSentenceWords, values: readonly string[] | undefined) =>
    values ? [fill(word, { names: values.join('或') })] : [];
  return [
    ...(rule.scope === 'round' ? [fill('round', { round })] : []),
    ...phrase('sources', rule.sources && [quoted(rule.sources, names.of)]),
    ...phrase('units', rule.units?.map(names.of)),
    ...phrase('levels', rule.levels && levelNames(rule.levels)),
    ...phrase('industries', rule.industries && [rule.industries[0]!, ...rule.industries.slice(1)]),
    ...phrase('campaigns', rule.campaigns && [quoted(rule.campaigns, names.of)]),
    ...(rule.campaign === 'any' ? [figureSentenceWords.anyCampaign[0]] : []),
    ...(rule.campaign && rule.campaign !== 'any' ? phrase('campaignNamed', [rule.campaign]) : []),
    ...(rule.withoutChildrenOf ? phrase('withoutChildren', [kindLabels[rule.withoutChildrenOf][0]]) : []),
  ];
}

/** Of the built-in ones each level is written several ways; its code is told once. */
function levelNames(levels: readonly string[]): string[] {
  const codes = levels.filter((level) => Object.hasOwn(levelLabels, level));
  return codes.length > 0 ? codes.map((level) => (levelLabels as Record<string, Label>)[level]![0]) : [...levels];
}

const quoted = (ids: readonly string[] | undefined, of: (id: string) => string) =>
  (ids ?? []).map((id) => `“${of(id)}”`).join('或');

/** 2026年1月1日. */
function dayText(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function fill(word: keyof typeof figureSentenceWords, facts: Readonly<Record<string, string>> | Facts): string {
  return figureSentenceWords[word][0].replace(
    /\{(\w+)\}/g,
    (_, name: string) => (facts as Record<string, string>)[name] ?? '',
  );
}
