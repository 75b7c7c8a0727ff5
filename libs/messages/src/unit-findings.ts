import type { Label } from './labels.js';

/** Findings about the units a row names; a part of `findingTexts`. */
export const unitFindingTexts = {
  leadUnitMissing: [
    '没有写牵头单位；导入页上方没有选定的，由归口办公室处理',
    'No lead unit; unless one is chosen above it is left to the coordinating office',
  ],
  leadUnitGiven: [
    '写的不是本局登记的单位，原文保留，按所选由“{reading}”牵头',
    'Names no unit of ours and is kept; led by “{reading}” as chosen',
  ],
  leadUnitCollective: [
    '“{raw}”里的“{reading}”不是一个单位，按原文牵头；要落到具体单位的请改写，或在事项中分解子任务',
    '“{reading}” in “{raw}” is no single unit and leads as written: name one, or split the ticket into sub-tasks',
  ],
  leadUnitOpen: [
    '“{raw}”没有写明由哪个单位牵头，由归口办公室处理',
    '“{raw}” does not say which unit leads; left to the coordinating office',
  ],
  unitUnknown: [
    '系统中没有单位“{raw}”；本行还没有启动，可以先入库，由归口办公室确定牵头单位',
    'Unknown unit “{raw}”; nothing has begun yet, so it is stored and the coordinating office says who leads',
  ],
  supportUnitUnknown: [
    '系统中没有单位“{raw}”，这个配合单位不入库；要入库的请在“未登记的单位”里选对应单位或新建',
    'Unknown unit “{raw}”: it is left out of the supporting units; say among the unknown units whom it means, or create it',
  ],
  unitReadAs: ['“{raw}”读作“{reading}”', '“{raw}” read as “{reading}”'],
  unitCreated: ['将新建单位“{raw}”', 'Unit “{raw}” will be created'],
  leadUnitSeveral: [
    '“{raw}”有几个牵头单位，按第一个“{reading}”牵头、其余配合；不是的请改正',
    '“{raw}” has several leading units; “{reading}” leads, the others help: change it if it is otherwise',
  ],
  leadUnitAssumed: [
    '“{raw}”只在最后写明配合，按第一个“{reading}”牵头、其余配合；不是的请改正',
    '“{raw}” marks only the last as helping; “{reading}” leads, the others help: change it if it is otherwise',
  ],
  unitsMore: ['“{raw}”没有写全，请逐个写明单位名称', '“{raw}” means more units than it names: name them all'],
  unitWithPart: [
    '“{raw}”里的“{reading}”按一个单位读；是两个单位的请用顿号分开',
    '“{reading}” is read as one unit: part two by 、',
  ],
  unitEither: [
    '“{raw}”没有写定是哪个单位，暂按前面的“{reading}”；确定后请改正',
    '“{raw}” does not settle which unit; “{reading}” was taken: change it once it is settled',
  ],
  unitRemark: [
    '“{raw}”里的“{reading}”不是单位名称，没有读入；需要的请写到备注',
    '“{reading}” in “{raw}” is no unit and was left out: write it as a remark if needed',
  ],
  townInUnit: [
    '“{raw}”括号里的“{reading}”读作属地镇街，牵头单位按括号前的；由镇街牵头的请改正',
    '“{reading}” in the brackets of “{raw}” is taken for the town, the unit before leads: change it if the town leads',
  ],
  townBeside: [
    '“{raw}”括号里的“{reading}”没有读入：属地镇街已另有写明；需要的请写到备注',
    '“{reading}” in the brackets of “{raw}” was left out, the town is told elsewhere',
  ],
} as const satisfies Record<string, Label>;
