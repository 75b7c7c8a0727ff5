import ExcelJS from 'exceljs';
import { readSheetLooks, readWorkbook, type Sheet } from '@xiaohao/documents';
import { systemActor } from '@xiaohao/org';
import { createTickets, type NewTicket } from '@xiaohao/tickets';
import { bootApi, type Answer, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';

const today = '2026-07-01';
let api: TestApi;
let stage: ImportStage;

beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
  const base: NewTicket = {
    kind: 'inspection_issue',
    title: '=1+1',
    status: 'in_progress',
    sourceId: api.bureau.sourceId,
    itemId: api.bureau.itemIds[0],
    leadUnitId: api.bureau.units.chemicals,
    supportUnitIds: [api.bureau.units.relief],
    deadline: { kind: 'date', dueOn: '2026-06-20', ongoing: false },
    raisedOn: '2026-01-15',
    details: { remark: '原备注', 上级文件: '文件甲', 举报人: '某某某' },
  };
  const drafts = [base, { ...base, title: '第二件', deadline: { ...base.deadline, dueOn: '2026-12-31' } }];
  await api.owner.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
});
afterAll(async () => {
  await stage.close();
  await api.stop();
});

const inspection = () => api.as('inspection');

/** As an office keeps it: a title with open places, a grouped head of two rows, borders, widths, A3 across, a foot. */
async function theirWorkbook(
  change: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('整改表', { views: [{ state: 'frozen', xSplit: 2, ySplit: 4 }] });
  sheet.pageSetup = { ...sheet.pageSetup, paperSize: 8 as ExcelJS.PaperSize, orientation: 'landscape' };
  sheet.getCell('A1').value = 'XX年某区整改情况表';
  sheet.getCell('A1').font = { name: '黑体', size: 20, bold: true };
  sheet.getCell('A1').alignment = { horizontal: 'center' };
  sheet.mergeCells('A1:K1');
  sheet.getRow(1).height = 42;
  sheet.getCell('A2').value = '填报时间：  年  月  日';
  const heads = [
    '序号',
    '反馈问题',
    null,
    '责任单位',
    '整改时限',
    '亮灯',
    '完成情况',
    '上级文件',
    '举报人',
    '备注',
    '台账编号',
  ];
  const lower = [null, '类别', '具体问题'];
  heads.forEach((text, at) => {
    for (const row of [3, 4]) {
      const cell = sheet.getCell(row, at + 1);
      cell.value = (row === 3 ? text : lower[at]) ?? null;
      cell.border = {
        left: { style: 'thin' },
        right: { style: 'thin' },
        top: { style: 'thin' },
        bottom: { style: 'thin' },
      };
      cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFDDEBF7' } };
      cell.font = { name: '楷体', size: 12 };
    }
  });
  sheet.mergeCells('B3:C3');
  for (const letters of 'ADEFGHIJK') sheet.mergeCells(`${letters}3:${letters}4`);
  sheet.getCell('E5').numFmt = 'yyyy.m.d';
  sheet.getCell('D5').font = { name: '仿宋', size: 14 };
  sheet.getColumn(3).width = 44;
  sheet.getCell('A7').value = '填表人：          审核人：';
  change(sheet, workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const upload = (path: string, content: Buffer, fields: Record<string, string> = {}, who = inspection()) =>
  who.upload(path, [{ name: '台账样式.xlsx', content }], { kind: 'inspection_issue', ...fields });
let names = 0;
const keep = async (content: Buffer, fields: Record<string, string> = {}) =>
  upload('/api/ledger-layouts', content, { name: `版式${(names += 1)}`, ...fields });
const fieldsOf = ({ body }: Answer) =>
  Object.fromEntries(body.columns.map(({ letters, field }: { letters: string; field: string }) => [letters, field]));
const download = async (layout: string) => {
  const response = await inspection().raw(`/api/exports/ledger.xlsx?kind=inspection_issue&layout=${layout}`);
  return { response, file: Buffer.from(await response.arrayBuffer()) };
};
const textsOf = ({ rows }: Sheet) => rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));

describe('an empty workbook with headings', () => {
  it('is read by the synonyms of the import; what is not understood is named before anything is kept', async () => {
    const answer = await upload('/api/ledger-layouts/reading', await theirWorkbook());
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ sheet: '整改表', title: 'XX年某区整改情况表', headerRows: [3, 4] });
    expect(fieldsOf(answer)).toEqual({
      A: 'seq',
      B: 'item',
      C: 'title',
      D: 'units',
      E: 'deadline',
      F: 'light',
      G: 'progress',
      H: 'kept',
      I: 'empty',
      J: 'remark',
      K: 'no',
    });
    expect(answer.body.notes).toEqual([{ code: 'notUnderstood', message: expect.stringContaining('上级文件') }]);
    expect(answer.body.choices).toEqual(expect.arrayContaining(['title', 'outcome.fines', 'fact.cause', 'empty']));
    expect((await inspection().get('/api/ledger-layouts')).body).toEqual([]);
  });

  it('becomes a ledger that looks like theirs, filled, without formulas, and read back by its numbers', async () => {
    const kept = await keep(await theirWorkbook());
    expect(kept.status).toBe(201);
    const { response, file } = await download(kept.body.id);
    expect([response.status, decodeURIComponent(response.headers.get('content-disposition')!)]).toEqual([
      200,
      expect.stringContaining(`${kept.body.name} ${today}.xlsx`),
    ]);
    const [sheet] = (await readWorkbook(file)).sheets;
    expect(sheet!.name).toBe('整改表');
    const texts = textsOf(sheet!);
    expect(texts[0]![0]).toBe('2026年某区整改情况表');
    expect(texts[1]![0]).toBe('填报时间：2026年7月1日');
    expect(texts[4]).toEqual([
      '1',
      '第1项',
      '=1+1',
      '危化科（牵头）、减灾救灾科',
      '2026.6.20',
      '■ 逾期 11 天',
      '整改中',
      '文件甲',
      '',
      '原备注',
      expect.stringMatching(/^XC-2026-\d{4}$/),
    ]);
    expect(texts.at(-1)![0]).toBe('填表人：          审核人：');
    expect(sheet!.rows.flatMap(({ cells }) => cells).filter((cell) => cell?.formula)).toEqual([]);
    expect(sheet!.merges).toEqual(expect.arrayContaining([{ top: 3, left: 2, bottom: 3, right: 3 }]));
    expect(sheet!.columnWidths[2]).toBe(44);
    expect(sheet!.rows[4]!.cells[5]!.fill).toBe('F8CBAD');
    const looks = await readSheetLooks(file, '整改表');
    expect(looks).toMatchObject({ paper: 'A3', orientation: 'landscape', frozenColumns: 2 });
    expect(looks.height(1)).toBe(42);
    expect(looks.look(1, 1)).toMatchObject({ font: '黑体', size: 20, bold: true, align: 'center', border: false });
    expect(looks.look(3, 1)).toMatchObject({ font: '楷体', fill: 'DDEBF7', border: true });
    expect(looks.look(5, 4)).toMatchObject({ font: '仿宋', size: 14, border: true, wrap: true });
    const again = await stage.preview(inspection(), file);
    expect(again.body.counts).toMatchObject({ unchanged: 2 });
  });

  it('tells the day of the export where its head told a former one, and leaves its headings alone', async () => {
    const former = await theirWorkbook((sheet) => {
      sheet.getCell('A2').value = '填报单位：某局  统计截至2025年12月31日';
      sheet.getCell('G3').value = '截至2025年12月31日进展';
    });
    const { body } = await keep(former);
    const [sheet] = (await readWorkbook((await download(body.id)).file)).sheets;
    const texts = textsOf(sheet!);
    expect(texts[1]![0]).toBe('填报单位：某局  统计截至2026年7月1日');
    expect(texts[2]).toContain('截至2025年12月31日进展');
  });

  it.each([
    ['stays upright where it can be read so', 44, 'portrait'],
    ['is laid across where it would become too small', 100, 'landscape'],
  ])('upright %s', async (_, width, orientation) => {
    const upright = await theirWorkbook((sheet) => {
      sheet.pageSetup.orientation = 'portrait';
      sheet.getColumn(3).width = width;
    });
    const { body } = await keep(upright);
    const looks = await readSheetLooks((await download(body.id)).file, '整改表');
    expect(looks).toMatchObject({ paper: 'A3', orientation });
  });

  it('is kept with the fields a person chose', async () => {
    const kept = await keep(await theirWorkbook(), { fields: JSON.stringify({ H: 'source', G: 'empty' }) });
    expect(fieldsOf(kept)).toMatchObject({ G: 'empty', H: 'source', C: 'title' });
    const [sheet] = (await readWorkbook((await download(kept.body.id)).file)).sheets;
    expect(textsOf(sheet!)[4]!.slice(6, 8)).toEqual(['', '测试巡察']);
    const wrong = await keep(await theirWorkbook(), { fields: JSON.stringify({ H: 'fact.reporterKind' }) });
    expect([wrong.status, wrong.body.code, wrong.body.message]).toEqual([
      422,
      'inputWrong',
      expect.stringContaining('H 列'),
    ]);
    expect((await keep(await theirWorkbook(), { fields: '{' })).status).toBe(400);
  });
});

describe('a workbook that is not just a header', () => {
  it('with rows gives its header, and says so', async () => {
    const file = await theirWorkbook((sheet, workbook) => {
      sheet.getCell('A5').value = 1;
      sheet.getCell('C5').value = '别人的问题';
      sheet.getCell('D5').value = '某科';
      workbook.addWorksheet('说明').getCell('A1').value = '填表说明';
    });
    const { body } = await upload('/api/ledger-layouts/reading', file);
    expect(body.notes.map(({ code }: { code: string }) => code)).toEqual([
      'rowsLeftOut',
      'otherSheets',
      'notUnderstood',
    ]);
    const kept = await keep(file);
    const [sheet] = (await readWorkbook((await download(kept.body.id)).file)).sheets;
    expect(JSON.stringify(textsOf(sheet!))).not.toContain('别人的问题');
  });

  it('without a header that is known is refused with its first rows, and taken where a person points at it', async () => {
    const file = await theirWorkbook((sheet) => {
      for (let column = 1; column <= 11; column += 1) {
        for (const row of [3, 4]) sheet.getCell(row, column).value = `栏目${column}`;
      }
    });
    const refused = await upload('/api/ledger-layouts/reading', file);
    expect([refused.status, refused.body.code, refused.body.details.rows.length]).toEqual([422, 'noHeader', 5]);
    const pointed = await upload('/api/ledger-layouts/reading', file, { headerRows: '3,4' });
    expect(pointed.body.notes.map(({ code }: { code: string }) => code)).toEqual([
      'notUnderstood',
      'noTitle',
      'noIdentity',
    ]);
    for (const headerRows of ['0', '4,3', '3,3'])
      expect((await upload('/api/ledger-layouts/reading', file, { headerRows })).status).toBe(422);
    expect((await upload('/api/ledger-layouts/reading', file, { headerRows: '900' })).body.code).toBe('noHeader');
  });

  it('with a year of rows in it keeps head and foot alone and tells how many rows it leaves out', async () => {
    const file = await theirWorkbook((sheet) => {
      const rows = Array.from({ length: 700 }, (_, at) => [
        at + 1,
        '的'.repeat(at === 0 ? 30_000 : 10),
        null,
        '危化科',
      ]);
      sheet.insertRows(5, rows);
    });
    const { body } = await upload('/api/ledger-layouts/reading', file);
    expect(body.headerRows).toEqual([3, 4]);
    expect(body.notes[0].message).toContain('700 行');
    const plain = await upload('/api/ledger-layouts/reading', await theirWorkbook());
    expect(body.columns).toEqual(plain.body.columns);
  });

  it('is refused with what to do: encrypted, old, no workbook at all', async () => {
    const encrypted = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    for (const content of [encrypted, Buffer.from('not a workbook'), Buffer.from('PK\u0003\u0004')]) {
      const { status, body } = await upload('/api/ledger-layouts/reading', content);
      expect([status, body.message]).toEqual([422, expect.stringMatching(/请|损坏/)]);
    }
  });
});

describe('a layout without a column of our number', () => {
  let layout = '';

  /** The source stands in the title; every row has its own words. */
  const edits: readonly (readonly [title: string, letters: string, text: string | Date, ...changes: string[]])[] = [
    ['往返 在办', 'B', '另一类', 'item!'],
    ['往返 两家', 'D', '危化科（牵头）、云栖镇', 'supportUnits'],
    ['往返 草稿', 'E', new Date('2026-11-30T00:00:00Z'), 'deadline'],
    ['往返 未签收', 'E', new Date('2026-11-30T00:00:00Z'), 'deadline!'],
    ['往返 在办', 'G', '整改中 80%\n按计划推进', 'progressPercent'],
    ['往返 延期', 'G', '整改中 40%\n又有进展', 'progress'],
    ['往返 两家', 'G', '挂起 40%\n按计划推进', 'cell.完成情况!'],
    ['往返 立行', 'H', '文件乙', 'details.上级文件'],
    ['往返 待验收', 'J', '补记一笔', 'remark'],
    ['往返 长期', 'K', '分管乙', 'leader'],
  ];

  beforeAll(async () => {
    const { bureau } = api;
    const base: NewTicket = {
      kind: 'inspection_issue',
      title: '往返 在办',
      status: 'in_progress',
      industry: '往返',
      sourceId: bureau.sourceId,
      itemId: bureau.itemIds[0],
      leadUnitId: bureau.units.chemicals,
      leaderId: bureau.people['deputy'],
      deadline: { kind: 'date', dueOn: '2026-12-31', ongoing: false },
      raisedOn: '2026-01-15',
      assignedOn: '2026-01-20',
      progress: { text: '按计划推进', on: '2026-06-15', percent: 40 },
      progressPercent: 40,
      measures: [{ text: '逐项核对', persons: [], dueOn: null, doneOn: null }],
      persons: [{ name: '承办甲', personId: null }],
      details: { remark: '原备注', 上级文件: '文件甲' },
    };
    const one = (title: string, changes: Partial<NewTicket>) => ({ ...base, title: `往返 ${title}`, ...changes });
    const none = { progress: null, progressPercent: null };
    const drafts = [
      base,
      one('两家', { supportUnitIds: [bureau.units.relief] }),
      one('延期', { deadline: { kind: 'date', dueOn: '2026-12-31', originalDueOn: '2026-10-31', ongoing: true } }),
      one('立行', { deadline: { kind: 'immediate', dueOn: '2026-07-20', ongoing: false }, theirNo: '督1' }),
      one('长期', { status: 'ongoing', deadline: { kind: 'ongoing', dueOn: null, ongoing: false } }),
      one('草稿', {
        ...none,
        status: 'draft',
        assignedOn: null,
        deadline: { kind: 'unresolved', dueOn: null, ongoing: false },
      }),
      one('未签收', { ...none, status: 'assigned' }),
      one('待验收', { status: 'pending_acceptance', submittedOn: '2026-06-01' }),
      one('已销号', { status: 'closed', closedOn: '2026-06-10', progressPercent: 95, itemId: null }),
    ];
    await api.owner.transaction((tx) => createTickets(tx, systemActor, drafts, { today, at: new Date() }));
    const file = await theirWorkbook((sheet) => {
      sheet.getCell('A1').value = '测试巡察整改情况表';
      for (const row of [3, 4]) sheet.getCell(row, 11).value = '责任领导';
    });
    const kept = await keep(file);
    layout = kept.body.id;
  });

  async function trip(change: (sheet: ExcelJS.Worksheet) => void): Promise<any> {
    const query = `kind=inspection_issue&industry=${encodeURIComponent('往返')}&layout=${layout}`;
    const response = await inspection().raw(`/api/exports/ledger.xlsx?${query}`);
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await response.arrayBuffer()) as ExcelJS.Buffer);
    change(workbook.worksheets[0]!);
    return (await stage.preview(inspection(), Buffer.from(await workbook.xlsx.writeBuffer()))).body;
  }
  const changesOf = ({ tickets }: any) =>
    tickets.flatMap(({ title, changes }: any) =>
      changes.map(({ field, held }: any) => `${title} ${field}${held === null ? '' : '!'}`),
    );

  it('is advised to have one: without a column of the source nothing can be known again', async () => {
    const codesOf = async (heading: string) => {
      const file = await theirWorkbook((sheet) => {
        for (const row of [3, 4]) sheet.getCell(row, 11).value = heading;
      });
      const { body } = await upload('/api/ledger-layouts/reading', file);
      return body.notes.map(({ code }: { code: string }) => code).slice(1);
    };
    expect(await codesOf('责任领导')).toEqual(['noIdentity']);
    expect(await codesOf('来源')).toEqual(['noNumber']);
  });

  it('comes back unchanged', async () => {
    const view = await trip(() => undefined);
    expect(changesOf(view)).toEqual([]);
    expect(view.counts).toMatchObject({ tickets: 9, unchanged: 9 });
  });

  it('is known by the contents chosen for its columns, and says nothing where nothing was edited', async () => {
    const heads = [
      '巡察轮次',
      '反馈问题',
      null,
      '整改办法',
      '具体人',
      '完成情况',
      '完成比例',
      '状况',
      '台账编号',
      '备注',
      '批次',
    ];
    const file = await theirWorkbook((sheet) => {
      heads.forEach((text, at) => {
        for (const row of text === null || at === 1 ? [] : [3, 4]) sheet.getCell(row, at + 1).value = text;
      });
    });
    const fields = {
      A: 'source',
      D: 'measures',
      E: 'persons',
      F: 'progress',
      G: 'progressPercent',
      H: 'status',
      I: 'no',
    };
    const kept = await keep(file, { fields: JSON.stringify(fields) });
    const query = `kind=inspection_issue&industry=${encodeURIComponent('往返')}&layout=${kept.body.id}`;
    const response = await inspection().raw(`/api/exports/ledger.xlsx?${query}`);
    const back = Buffer.from(await response.arrayBuffer());
    const { body } = await stage.preview(inspection(), back);
    expect(body.sheets[0]).toMatchObject({ profile: { fileName: `版式“${kept.body.name}”`, used: true } });
    expect(body.sheets[0].columns).toMatchObject({ A: 'source', D: 'measures', E: 'persons' });
    expect(changesOf(body)).toEqual([]);
    expect(body.counts).toEqual({ tickets: 9, unchanged: 9, findings: 0, ignored: expect.any(Number) });
  });

  it('shows the ten cells that were edited and no other, and makes no second ticket of an edited category', async () => {
    const view = await trip((sheet) => {
      for (const [title, letters, text] of edits) {
        const rows = sheet.getRows(5, 9)!;
        const cell = rows.find((row) => row.getCell('C').text === title)!.getCell(letters);
        if (letters === 'B') for (let row = 5; row < 14; row += 1) sheet.unMergeCells(row, 2, row, 2);
        cell.value = text;
        if (text instanceof Date) cell.style = { ...cell.style, numFmt: 'yyyy"年"m"月"d"日"' };
      }
    });
    expect(changesOf(view).sort()).toEqual(edits.map(([title, , , change]) => `${title} ${change}`).sort());
    const edited = view.tickets.find(({ title }: any) => title === edits[0]![0]);
    expect(edited.issues).toContainEqual(expect.objectContaining({ code: 'alreadyAlike' }));
  });

  it('takes a row in another category for a matter of its own where the known one is in the file too', async () => {
    const view = await trip((sheet) => {
      const row = sheet.getRows(5, 9)!.find((one) => one.getCell('C').text === '往返 已销号')!;
      row.getCell('B').value = '另一类';
      row.getCell('C').value = '往返 在办';
    });
    const same = view.tickets.filter(({ title }: any) => title === '往返 在办');
    expect(same.map(({ decision }: any) => decision).sort()).toEqual(['create', 'unchanged']);
  });
});

describe('who may', () => {
  it('keeps and removes: whoever coordinates the kind; exports: everybody who exports', async () => {
    const file = await theirWorkbook();
    const path = '/api/ledger-layouts';
    const fields = { name: '归口的' };
    for (const who of ['safety', 'supervision'] as const) {
      expect((await upload(path, file, fields, api.as(who))).body.code).toBe('forbidden');
      expect((await upload(`${path}/reading`, file, {}, api.as(who))).body.code).toBe('forbidden');
    }
    for (const who of ['head', 'chief', 'clerk', 'admin'] as const) {
      expect((await upload(path, file, fields, api.as(who))).status).toBe(403);
    }
    const { body } = await upload(path, file, fields);
    const remove = (who: string, id = body.id) => api.as(who).raw(`${path}/${id}`, { method: 'DELETE' });
    expect((await remove('safety')).status).toBe(403);
    expect((await api.as('head').get(path)).body).toContainEqual(expect.objectContaining({ id: body.id }));
    const exported = await api.as('head2').raw(`/api/exports/ledger.xlsx?layout=${body.id}`);
    expect(exported.status).toBe(200);
    expect((await remove('inspection')).status).toBe(204);
    expect((await remove('inspection')).status).toBe(404);
    const gone = await inspection().get(`/api/exports/ledger.xlsx?layout=${body.id}`);
    expect([gone.status, gone.body.message]).toEqual([404, '没有找到版式']);
  });

  it('has no two of one name', async () => {
    const file = await theirWorkbook();
    await keep(file, { name: '同名' });
    const second = await keep(file, { name: '同名' });
    expect([second.status, second.body.code]).toEqual([409, 'duplicate']);
  });
});

describe('a kept layout', () => {
  const path = '/api/ledger-layouts';
  const headingsOf = async (id: string) => {
    const { response, file } = await download(id);
    const { sheets } = await readWorkbook(file);
    return { name: decodeURIComponent(response.headers.get('content-disposition')!), texts: textsOf(sheets[0]!) };
  };

  it('takes another name and other contents of its columns; its look stays, and its history tells who changed what', async () => {
    const { body } = await keep(await theirWorkbook(), { name: '待改' });
    expect(body).toMatchObject({ version: 1, changedBy: null });
    const fields = [{ column: 'H', field: 'source' }];
    const edited = await inspection().patch(`${path}/${body.id}`, { version: 1, name: ' 改过 ', fields });
    expect([edited.status, edited.body]).toEqual([200, expect.objectContaining({ name: '改过', version: 2 })]);
    expect(edited.body.changedBy).not.toBeNull();
    expect(edited.body.columns.map(({ width }: any) => width)).toEqual(body.columns.map(({ width }: any) => width));
    expect(fieldsOf(edited)).toEqual({ ...fieldsOf({ body } as Answer), H: 'source' });
    const { name, texts } = await headingsOf(body.id);
    expect(name).toContain(`改过 ${today}.xlsx`);
    expect(texts[4]![7]).not.toBe('文件甲');
    await inspection().raw(`${path}/${body.id}`, { method: 'DELETE' });
    const states = await api.owner.query(
      `select name, version, changed_by is not null as told, recorded_to = 'infinity' as present
       from ledger_layout_history where id = $1 order by recorded_from`,
      [body.id],
    );
    expect(states).toEqual([
      { name: '待改', version: 1, told: false, present: false },
      { name: '改过', version: 2, told: true, present: false },
    ]);
  });

  it('is changed by its office alone, from the version that was looked at, into what there is', async () => {
    const { body } = await keep(await theirWorkbook(), { name: '守着' });
    await keep(await theirWorkbook(), { name: '占用的名称' });
    const edit = (change: object, who = 'inspection') =>
      api.as(who).patch(`${path}/${body.id}`, { version: 1, ...change });
    for (const who of ['safety', 'head', 'admin']) expect((await edit({ name: '别的' }, who)).status).toBe(403);
    expect((await edit({ name: '占用的名称' })).body.code).toBe('duplicate');
    expect((await edit({ fields: [{ column: 'H', field: 'nothing' }] })).body.details.field).toBe('H');
    expect((await edit({ fields: [{ column: 'ZZ', field: 'title' }] })).body.details.field).toBe('ZZ');
    const both = await Promise.all([edit({ name: '甲改' }), edit({ name: '乙改' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'stale', details: { version: 2 } });
    expect((await inspection().patch(`${path}/01234567-0123-7123-8123-0123456789ab`, { version: 1 })).status).toBe(404);
  });
});

describe('what an import kept of a major hazard under the heading of its ledger', () => {
  const heads =
    '单位名称｜隐患基本情况｜责任单位｜责任｜措施｜资金｜时限｜预案｜挂牌级别｜督办单位｜计划完成时间｜台账编号';
  const listed = ['市级', '某区安委会', '2026-12-31', ''];

  /** Their ledger, empty or with one hazard. */
  async function hazardLedger(head: string, row: readonly string[] | null): Promise<Buffer> {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('重大隐患');
    const names = heads.split('｜');
    sheet.addRow(['重大事故隐患挂牌督办台账']);
    sheet.addRow(names.map((name, at) => (at >= 3 && at <= 7 ? (at === 3 ? head : null) : name)));
    sheet.addRow(names.map((name, at) => (at >= 3 && at <= 7 ? name : null)));
    if (row) sheet.addRow(row);
    sheet.mergeCells('D2:H2');
    for (const letters of 'ABCIJKL') sheet.mergeCells(`${letters}2:${letters}3`);
    return Buffer.from(await workbook.xlsx.writeBuffer());
  }

  const yes = ['是', '是', '否', '是', '否'];
  const worded = ['√', '已落实（张三）', '未落实', '12万元', '×'];
  const flags = { assuredDuty: true, assuredMeasure: true, assuredFunds: false };

  it.each([
    ['五落实', yes, { ...flags, assuredTime: true, assuredPlan: false }],
    ['整改“五落实”情况', worded, { ...flags, assuredPlan: false }],
  ])(
    'is a fact of the ticket where it is plain, comes out again and compares as unchanged: %s',
    async (head, said, facts) => {
      const safety = api.as('safety');
      const row = ['云上公司', `${head}：防火堤破损`, '危化科', ...said, ...listed];
      const { body } = await stage.commit(safety, await hazardLedger(head, row), { kind: 'hazard' });
      expect(body).toMatchObject({ status: 'committed', counts: { create: 1 } });
      const [{ details }] = await api.owner.query('select details from ticket where title = $1', [row[1]]);
      expect(Object.fromEntries(Object.entries(details).filter(([key]) => key.startsWith('assured')))).toEqual(facts);
      const kept = await upload(
        '/api/ledger-layouts',
        await hazardLedger(head, null),
        { name: `挂牌${(names += 1)}`, kind: 'hazard' },
        safety,
      );
      expect(kept.status).toBe(201);
      expect(fieldsOf(kept)).toMatchObject({ D: 'fact.assuredDuty', H: 'fact.assuredPlan', I: 'fact.listedLevel' });
      for (const layout of ['hazard_major', kept.body.id]) {
        const response = await safety.raw(`/api/exports/ledger.xlsx?kind=hazard&layout=${layout}`);
        const file = Buffer.from(await response.arrayBuffer());
        const texts = textsOf((await readWorkbook(file)).sheets[0]!);
        const told = texts.find((cells) => cells.includes(row[1]!))!;
        const from = texts.flatMap((cells) => (cells.includes('预案') ? [cells.indexOf('责任')] : []))[0]!;
        expect(told.slice(from, from + 5)).toEqual(said);
        expect(told).toEqual(expect.arrayContaining(listed.slice(0, 2)));
        const again = (await stage.preview(safety, file, { kind: 'hazard' })).body;
        expect(again.tickets.flatMap(({ changes }: { changes: unknown[] }) => changes)).toEqual([]);
      }
    },
  );

  it('follows the ledger where that says it plainly, in whatever words', async () => {
    const safety = api.as('safety');
    const row = (said: readonly string[]) => ['云上公司', '五落实改动：防火堤破损', '危化科', ...said, ...listed];
    await stage.commit(safety, await hazardLedger('五落实', row(worded)), { kind: 'hazard' });
    const changed = ['否', '已落实（张三）', '已落实', '已落实', '×'];
    const { body } = await stage.commit(safety, await hazardLedger('五落实', row(changed)), { kind: 'hazard' });
    expect(body).toMatchObject({ status: 'committed', counts: { update: 1 } });
    const [{ details }] = await api.owner.query('select details from ticket where title = $1', [row([])[1]]);
    expect(details).toMatchObject({ assuredDuty: false, assuredMeasure: true, assuredFunds: true, assuredTime: true });
    const again = (await stage.preview(safety, await hazardLedger('五落实', row(changed)), { kind: 'hazard' })).body;
    expect(again.tickets.flatMap(({ changes }: { changes: unknown[] }) => changes)).toEqual([]);
  });
});
