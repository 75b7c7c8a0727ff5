import type { Label } from './labels.js';

/** Percentages, amounts and outcomes. */
export const numberFindingTexts = {
  percentUnclear: [
    '“{raw}”不是 0–100 的百分数，没有取进度；完成情况读作“{reading}”',
    '“{raw}” is no percentage of 0–100 and was left out; the status is read as “{reading}”',
  ],
  percentAssumed: [
    '“{raw}”没有百分号，读作 {reading}；不是的请写上百分号',
    '“{raw}” has no sign of per cent; read as {reading}',
  ],
  percentRounded: ['“{raw}”按整数取 {reading}', '“{raw}” is kept as {reading}: whole percents alone'],
  numberRough: [
    '“{raw}”是约数，按 {reading} 计；有准确数的请改写',
    '“{raw}” is about so much; taken as {reading}: write the exact number if it is known',
  ],
  amountRange: [
    '“{raw}”是一个范围（{reading}），没有取数，请改成一个数',
    '“{raw}” is a range ({reading}); no amount was taken: write one number',
  ],
  amountUnclear: ['“{raw}”不是可读的数额', '“{raw}” is no readable amount'],
  outcomeInText: [
    '进展里写着成果：{reading}；作为文字保留，入库后在事项页“成果”里核对登记',
    'The progress tells of outcomes: {reading}; kept as text, register them on the page of the ticket',
  ],
} as const satisfies Record<string, Label>;
