import ExcelJS from 'exceljs';

/** A cell of a test ledger: plain, a real date, a number with a format, or a formula with or without its kept result. */
export type TestCell =
  | string
  | number
  | null
  | { day: string; format?: string }
  | { number: number; format: string }
  | { formula: string; result?: string | number };

export interface TestSheet {
  name: string;
  rows: readonly (readonly TestCell[])[];
  /** e.g. `B3:C3`. */
  merges?: readonly string[];
  hidden?: boolean;
  /** Rows a filter or a person has hidden; they count as all others. */
  hiddenRows?: readonly number[];
  /** Address → solid background `RRGGBB`. */
  fills?: Readonly<Record<string, string>>;
  /** Cells a picture lies on. */
  pictures?: readonly string[];
  /** Address → what somebody wrote on the cell. */
  notes?: Readonly<Record<string, string>>;
}

/** The smallest picture there is. */
const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** An .xlsx as a spreadsheet program writes it: shared strings, real dates, merges. */
export async function buildWorkbook(sheets: readonly TestSheet[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, rows, merges, hidden, hiddenRows, fills, pictures, notes } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    rows.forEach((cells, at) =>
      cells.forEach((cell, column) => {
        const target = sheet.getCell(at + 1, column + 1);
        if (cell === null) return;
        if (typeof cell !== 'object') target.value = cell;
        else if ('day' in cell) {
          target.value = new Date(`${cell.day}T00:00:00Z`);
          target.numFmt = cell.format ?? 'yyyy/m/d';
        } else if ('number' in cell) {
          target.value = cell.number;
          target.numFmt = cell.format;
        } else target.value = { formula: cell.formula, result: cell.result } as ExcelJS.CellFormulaValue;
      }),
    );
    for (const merge of merges ?? []) sheet.mergeCells(merge);
    for (const row of hiddenRows ?? []) sheet.getRow(row).hidden = true;
    for (const [address, colour] of Object.entries(fills ?? {})) {
      sheet.getCell(address).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: `FF${colour}` } };
    }
    for (const [address, note] of Object.entries(notes ?? {})) sheet.getCell(address).note = note;
    for (const address of pictures ?? []) {
      const id = workbook.addImage({ base64: dot, extension: 'png' });
      sheet.addImage(id, `${address}:${address}`);
    }
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export interface InspectionRow {
  /** Only where an item begins; the item cell is merged down to the row before the next one. */
  item?: string;
  title: string;
  measure?: string;
  leader?: string;
  unit?: string;
  person?: string;
  deadline?: TestCell;
  progress?: TestCell;
  remark?: string;
  seq?: TestCell;
}

/**
 * A clean 巡察 V1 ledger: title, feedback day, a two-row header whose 反馈问题 spans 类别 and 具体问题, merged items.
 * The first ticket stands in row 5.
 */
export function inspectionSheet(
  rows: readonly InspectionRow[],
  options: { title?: string; feedback?: string | null; name?: string; foot?: readonly string[] } = {},
): TestSheet {
  const title = options.title ?? '八届区委第二轮巡察第一巡察组反馈问题整改台账';
  const feedback = options.feedback === undefined ? '反馈时间：2021年3月15日' : options.feedback;
  const merges = ['A1:J1', 'A2:J2', 'A3:A4', 'B3:C3', ...['D', 'E', 'F', 'G', 'H', 'I', 'J'].map((c) => `${c}3:${c}4`)];
  rows.forEach((row, at) => {
    if (row.item === undefined) return;
    const next = rows.findIndex((other, index) => index > at && other.item !== undefined);
    const last = (next < 0 ? rows.length : next) - 1;
    if (last > at) merges.push(`B${at + 5}:B${last + 5}`);
  });
  const body = rows.map((row, at): TestCell[] => [
    row.seq ?? at + 1,
    row.item ?? null,
    row.title || null,
    row.measure ?? null,
    row.leader ?? null,
    row.unit ?? null,
    row.person ?? null,
    row.deadline ?? null,
    row.progress ?? null,
    row.remark ?? null,
  ]);
  return {
    name: options.name ?? '整改台账',
    rows: [
      [title],
      [feedback],
      ['序号', '反馈问题', null, '整改措施', '责任领导', '责任科室', '责任人', '整改时限', '完成情况', '备注'],
      [null, '类别', '具体问题'],
      ...body,
      ...(options.foot ?? []).map((text): TestCell[] => [text]),
    ],
    merges,
  };
}

/** `count` rows under invented items, units and people; the same for the same count. */
export function manyInspectionRows(
  count: number,
  units: readonly string[],
  persons: readonly string[],
): InspectionRow[] {
  const deadlines = ['2021年6月底前', '立行立改', '长期坚持', '2021年9月30日', '2021年12月底前，并长期坚持'];
  const states = ['已完成', '正在推进，已完成方案起草', '', '已销号', '尚未启动'];
  return Array.from({ length: count }, (_, at) => ({
    ...(at % 8 === 0 ? { item: `第${at / 8 + 1}个方面：责任落实不够到位` } : {}),
    title: `隐患排查台账更新不及时，第${at + 1}处登记与现场情况不一致`,
    measure: `逐项核对登记信息，完善第${at + 1}号制度并每月通报`,
    leader: '周正',
    unit: units[at % units.length]!,
    person: persons[at % persons.length]!,
    deadline: deadlines[at % deadlines.length]!,
    progress: states[at % states.length]!,
  }));
}
