import { select } from '@xiaohao/database';
import { AlreadyDone } from '@xiaohao/jobs';
import { bootApi, type TestApi } from '../support/boot-api.js';
import { openImportStage, type ImportStage } from '../support/import-stage.js';
import { buildWorkbook } from '../support/ledger-workbooks.js';

const today = '2026-07-01';
let api: TestApi;
let stage: ImportStage;
beforeAll(async () => {
  api = await bootApi(today);
  stage = await openImportStage(api, today);
});
afterAll(async () => {
  await stage.close();
  await api.stop();
});

const office = () => api.as('inspection');
const rows = [
  ['序号', '存在问题', '责任科室', '整改时限', '完成情况', '甲乙丙'],
  ['1', '台账不清', '危化科', '9月30日', '推进中', '王磊'],
];
const preview = async () => (await stage.preview(office(), await buildWorkbook([{ name: '自查', rows }]))).body;
const stateOf = async (id: string) => (await office().get(`/api/imports/${id}`)).body;
const cancel = (id: string) => office().post(`/api/imports/${id}/cancel`);
const personId = () => api.bureau.people['inspection']!;
const tickets = async (id: string) =>
  (
    await select<{ count: number }>(api.owner, 'select count(*)::int as count from ticket where import_id = $1', [id])
  )[0]!.count;

describe('what is under way can be given up', () => {
  it('a first reading ends there, and its job reads nothing', async () => {
    const file = await buildWorkbook([{ name: '自查', rows }]);
    const { body } = await office().upload('/api/imports', [{ name: '自查.xlsx', content: file }], {});
    expect((await cancel(body.id)).status).toBe(200);
    await stage.runJobs();
    expect(await stateOf(body.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'importCancelled' },
      tickets: [],
    });
    expect((await cancel(body.id)).body.code).toBe('importNotUnderWay');
  });

  it('a first reading at work does not run again once it was stopped, and stores nothing', async () => {
    const file = await buildWorkbook([{ name: '自查', rows }]);
    const { body } = await office().upload('/api/imports', [{ name: '自查.xlsx', content: file }], {});
    // Stopped between the moment the job looks whether it is wanted and its next sign of progress.
    const jobs = stage.jobs as unknown as { advance(record: object, progress: number): Promise<void> };
    const advance = jobs.advance.bind(jobs);
    const watched = jest.spyOn(jobs, 'advance').mockImplementation(async (record, progress) => {
      if (progress === 20) await cancel(body.id);
      await advance(record, progress);
    });
    await stage.jobs.read(body.id);
    watched.mockRestore();
    expect(await stateOf(body.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'importCancelled' },
      tickets: [],
    });
  });

  it('a new reading goes back to the one before, with its choices', async () => {
    const { id, version } = await preview();
    const edit = { version, columns: [{ sheet: '自查', column: 'F', meaning: 'persons' }] };
    expect((await office().patch(`/api/imports/${id}`, edit)).body.status).toBe('queued');
    const { body } = await cancel(id);
    expect(body).toMatchObject({ status: 'ready', version: version + 2 });
    await stage.runJobs();
    expect(await stateOf(id)).toMatchObject({ status: 'ready', sheets: [{ columns: { F: 'details' } }] });
    // The choice is forgotten too, whatever is chosen next.
    await office().patch(`/api/imports/${id}`, { version: version + 2, options: { year: 2025 } });
    await stage.runJobs();
    expect(await stateOf(id)).toMatchObject({ status: 'ready', sheets: [{ columns: { F: 'details' } }] });
  });

  it('a new reading that failed goes back too', async () => {
    const { id, version } = await preview();
    await office().patch(`/api/imports/${id}`, { version, headerRows: [{ sheet: '自查', rows: [9] }] });
    await stage.runJobs();
    expect((await stateOf(id)).status).toBe('failed');
    expect((await cancel(id)).body.status).toBe('ready');
  });

  it('storing that has not begun stores nothing', async () => {
    const { id } = await preview();
    await office().post(`/api/imports/${id}/commit`);
    expect((await cancel(id)).body.status).toBe('ready');
    await stage.runJobs();
    expect([(await stateOf(id)).status, await tickets(id)]).toEqual(['ready', 0]);
  });

  it('storing at work rolls back whole once its job was dropped, and the import is a preview again', async () => {
    const { id } = await preview();
    await office().post(`/api/imports/${id}/commit`);
    await stage.jobs.commit(id, personId(), async () => {
      // Another connection: the job holds the import locked, and who stops it does not wait for that.
      expect((await cancel(id)).body.status).toBe('committing');
      throw new AlreadyDone('the dropped job');
    });
    expect([(await stateOf(id)).status, await tickets(id)]).toEqual(['ready', 0]);
  });

  it('storing that is asked now and then stops by itself', async () => {
    const { id } = await preview();
    await office().post(`/api/imports/${id}/commit`);
    const done = jest.fn();
    await stage.jobs.commit(id, personId(), done, async () => false);
    expect([(await stateOf(id)).status, await tickets(id), done.mock.calls.length]).toEqual(['ready', 0, 0]);
  });

  it('what is stored already stays, and says so', async () => {
    const { id } = await preview();
    await office().post(`/api/imports/${id}/commit`);
    await stage.runJobs();
    expect((await cancel(id)).body.code).toBe('importNotUnderWay');
    expect([(await stateOf(id)).status, await tickets(id)]).toEqual(['committed', 1]);
  });

  it('exists for nobody who may not see the import', async () => {
    const { id } = await preview();
    expect((await api.as('safety').post(`/api/imports/${id}/cancel`)).status).toBe(404);
    expect((await api.as('handler').post(`/api/imports/${id}/cancel`)).status).toBe(403);
  });
});

describe('storing', () => {
  it('tells how far it is whoever opens the page meanwhile, and who had it stored', async () => {
    const { id } = (
      await stage.preview(
        office(),
        await buildWorkbook([{ name: '进度', rows: [rows[0]!, ['1', '进度一', '危化科', '9月30日']] }]),
      )
    ).body;
    expect((await office().post(`/api/imports/${id}/commit`)).body).toMatchObject({
      status: 'committing',
      progress: 0,
    });
    const seen: { status: string; progress: number }[] = [];
    await stage.jobs.commit(id, personId(), async () => void seen.push(await stateOf(id)));
    expect(seen).toMatchObject([{ status: 'committing', progress: 95 }]);
    const { createdByName } = await stateOf(id);
    expect(await stateOf(id)).toMatchObject({ status: 'committed', progress: 100, committedByName: createdByName });
  });
});

describe('assumptions a person lets stand', () => {
  const codesTold = async (id: string) => {
    const { body } = await office().get(`/api/imports/${id}/digest?sheet=自查`);
    return body.told.items.map(({ code, cell }: { code: string; cell: string }) => `${code} ${cell}`);
  };

  it('are told no more, of one cell or of a kind, until that is taken back', async () => {
    const { id, version } = await preview();
    const [first] = (await codesTold(id)) as string[];
    const [code, cell] = first!.split(' ') as [string, string];
    for (const place of [cell, null]) {
      const edit = { accepts: [{ sheet: '自查', code, cell: place, accepted: true }] };
      const now = (await stateOf(id)).version;
      const { body } = await office().patch(`/api/imports/${id}`, { version: now, ...edit });
      expect(await codesTold(id)).not.toContain(first);
      expect(body.undo.accepts).toEqual([{ sheet: '自查', code, cell: place, accepted: false }]);
      await office().patch(`/api/imports/${id}`, { version: body.version, ...body.undo });
      expect(await codesTold(id)).toContain(first);
    }
    expect(version).toBe(1);
  });

  it('are never what stops a row', async () => {
    const { id, version } = await preview();
    const accepts = [{ sheet: '自查', code: 'titleMissing', cell: null, accepted: true }];
    expect((await office().patch(`/api/imports/${id}`, { version, accepts })).status).toBe(422);
  });
});
