/** What a ledger says of a row; `ongoing` with `basic` is 基本完成 or 阶段性完成. */
export type LedgerStatus = 'not_started' | 'in_progress' | 'completed' | 'closed' | 'ongoing' | 'unknown';

/** A finding of one status text. `no` is a bare 否 or 未完成, whose sense depends on what else is written. */
export interface StatusWords {
  readonly says: Exclude<LedgerStatus, 'unknown'> | 'no' | 'settled';
  readonly basic: boolean;
  readonly percent: number | null;
}

interface StatusRow {
  readonly name: string;
  readonly pattern: RegExp;
  readonly says: StatusWords['says'];
  readonly basic?: boolean;
}

/** Words that take a verified result back: not yet, not here, only asked for, only in part, or a condition. */
const notWhole =
  /未|不|待|申请|申报|拟|准备|尚|部分|其中|正在|逐步|方可|方能|才能|将|力争|预计|计划|除.{0,12}外|剩余|其余/;
/** 已销号3处, 3处已销号: some of several, unless 全部 says all. */
const counted = /\d+(?:处|个|项|条|件|家|起|户|%)/;
const verified =
  /(?:已|予以|同意|准予|全部|均|完成)?(?:销号|摘牌)(?!申请|材料|报告|表|手续|制度|管理|标准|条件)|(?:验收|复查|复核|复验|核查)(?:均|全部|结果)?[:：为]?(?:合格|通过)(?!率)|通过(?:了)?(?:现场)?(?:验收|复查|复核)|合格(?:,|，)?销号/;

/** Work still to do, whatever else the text praises. */
const unfinished = /剩余|其余|尚未|还未|未完成|未整改|未到位|部分|还有|尚有|仍有|仍在|有待|推进中|进行中|整改中|办理中/;
const doneVerb =
  '(?:完成整改|整改完成|整改完毕|整改到位|整改结束|整改落实到位|落实到位|办理完毕|办理完成|完成|整改|办结|落实|解决|改正|纠正|修复|消除|处理完毕|处置完毕|到位|闭环)';
const doneTail = '(?:整改|全部|各项|年度|全年|任务|工作|销号|到位|完毕|完成|办结|落实|目标|了|项)*';
/** The text opens with the row's own result. */
const doneAtStart = new RegExp(
  `^(?:该|此|本)?(?:问题|项|事项|任务|隐患|工作)?(?:目前|现|当场|现场|立即)?(?:均|全部|都)?(?:已经?|己)?(?:均|全部|都|按期|如期|按时|提前|立行立改|当场|现场|按要求|按照要求|按规定|严格)*${doneVerb}${doneTail}(?=$|[,，。;；:：、(（!！]|并|但|且|待|尚待|未(?:销号|验收|复查))|^已经?(?:立行立改|即知即改)`,
);
/** Or closes with it: …，已全部整改到位。 */
const doneAtEnd = new RegExp(
  `[,，。;；](?:目前|现)?(?:该|此|本)?(?:问题|项|事项|任务|隐患)?(?:均|全部|都)?(?:已经?)(?:均|全部|都|按期|如期|按时)*${doneVerb}${doneTail}[。!！]?$`,
);

/** Or is one short statement of it: 已清淤完成, 已安装到位, 已更换. A draft or a stage that is done is not the whole. */
const doneWhole =
  /^(?:均|全部|都|现场|当场)?已(?!.*(?:方案|设计|招标|规划|审批|报告|资金|阶段|稿|初))[^,，。;；:：、未不待拟将正]{1,8}(?:到位|完成|完毕)[。!！]?$|^(?:均|全部|都|现场|当场)?已(?:经|全部|现场|当场)?(?:更换|更新|修复|修好|清理|清除|拆除|补齐|恢复|加装|配齐)[。!！]?$/;

/** The words, first match wins. Patterns see the text without spaces, full-width forms made plain. */
const statusTable: readonly StatusRow[] = [
  { name: 'mark_done', pattern: /^(?:[√✓✔☑](?:已(?:完成|整改|办结|落实))?|是|Y|YES|对)$/, says: 'completed' },
  {
    name: 'mark_open',
    pattern:
      /^(?:×|✗|✘|X|否|N|NO|未|没有|(?:逾期|超期|到期|暂|还|仍|尚|目前)*(?:未|没)(?:完成(?:整改)?|办结|整改(?:完成|到位)|落实|销号)|待完成)。?$/,
    says: 'no',
  },
  {
    name: 'not_started',
    pattern:
      /^(?:逾期|超期|到期|暂|还|仍|尚|目前)*(?:未|没有?|待)(?:启动|开始|开展|整改|实施|动工|开工|推进|进行|办理)(?:整改|工作)?(?=$|[,，。;；(（])|^未开始|^0%$/,
    says: 'not_started',
  },
  {
    name: 'basic',
    pattern:
      /^(?!.{0,8}(?:未|尚))(?:.{0,6})(?:基本(?:完成|整改|到位|办结|解决)|阶段性(?:完成|整改|任务完成|目标完成)|完成阶段性|取得(?:了)?阶段性(?:成效|成果|进展)|已?取得(?:明显|初步)?阶段性)/,
    says: 'ongoing',
    basic: true,
  },
  {
    name: 'kept_up',
    pattern:
      /^(?:已?(?:转入|转为|纳入)?)?(?:需|须|要|作为)?(?:长期(?:坚持|整改|推进|执行|抓好|落实)?|常态化(?:坚持|推进|管理|开展)?|常抓不懈|坚持(?:不懈|长期)|长期坚持[、,，]?持续(?:推进|整改))(?=$|[。;；,，])/,
    says: 'ongoing',
  },
  { name: 'done', pattern: doneAtStart, says: 'completed' },
  { name: 'done_whole', pattern: doneWhole, says: 'completed' },
  { name: 'done_at_end', pattern: doneAtEnd, says: 'completed' },
];

/** 办结 with the day it happened is more than the unit's word. */
const settledWithDate = /^已?(?:全部)?(?:办结|结案).*(?:\d{4}[年./-]\d|\d{1,2}月\d{1,2}[日号]|\d{1,2}\.\d{1,2})/;
const settled = /^已?(?:全部)?(?:办结|结案)[。]?$/;

/**
 * Reads one status text: a mark (√), a word (已整改), a percentage, or prose. Prose counts as closed only where it states the
 * verified result of the whole row. Null for blank.
 */
export function readStatusWords(value: string): StatusWords | null {
  const text = value
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/["'“”‘’]/g, '')
    .toUpperCase();
  if (/^[/\\—–\-.。、]*$/.test(text) || text === '无') return null;
  const percent = percentIn(text);
  const found = (says: StatusWords['says'], basic = false): StatusWords => ({ says, basic, percent });
  if (isVerified(text) || settledWithDate.test(text)) return found('closed');
  if (settled.test(text)) return found('settled');
  const row = statusTable.find(({ pattern }) => pattern.test(text));
  if (row && !(row.says === 'completed' && (unfinished.test(text) || (percent !== null && percent < 100)))) {
    return found(row.says, row.basic ?? false);
  }
  return percent === null ? found('in_progress') : found(saysOfPercent(percent));
}

/** 100 is the unit's word that it is done, 0 that nothing was begun. */
export function saysOfPercent(percent: number): 'not_started' | 'in_progress' | 'completed' {
  if (percent >= 100) return 'completed';
  return percent <= 0 ? 'not_started' : 'in_progress';
}

function isVerified(text: string): boolean {
  return text.split(/[,。;!]/).some((clause) => {
    const match = verified.exec(clause);
    if (!match) return false;
    const isAll = /全部|均|都|所有/.test(clause);
    return !notWhole.test(clause) && (isAll || !counted.test(clause)) && !(unfinished.test(text) && !isAll);
  });
}

/** A percentage that is the whole text, or the one the text names as done: 已完成80%. */
function percentIn(text: string): number | null {
  const match =
    /^(?:已)?(?:完成|进度|整改|推进|进展)*(?:率|度)?(?:为|达到?|[:：])?(?:约)?(\d{1,3}(?:\.\d+)?)%(?:左右|以上)?(?=$|[,，。;；(（])/.exec(
      text,
    );
  const percent = match ? Number(match[1]) : null;
  return percent !== null && percent <= 100 ? percent : null;
}
