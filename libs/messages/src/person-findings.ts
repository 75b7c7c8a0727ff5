import type { Label } from './labels.js';

/** Findings about the people a row names; a part of `findingTexts`. */
export const personFindingTexts = {
  personUnknown: ['系统中没有“{raw}”，由科室负责人办理', 'Nobody called “{raw}”; the head of the unit acts'],
  personElsewhere: [
    '“{raw}”在{reading}，不是牵头单位的人，未设为承办人，由科室负责人办理',
    '“{raw}” works in {reading}, not in the lead unit; the head of the unit acts',
  ],
  personAmbiguous: [
    '有 {reading} 位“{raw}”，由科室负责人办理',
    '{reading} people are called “{raw}”; the head of the unit acts',
  ],
  personByTitle: [
    '“{reading}”只写了职务或称呼，没有全名，按原文保留；请写全名',
    '“{reading}” is a title or nickname without a full name, kept as text: write the full name',
  ],
  personPost: [
    '“{raw}”里的职务（单位）不是姓名，读作{reading}，后者不入库',
    'Posts and units in “{raw}” are no names: {reading}; the latter are left out',
  ],
  personNobody: [
    '“{reading}”没有写明是谁，责任人暂缺；确定后请补写姓名',
    '“{reading}” names nobody yet: write the name once it is settled',
  ],
  personsMore: [
    '“{raw}”没有写全，只读出{reading}；请逐个写明姓名',
    '“{raw}” means more people than it names; {reading} were read: name them all',
  ],
  personInUnit: [
    '“{raw}”里写着人，读作{reading}；不是的请分两格写',
    '“{raw}” holds people, read as {reading}: write them apart if it is otherwise',
  ],
} as const satisfies Record<string, Label>;
