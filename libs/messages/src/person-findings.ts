import type { Label } from './labels.js';

/** Findings about the people a row names; a part of `findingTexts`. */
export const personFindingTexts = {
  personUnknown: ['系统中没有“{raw}”，{handler}', 'Nobody called “{raw}”; {handler}'],
  personElsewhere: [
    '“{raw}”在{reading}，不是牵头单位的人，未设为承办人，{handler}',
    '“{raw}” works in {reading}, not in the lead unit; {handler}',
  ],
  personAmbiguous: ['有 {reading} 位“{raw}”，{handler}', '{reading} people are called “{raw}”; {handler}'],
  personByTitle: [
    '“{reading}”只写了职务或称呼，没有全名，按原文保留；请写全名',
    '“{reading}” is a title or nickname without a full name, kept as text: write the full name',
  ],
  personPost: ['“{raw}”读作{reading}不入库', '“{raw}” is read as {reading}: left out'],
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
  personAway: ['“{raw}”注明“{reading}”，请核对现在由谁负责', '“{raw}” says “{reading}”: check who answers for it now'],
  personMayBe: [
    '“{raw}”可能是{reading}，没有直接选定；是的请写全名',
    '“{raw}” may be {reading}; nobody was chosen: write the full name if so',
  ],
} as const satisfies Record<string, Label>;

/** Who acts where nobody is found to: `{handler}` of the findings above. */
export const handlerWords = {
  head: ['由牵头单位负责人办理', 'the head of the lead unit acts'],
  noHead: ['牵头单位还没有负责人账号，承办人暂缺', 'the lead unit has no head yet, nobody acts'],
  newUnit: ['牵头单位将新建，还没有负责人，承办人暂缺', 'the lead unit is new and has no head yet, nobody acts'],
  kept: ['此事项的承办人不变', 'whoever handles the ticket stays'],
  noUnit: ['牵头单位还没有确定，承办人暂缺', 'nobody leads yet, nobody acts'],
} as const satisfies Record<string, Label>;

/** What stands beside a name. */
export const personPostWords = {
  post: ['职务（单位）', 'the post (unit) '],
} as const satisfies Record<string, Label>;
