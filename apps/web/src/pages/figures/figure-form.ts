import { Form, type FormInstance } from 'antd';
import { useEffect, useState } from 'react';
import type { CountRule, Figure, FigureDefinition, NewFigure, PreviewQuery } from '../../api/figures.js';

/** What the builder holds; a rule keeps what a copied definition says beyond the choices offered. */
export interface FigureFields {
  name: string;
  key?: string;
  unit: string;
  group: NewFigure['group'];
  ownerUnitId?: string | null;
  cardPeriod?: NewFigure['cardPeriod'];
  sort: 'count' | 'rate';
  rules: CountRule[];
  part?: string;
  whole?: string;
  reason?: string;
}

export const firstRule: CountRule = { scope: 'period', counts: 'tickets', dated: 'raised', kinds: ['hazard'] };

export function fieldsOf(figure: Figure | null): FigureFields {
  const { name = '', unit = '件', group = 'safety', owner, cardPeriod, definition } = figure ?? {};
  return {
    name,
    unit,
    group: group as FigureFields['group'],
    ownerUnitId: owner?.id ?? null,
    cardPeriod: (cardPeriod ?? null) as FigureFields['cardPeriod'],
    sort: definition?.rate ? 'rate' : 'count',
    rules: definition?.rules ?? [firstRule],
    part: definition?.rate?.[0],
    whole: definition?.rate?.[1],
  };
}

/** Null while something needed is not chosen yet. */
export function definitionOf({ sort, rules, part, whole }: FigureFields): FigureDefinition | null {
  if (sort === 'rate') return part && whole ? { rate: [part, whole] } : null;
  const ready = rules.length > 0 && rules.every((rule) => rule.counts !== 'outcomes' || rule.outcomeTypes?.length);
  return ready ? { rules: rules.map(tidy) } : null;
}

/** Choices that do not go with what is counted fall away with it. */
function tidy(rule: CountRule): CountRule {
  const said = Object.entries(rule).filter(
    ([field, value]) =>
      value !== undefined &&
      value !== null &&
      !(Array.isArray(value) && value.length === 0) &&
      !(field === 'outcomeTypes' && rule.counts !== 'outcomes'),
  );
  return Object.fromEntries(said) as unknown as CountRule;
}

/** States that are there at the end of the period, and may be gone later. */
const passing = ['open', 'under_way', 'submitted', 'basic', 'ongoing', 'overdue'];

/** What happens in the period flows; what is there at its end is stock; what was done up to then adds up. */
export function natureOf({ sort, rules }: FigureFields): NewFigure['nature'] {
  if (sort === 'rate') return 'flow';
  if (rules.every(({ scope, dated }) => scope === 'period' && dated)) return 'flow';
  return rules.some(({ state }) => state && passing.includes(state)) ? 'stock' : 'cumulative';
}

const waitMs = 350;

/** What is to be tried out, a moment after the last choice. */
export function usePreviewQuery(form: FormInstance<FigureFields>, period: string): PreviewQuery | null {
  const fields = Form.useWatch([], form) as FigureFields | undefined;
  // A rate has no parts on the page.
  const definition = fields ? definitionOf({ ...fields, rules: fields.rules ?? [] }) : null;
  const unit = fields?.sort === 'rate' ? '%' : (fields?.unit ?? '').trim();
  const query = definition && unit ? { definition, unit, nature: natureOf(fields!), period } : null;
  const text = JSON.stringify(query);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), waitMs);
    return () => clearTimeout(timer);
  }, [text]);
  return JSON.parse(settled) as PreviewQuery | null;
}
