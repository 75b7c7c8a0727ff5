import type { NoticeBody, NoticeList, NoticeTable } from './notice-body.js';
import { countTickets, keepTickets } from './notice-body.js';
import { isMailAddress, mailFailureOf } from './mail-transport.js';
import { oneLine, writeMail } from './notice-mail.js';

const list: NoticeList = {
  form: 'list',
  rule: 'weekly_overdue',
  level: 6,
  title: '逾期事项周报',
  sections: [
    {
      unit: '危化科',
      tickets: [
        { id: '1', no: 'XC-2022-0001', title: '台账 <更新>', dueOn: '2022-06-30', note: '逾期 4 天', handler: '王磊' },
        { id: '2', no: 'XC-2022-0002', title: '制度缺失', dueOn: '2022-07-01', note: '逾期 3 天', handler: null },
      ],
    },
  ],
};
const table: NoticeTable = {
  form: 'table',
  rule: 'weekly_overdue',
  level: 6,
  title: '各单位逾期情况',
  sections: [{ unit: '危化科', tickets: ['XC-2022-0001', 'XC-2022-0003'], note: '最长逾期 9 天' }],
};
const body: NoticeBody = { heading: '王磊，您好', blocks: [table, list] };

it('a mail reads the same in plain text and in HTML', () => {
  const { subject, text, html } = writeMail('3 件事项逾期', body, '/tickets?overdue=true', 'https://xh.invalid');
  expect(subject).toBe('【销号】3 件事项逾期');
  expect(text).toMatchInlineSnapshot(`
"王磊，您好

各单位逾期情况（2 件）
  危化科（2 件）　最长逾期 9 天

逾期事项周报（2 件）
  危化科（2 件）
    1. XC-2022-0001　台账 <更新>（逾期 4 天，王磊）
    2. XC-2022-0002　制度缺失（逾期 3 天，未定承办人）

请登录系统办理：https://xh.invalid/tickets?overdue=true
本邮件由销号系统自动发送，请勿直接回复。"
`);
  expect(html).toContain('台账 &lt;更新&gt;');
  expect(html).toContain('<a style="white-space:nowrap" href="https://xh.invalid/tickets/1">XC-2022-0001</a>');
  expect(html).not.toContain('<更新>');
});

it('a subject is one line of bounded length', () => {
  expect(oneLine('a\r\nBcc: b\u2028c\u0000d')).toBe('a Bcc: b c d');
  expect(oneLine('长'.repeat(500))).toHaveLength(200);
  expect(writeMail('x\r\nBcc: y', body, null, '').subject).toBe('【销号】x Bcc: y');
});

describe('tickets that fall out of a message', () => {
  it('leave the others, each block by its own rule', () => {
    const kept = keepTickets(body, (no) => no !== 'XC-2022-0001')!;
    expect(countTickets(kept)).toBe(2);
    expect(kept.blocks.map((block) => block.form)).toEqual(['table', 'list']);
    const daily = { ...list, rule: 'overdue_1' };
    const both = keepTickets({ ...body, blocks: [table, daily] }, (_, rule) => rule !== 'overdue_1')!;
    expect(both.blocks).toEqual([table]);
  });

  it('leave nothing when they were all', () => {
    expect(keepTickets(body, () => false)).toBeNull();
  });

  it('do not touch a message that speaks of none', () => {
    const lines: NoticeBody = { heading: '导入完成', blocks: [{ form: 'lines', lines: ['共 3 行'] }] };
    expect(keepTickets(lines, () => false)).toBe(lines);
  });
});

it.each([
  ['li.min@bureau.invalid', true],
  ['李敏@应急局.invalid', true],
  [null, false],
  ['', false],
  ['li.min', false],
  ['a@b@c', false],
  ['a@b.invalid, c@d.invalid', false],
  ['a@b.invalid\nBcc: c@d.invalid', false],
  ['"a"@b.invalid', false],
  [`${'a'.repeat(250)}@b.invalid`, false],
])('%j is a mail address: %s', (text, is) => {
  expect(isMailAddress(text)).toBe(is);
});

it.each([
  [{ responseCode: 550, command: 'RCPT TO' }, 'refused'],
  [{ responseCode: 554, command: 'DATA' }, 'refused'],
  [{ responseCode: 451, command: 'DATA' }, 'later'],
  [{ responseCode: 503, command: 'DATA' }, 'later'],
  [{ responseCode: 535, command: 'AUTH PLAIN', code: 'EAUTH' }, 'unreachable'],
  [{ responseCode: 553, command: 'MAIL FROM' }, 'unreachable'],
  [Object.assign(new Error('connect ECONNREFUSED'), { code: 'ESOCKET', command: 'CONN' }), 'unreachable'],
])('%j is a mail that was %s', (error, failure) => {
  expect(mailFailureOf(error)).toBe(failure);
});
