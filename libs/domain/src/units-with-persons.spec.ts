import { partUnitsAndPersons } from './units-with-persons.js';

describe('a cell of units and their persons', () => {
  it.each([
    ['应急科 张三', '应急科', '张三'],
    ['应急科（张三）', '应急科', '张三'],
    ['应急科：张三、李四', '应急科', '张三、李四'],
    ['应急科\n张三 13800000000', '应急科', '张三、13800000000'],
    ['应急科张三', '应急科', '张三'],
    ['1.应急科（责任人：张三）；2.法规科（李四）', '应急科、法规科', '张三、李四'],
    ['云栖镇人民政府办公室', '云栖镇人民政府办公室', ''],
    ['应急科', '应急科', ''],
  ])('%s', (text, units, persons) => {
    expect(partUnitsAndPersons(text)).toEqual({ units, persons });
  });
});
