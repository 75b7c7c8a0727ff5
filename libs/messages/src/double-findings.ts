import type { Label } from './labels.js';

/** Findings about rows that may be one, or stand in the ledger already; a part of `findingTexts`. */
export const doubleFindingTexts = {
  sameNumber: [
    '序号“{raw}”与第 {reading} 行相同，内容不同，请核对是否写错',
    'Number “{raw}” stands in row {reading} too, with other words: check it',
  ],
  sameTheirNo: [
    '编号“{raw}”与第 {reading} 行相同，内容不同，两行都保留；请核对是否写错',
    'Number “{raw}” stands in row {reading} too, with other words; both are kept: check it',
  ],
  nearDuplicate: [
    '与{reading}的内容只差标点、空格或数字，请核对是否同一件事',
    'Differs from {reading} in signs, spaces or numbers alone: check whether it is the same',
  ],
  duplicateInFile: ['与第 {reading} 行重复', 'The same as row {reading}'],
  numberUnknown: [
    '台账中没有编号“{raw}”，按内容对应或新建',
    'No ticket bears the number “{raw}”; matched by content, or created',
  ],
  alreadyInLedger: ['台账中已有此事项（{reading}），不再新建', 'Already in the ledger as {reading}; not created again'],
  alreadyByTheirNo: [
    '台账中同一来源已有此编号（{reading}），不再新建',
    'The source has this number already ({reading}); not created again',
  ],
  alreadyByWords: [
    '台账中同一来源已有相同内容（{reading}），按内容对应，请核对；如是另一件事，请选“新增”',
    'The source has the same words already ({reading}); matched by its text: create it if it is another matter',
  ],
  alreadyAlike: [
    '台账中同一来源有相同内容（{reading}），类别等不同或没有写，按同一件事对应，请核对；如是另一件事，请选“新增”',
    'The source has the same problem ({reading}) in another category, or with more told of it; taken for the same: create it if it is another matter',
  ],
  severalAlike: [
    '台账中同一来源有几件相同内容（{reading}），分不清是哪一件，按新增登记；如已在台账，请填台账编号或不导入',
    'The source has several of these words ({reading}) and nobody can tell which is meant: it is created; give its number, or leave it out, if it is there',
  ],
} as const satisfies Record<string, Label>;
