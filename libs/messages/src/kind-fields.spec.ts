import { kindFields, ticketKinds, type KindField } from '@xiaohao/domain';
import { fieldChoiceLabels, fieldValueText } from './kind-fields.js';

describe('labels of kind fields', () => {
  it('name every choice of every field', () => {
    for (const kind of ticketKinds) {
      for (const { code, choices } of kindFields[kind] as readonly KindField[]) {
        for (const choice of choices ?? [])
          expect([code, choice, fieldChoiceLabels[code]?.[choice]?.length]).toEqual([code, choice, 2]);
      }
    }
  });

  it('say values as people read them', () => {
    expect(fieldValueText('fundsYuan', 1234567)).toBe('1,234,567 元');
    expect(fieldValueText('listed', false)).toBe('否');
    expect(fieldValueText('channel', 'hotline_12350')).toBe('12350 热线');
  });
});
