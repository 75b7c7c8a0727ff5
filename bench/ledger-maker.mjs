import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { root } from '../scripts/commands.mjs';

const subjects = [
  '消防通道',
  '疏散标志',
  '配电箱',
  '灭火器材',
  '应急照明',
  '燃气管线',
  '危化品仓库',
  '安全培训记录',
  '隐患台账',
  '防汛物资',
];
const faults = [
  '被杂物占用',
  '更新不及时',
  '长期未检测',
  '责任人不明确',
  '记录不完整',
  '存在漏项',
  '老化破损',
  '数量不足',
  '标识不清',
];
const places = ['东湖', '西岭', '南桥', '北关', '青石', '云栖', '白沙', '红旗', '长乐', '永宁', '新安', '古渡', '双井'];
const measures = [
  '逐项核对并建立清单',
  '明确责任到人到岗',
  '补齐台账并张榜公示',
  '请第三方复核并出具报告',
  '每月开展一次自查自纠',
];
const states = ['已销号', '已完成', '正在整改', '尚未启动', '正在推进'];
const dues = [
  { day: '2026-12-31' },
  '2026年9月底前',
  { day: '2027-03-31' },
  '立行立改',
  '2026年12月底前，并长期坚持',
  '长期坚持',
];
const fills = [undefined, { fill: 'FFF2CC' }, { fill: 'E2EFDA' }];
const headings = [
  '序号',
  '类别',
  '具体问题',
  '整改措施',
  '责任领导',
  '牵头单位',
  '配合单位',
  '责任人',
  '交办日期',
  '整改时限',
  '完成情况',
  '完成时间',
  '进展情况',
  '成效',
  '备注',
];

/**
 * A clean inspection ledger of so many tickets in fifteen columns, as an office keeps it: a merged title, items merged
 * downwards, real days, fills. The same for the same number and round; each round is a source of its own.
 */
export async function makeLedger(rows, round) {
  const { writeWorkbook } = await import(join(root, 'dist/libs/documents/src/index.js'));
  const sheet = {
    name: '整改台账',
    columns: headings.map(() => ({ width: 14, look: { wrap: true, border: true } })),
    top: [
      { cells: [`第${round}轮巡察反馈问题整改台账（2026年）`], merges: [{ from: 1, to: headings.length }] },
      { cells: ['反馈时间：2026年1月15日'], merges: [{ from: 1, to: headings.length }] },
      { cells: headings },
    ],
    headingRows: { first: 3, last: 3 },
    rows: ledgerRows(rows, round),
  };
  return buffer(writeWorkbook([sheet], { createdAt: new Date('2026-01-15T00:00:00Z') }));
}

function* ledgerRows(rows, round) {
  const next = seeded(round * 7919 + rows);
  const any = (list) => list[next(list.length)];
  let item = 0;
  for (let no = 1, left = 0; no <= rows; no += 1, left -= 1) {
    const begins = left === 0;
    if (begins) left = Math.min(3 + next(9), rows - no + 1);
    const [subject, fault, place] = [any(subjects), any(faults), any(places)];
    const unit = 1 + next(30);
    const done = no % 5 < 2;
    const cells = [
      no,
      begins ? `${(item += 1)}、${subject}方面的问题` : null,
      `${place}片区第${no}项${subject}${fault}，现场检查时发现${any(subjects)}${any(faults)}，责任制落实不到位`,
      `${any(measures)}；${any(measures)}，于期限前报送${place}片区${subject}整改情况第${no}号报告`,
      `人员${1 + next(300)}`,
      `第${unit}科`,
      no % 3 === 0 ? `第${1 + ((unit + 3) % 30)}科、第${1 + ((unit + 7) % 30)}科` : null,
      `人员${(unit - 1) * 10 + 1 + next(10)}`,
      { day: `2026-0${1 + next(6)}-${String(1 + next(28)).padStart(2, '0')}` },
      any(dues),
      done ? states[no % 2] : states[2 + (no % 3)],
      done ? { content: { day: `2026-0${7 + next(2)}-1${next(10)}` }, look: { numberFormat: 'yyyy/m/d' } } : null,
      no % 4 === 3 ? null : `已完成${subject}${next(100)}处整治，${place}片区累计投入${next(90)}人次，余下部分正在推进`,
      no % 7 === 0 ? { content: next(1000) / 10, look: { numberFormat: '0.0' } } : null,
      no % 6 === 0 ? `见附件第${no}页` : null,
    ];
    yield {
      cells,
      look: fills[no % fills.length],
      height: 30,
      merges: begins && left > 1 ? [{ from: 2, to: 2, rows: left }] : [],
    };
  }
}

/** Whole numbers below a limit, the same every time. */
function seeded(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
