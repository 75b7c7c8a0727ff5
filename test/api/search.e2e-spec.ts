import { migrate, newId, ownerDataSource, select, applicationDataSource } from '@xiaohao/database';
import { systemActor } from '@xiaohao/org';
import { createTickets, searchGrams, searchWords, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { createSuiteDatabase } from '../support/suite-database.js';

const today = '2026-07-01';
let api: TestApi;

beforeAll(async () => {
  api = await bootApi(today);
});
afterAll(() => api?.stop());

function add(...drafts: Partial<NewTicket>[]) {
  const { units, sourceId } = api.bureau;
  const tickets = drafts.map((draft): NewTicket => ({
    kind: 'inspection_issue',
    title: '一件',
    status: 'in_progress',
    sourceId,
    leadUnitId: units.chemicals,
    raisedOn: '2026-01-15',
    deadline: { kind: 'date', dueOn: '2026-07-20', ongoing: false },
    ...draft,
  }));
  return api.owner.transaction((tx) => createTickets(tx, systemActor, tickets, { today, at: new Date() }));
}

const search = (q: string, as = 'chief', more = '') => api.as(as).get(`/api/tickets?q=${encodeURIComponent(q)}${more}`);
const foundNos = async (q: string, as?: string, more?: string): Promise<string[]> =>
  (await search(q, as, more)).body.items.map(({ no }: { no: string }) => no);
const due = (dueOn: string) => ({ deadline: { kind: 'date', dueOn, ongoing: false } }) as const;

describe('a search', () => {
  it('finds two characters and more wherever they stand: title, description, site, number, latest and former progress', async () => {
    const [one] = await add({
      title: '储罐区防火堤开裂',
      description: '围堰高度不够',
      site: '金桂化工厂',
      theirNo: '督字〔2026〕77号',
      progress: { text: '已抹灰封堵', on: '2026-03-01', percent: 30 },
    });
    const done = await api.as('inspection').post(`/api/tickets/${one!.id}/progress`, { text: '复测合格' });
    expect(done.status).toBe(201);
    for (const q of [
      '防火',
      '火堤开',
      '围堰高度不够',
      '金桂',
      one!.no,
      one!.no.slice(-7),
      '77号',
      '抹灰',
      '复测合格',
    ]) {
      expect([q, await foundNos(q)]).toEqual([q, [one!.no]]);
    }
  });

  it('wants every word, in whatever order, field, width and case', async () => {
    const [both] = await add({ title: 'LNG气化站 泄漏报警', site: '北关' }, { title: 'LNG储罐', site: '西岭' });
    for (const q of ['报警 北关', '北关　ｌｎｇ', '  lng   泄漏 ', 'Lng 关 报警'])
      expect(await foundNos(q)).toEqual([both!.no]);
    expect(await foundNos('泄漏 西岭')).toEqual([]);
    expect(await foundNos('气化站泄漏')).toEqual([]);
  });

  it('takes every character as itself', async () => {
    const [odd] = await add({ title: '整改率100%达标_第一批\\附件\'"; 🔥🧯消防😀点' });
    for (const q of ['100%', '%达', '标_第', '批\\附', `件'"`, '🔥🧯', '😀点', `'"; `])
      expect([q, await foundNos(q)]).toEqual([q, [odd!.no]]);
    for (const q of ['10%%', '标%第', '__', '🔥😀']) {
      const answer = await search(q);
      expect([q, answer.status]).toEqual([q, 200]);
      expect(answer.body.items).toEqual([]);
    }
    expect((await search('100%\0达')).status).toBe(400);
  });

  it('answers a lone character too, refuses a whole book, and takes blanks for no question', async () => {
    const [one] = await add({ title: '独字：龘' });
    for (const q of ['龘', '龘 独', '字 龘']) expect(await foundNos(q)).toEqual([one!.no]);
    expect(await foundNos('齉')).toEqual([]);
    for (const book of ['长'.repeat(201), 'x'.repeat(10_000)]) {
      expect(await search(book)).toMatchObject({ status: 400, body: { code: 'malformed' } });
    }
    const { total } = (await api.as('chief').get('/api/tickets')).body;
    expect((await search('  　 ')).body.total).toBe(total);
  });

  it('puts the ticket of that very number first, then goes by deadline, page by page, nothing twice', async () => {
    const [named, ...others] = await add(
      { title: '被点名的一件', ...due('2026-12-31') },
      ...[8, 9, 10].map((month) => ({ title: `引用点`, ...due(`2026-${String(month).padStart(2, '0')}-01`) })),
    );
    await api.owner.query('update ticket set description = $2 where id = any($1)', [
      others.map(({ id }) => id),
      `参见${named!.no}号`,
    ]);
    const wanted = [named!.no, ...others.map(({ no }) => no)];
    expect(await foundNos(named!.no.toLowerCase())).toEqual(wanted);
    for (const [limit, order] of [
      [1, 'dueOn'],
      [2, 'dueOn'],
      [1, '-dueOn'],
      [3, '-updatedAt'],
    ] as const) {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await search(named!.no, 'chief', `&limit=${limit}&sort=${order}${cursor}`);
        seen.push(...body.items.map(({ no }: { no: string }) => no));
        expect(body.total).toBe(4);
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);
      expect(seen[0]).toBe(named!.no);
      expect(seen.length).toBe(4);
      expect(new Set(seen)).toEqual(new Set(wanted));
    }
  });

  it('finds what was written past the application too, and no longer what was written over', async () => {
    const [one] = await add({ title: '旧题目甲乙', progress: { text: '初步进展丙丁', on: '2026-02-01', percent: 10 } });
    await api.owner.query(`update ticket set title = '新题目戊己', site = '庚辛路' where id = $1`, [one!.id]);
    await api.owner.query(`update progress_entry set text = '更正进展壬癸' where ticket_id = $1`, [one!.id]);
    await api.owner.query(`update ticket set latest_progress = '更正进展壬癸' where id = $1`, [one!.id]);
    for (const q of ['戊己', '庚辛路', '壬癸']) expect(await foundNos(q)).toEqual([one!.no]);
    for (const q of ['题目甲乙', '丙丁']) expect(await foundNos(q)).toEqual([]);
    await api.owner.query('delete from progress_entry where ticket_id = $1', [one!.id]);
    await api.owner.query('update ticket set latest_progress = null where id = $1', [one!.id]);
    expect(await foundNos('壬癸')).toEqual([]);
  });

  it('keeps to the other filters and to what the reader may see, in the count too', async () => {
    const [mine, secret] = await add(
      { title: '秘境寻踪之一' },
      { title: '秘境寻踪之二', confidential: true, leadUnitId: api.bureau.units.relief },
    );
    const answer = async (as: string, more = '&count=exact') => {
      const { body } = await search('秘境寻踪', as, more);
      return [body.total, body.items.map(({ no }: { no: string }) => no)];
    };
    expect(await answer('chief')).toEqual([2, [mine!.no, secret!.no]]);
    expect(await answer('head')).toEqual([1, [mine!.no]]);
    expect(await answer('office')).toEqual([1, [mine!.no]]);
    expect(await answer('handler3', '')).toEqual([0, []]);
    expect(await answer('clerk', '')).toEqual([0, []]);
    expect(await answer('head', '&status=closed')).toEqual([0, []]);
    expect(await answer('head', `&leadUnitId=${api.bureau.units.relief}`)).toEqual([0, []]);
    expect((await search('秘境寻踪', 'admin')).status).toBe(403);
    expect(await foundNos(secret!.no, 'head')).toEqual([]);
  });
});

describe('a search that finds very many', () => {
  it('walks the list: the same rows in the same order as the text itself gives, and a count that says it stopped', async () => {
    await add(
      ...Array.from({ length: 1300 }, (_, at) => ({
        title: `拉网排查第${at}处`,
        leadUnitId: at % 4 === 0 ? api.bureau.units.relief : api.bureau.units.chemicals,
        ...due(`2026-${String((at % 12) + 1).padStart(2, '0')}-${String((at % 28) + 1).padStart(2, '0')}`),
      })),
    );
    for (const [as, unit, total] of [
      ['chief', null, 1000],
      ['head', api.bureau.units.chemicals, 975],
    ] as const) {
      const wanted = await select<{ no: string }>(
        api.owner,
        `select no from ticket where title like '%拉网排查%' and ($1::uuid is null or lead_unit_id = $1)
         order by due_on, id limit 130`,
        [unit],
      );
      const seen: string[] = [];
      let cursor = '';
      for (let page = 0; page < 2; page += 1) {
        const { body } = await search('拉网排查', as, `&limit=65${cursor}`);
        expect([body.total, body.totalIsExact]).toEqual([total, total < 1000]);
        seen.push(...body.items.map(({ no }: { no: string }) => no));
        cursor = `&cursor=${body.nextCursor}`;
      }
      expect(seen).toEqual(wanted.map(({ no }) => no));
    }
    expect((await search('拉网排查', 'chief', '&count=exact')).body).toMatchObject({ total: 1300, totalIsExact: true });
  });
});

describe('what can be found', () => {
  it('is cut into the same pieces by the schema and by the program', async () => {
    const texts = ['XC-2026-0012 危化品ABC仓库', 'ａｂ　ｃ１２３，。', '🔥a🧯bc', 'é1ñ2', '一', 'a', 'ab', '中a中'];
    for (const text of texts) {
      const [row] = await select<{ grams: string[]; body: string }>(
        api.owner,
        'select search_text($1) as body, search_grams(search_text($1)) as grams',
        [text],
      );
      expect(searchWords(text).join(' ')).toBe(row!.body);
      for (const gram of searchGrams(searchWords(text))) expect(row!.grams).toContain(gram);
    }
  });

  it('is written by the owner’s triggers alone', async () => {
    const app = await applicationDataSource({ databaseUrl: api.appUrl }, 1).initialize();
    try {
      for (const change of [
        `update ticket_search set body = 'x'`,
        'delete from ticket_search',
        `insert into ticket_search values ('${newId()}', 'x')`,
      ]) {
        await expect(app.query(change)).rejects.toThrow(/permission denied/);
      }
    } finally {
      await app.destroy();
    }
  });

  it('covers tickets from before the search came', async () => {
    const other = await createSuiteDatabase();
    const owner = await ownerDataSource({ databaseAdminUrl: other.ownerUrl }).initialize();
    try {
      const exists = async () =>
        (await owner.query(`select to_regclass('ticket_search') is not null as there`))[0].there;
      while (await exists()) await owner.undoLastMigration();
      await owner.query(
        `insert into ticket (id, no, kind, title, status, deadline_kind, raised_on)
         values ($1, 'XC-2020-0001', 'inspection_issue', '早先的一件', 'draft', 'unresolved', '2020-01-01')`,
        [newId()],
      );
      await migrate(owner);
      expect(await owner.query('select body from ticket_search')).toEqual([{ body: 'xc-2020-0001 早先的一件' }]);
    } finally {
      await owner.destroy();
      await other.drop();
    }
  });
});
