import { execute } from '@xiaohao/database';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { openCommandStage, type CommandStage } from '../support/command-stage.js';
import { linesOf } from '../support/reminder-stage.js';
import { openSmtpSink, type SmtpSink } from '../support/smtp-sink.js';

jest.setTimeout(120_000);

const monday = '2022-07-04';
const nextMonday = '2022-07-11';
let stage: CommandStage;
let sink: SmtpSink;
let numbers: string[];

beforeAll(async () => {
  [stage, sink] = [await openCommandStage(monday), await openSmtpSink()];
  const { units, people } = stage.bureau;
  const ticket = (title: string, dueOn: string, of: Partial<NewTicket>): NewTicket => ({
    kind: 'inspection_issue',
    title,
    status: 'in_progress',
    leadUnitId: units.chemicals,
    raisedOn: '2022-01-10',
    deadline: { kind: 'date', dueOn, ongoing: false },
    ...of,
  });
  const drafts = [
    ticket('台账更新不及时', '2022-06-01', { handlerId: people['handler'] }),
    ticket('演练记录缺签字', '2022-06-15', { handlerId: people['handler2'] }),
    ticket('物资清单与实物不符', '2022-06-15', { leadUnitId: units.relief }),
    ticket('值班交接不完整', '2022-07-07', { handlerId: people['handler2'] }),
    ticket('已经办结', '2022-06-01', { status: 'closed', closedOn: '2022-05-30' }),
  ];
  const today = '2022-01-10';
  const made = await stage.owner.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
  numbers = made.map(({ no }) => no);
});
afterAll(async () => {
  await sink?.close();
  await stage?.close();
});
afterEach(() => void (sink.mails.length = 0));

const remind = (date: string, ...args: string[]) =>
  stage.runWith({ SMTP_URL: sink.url, XIAOHAO_TODAY: date }, 'remind', '--date', date, ...args);
const expected = () => {
  const [first, second, relief, soon] = numbers;
  return [
    `chief weekly_overdue: ${relief} ${first} ${second}`,
    `deputy weekly_overdue: ${first} ${second}`,
    `deputy2 weekly_overdue: ${relief}`,
    `handler weekly_overdue: ${first}`,
    `handler2 due_in_3: ${soon}`,
    `handler2 weekly_overdue: ${second}`,
    `head due_in_3: ${soon}`,
    `head weekly_overdue: ${first} ${second}`,
    `head2 weekly_overdue: ${relief}`,
  ];
};
/** Each who is to be told gets one mail, whatever it speaks of. */
const recipients = ['chief', 'deputy', 'deputy2', 'handler', 'handler2', 'head', 'head2'];
const told = () => sink.mails.map(({ to }) => to.replace('@test.invalid', '')).sort();

describe('xiaohao remind', () => {
  it('--dry-run lists the weekly notice and what else is due, and tells nobody', async () => {
    const { code, out, error } = await remind(monday, '--dry-run', '--json', stage.file('dry.json'));
    expect({ code, error }).toEqual({ code: 0, error: '' });
    expect(out).toContain(`待发  局长甲  weekly_overdue  mail  ${numbers[2]} ${numbers[0]} ${numbers[1]}`);
    const plan = await stage.json('dry.json');
    expect(plan.date).toBe(monday);
    expect(linesOf(plan)).toEqual(expected());
    expect(linesOf(plan, 'mail')).toEqual(expected());
    expect(plan.messages.some(({ sent }: { sent: boolean }) => sent)).toBe(false);
    expect(sink.mails).toEqual([]);
    expect(await stage.count('select count(*) from message')).toBe(0);
  });

  it('sends what is due, one mail a person, and lists it as sent', async () => {
    const { code, error } = await remind(monday, '--json', stage.file('sent.json'));
    expect({ code, error }).toEqual({ code: 0, error: '' });
    const plan = await stage.json('sent.json');
    expect(linesOf(plan)).toEqual(expected());
    expect(linesOf(plan, 'mail')).toEqual(expected());
    expect(plan.messages.every(({ sent }: { sent: boolean }) => sent)).toBe(true);
    expect(told()).toEqual(recipients);
  });

  it('says of each message who, how, by which rule, how urgent and about what', async () => {
    const { messages } = await stage.json('sent.json');
    expect(messages).toContainEqual({
      person: '局长甲',
      username: 'chief',
      channel: 'mail',
      rule: 'weekly_overdue',
      level: 6,
      sent: true,
      tickets: [numbers[2], numbers[0], numbers[1]],
      sections: [
        { unit: '减灾救灾科', tickets: [numbers[2]] },
        { unit: '危化科', tickets: numbers.slice(0, 2) },
      ],
    });
  });

  it('asked again sends nothing twice and lists the same', async () => {
    const before = await stage.json('sent.json');
    const { code } = await remind(monday, '--json', stage.file('again.json'));
    expect(code).toBe(0);
    expect(await stage.json('again.json')).toEqual(before);
    await remind(monday, '--dry-run', '--json', stage.file('dry-again.json'));
    expect(await stage.json('dry-again.json')).toEqual(before);
    expect(sink.mails).toEqual([]);
  });

  it('run twice at the same moment still sends one mail a person', async () => {
    const runs = await Promise.all([remind(nextMonday), remind(nextMonday)]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(told()).toEqual(recipients);
  });

  it('says so with 1 and one line when the mail server refuses, and sends it at the next call', async () => {
    await execute(stage.owner, `update ticket set due_on = '2022-07-16' where no = $1`, [numbers[3]]);
    let refusing = true;
    sink.beforeAnswer = () => {
      if (refusing) throw Object.assign(new Error('try again later'), { responseCode: 450 });
    };
    const { code, out, error } = await remind('2022-07-13');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(error).toMatch(/^还有 2 封邮件未发出.*try again later.*\n$/);
    expect(sink.mails).toEqual([]);
    refusing = false;
    expect((await remind('2022-07-13', '--json', stage.file('late.json'))).code).toBe(0);
    expect(told()).toEqual(['handler2', 'head']);
    const { messages } = await stage.json('late.json');
    expect(messages.every(({ sent }: { sent: boolean }) => sent)).toBe(true);
  });
});
