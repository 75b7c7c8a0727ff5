import type { Label } from './labels.js';

/** How a number a superior tells of the bureau stands to its own. `{since}` is the sentence of a comparison. */
export const circularWords = {
  same: ['{name}：通报 {told} {unit}，与我局一致', '{name}: {told} {unit}, the same as ours'],
  sameOnDay: [
    '{name}：通报 {told} {unit}，与我局截至{day}的数一致；本报告为 {ours} {unit}。其后：{since}',
    '{name}: {told} {unit}, ours up to {day}; {ours} {unit} in this report. Since then: {since}',
  ],
  sameAsKnown: [
    '{name}：通报 {told} {unit}，与{day}当天台账上的数一致；本报告为 {ours} {unit}。当天以后办理、补记和更正的：{since}',
    '{name}: {told} {unit}, what the ledger had on {day}; {ours} {unit} in this report. Done, entered or corrected later: {since}',
  ],
  more: [
    '{name}：通报 {told} {unit}，我局 {ours} {unit}，我局多 {difference} {unit}；台账在通报日前后的变动说明不了，请对照下列事项核对',
    '{name}: {told} {unit} told, ours {ours}, {difference} more; no change of the ledger explains it, please look through the tickets',
  ],
  less: [
    '{name}：通报 {told} {unit}，我局 {ours} {unit}，我局少 {difference} {unit}；台账在通报日前后的变动说明不了，请对照下列事项核对',
    '{name}: {told} {unit} told, ours {ours}, {difference} less; no change of the ledger explains it, please look through the tickets',
  ],
  none: [
    '{name}：通报 {told} {unit}，我局本期没有这个数（没有填报，或台账里没有这类事项）',
    '{name}: {told} {unit} told, we have no such number',
  ],
  open: ['说的是我局，但认不出是哪一个数，请人工核对', 'told of the bureau, of which figure is not clear'],
  openWhy: ['说的是我局，但没有核对：{why}', 'told of the bureau and not held against ours: {why}'],
  otherPeriod: [
    '通报写的是{theirs}，本报告是{ours}；请另选报告期相同的报告核对',
    'The paper is of {theirs}, this report of {ours}; choose a report of the same period',
  ],
} as const satisfies Record<string, Label>;
