import { countsAllDone, isTakenBack, leavesSome, noPlan, waitsForVerdict, withoutWhole } from './status-undone.js';
import { splitNumbered } from './numbered-text.js';
import { readableEnds, withoutNumbering } from './readable-text.js';
import { partStatusDay } from './status-day.js';
import { partOfAll, shareIn } from './status-share.js';
import { endAskedFor, readDoneAtEnd, stepWords } from './status-done.js';

/** What a ledger says of a row; `ongoing` with `basic` is 基本完成 or 阶段性完成. */
export type LedgerStatus = 'not_started' | 'in_progress' | 'completed' | 'closed' | 'ongoing' | 'unknown';

/**
 * A finding of one status text. The sense of some depends on what else is written: `no` is a bare 否, 未完成 or 未整改,
 * `reported` 申请销号 or 待复查, for which the work has to be done, `pending` 待审核, which may be of a plan.
 */
export interface StatusWords {
  readonly says: Exclude<LedgerStatus, 'unknown'> | 'no' | 'settled' | 'reported' | 'pending';
  readonly basic: boolean;
  readonly percent: number | null;
  /** 约80%: the percentage is only about so much. */
  readonly rough: boolean;
  /**
   * `mark`: 是, 否, √ or ×, which the heading has to explain; `prose`: steps taken, which tell progress but are no state;
   * `assumed`: words of nobody's table, read as nearly as may be; `decided`: 已取消, 并案, what became of the matter itself;
   * `postponed`: more time asked for; `stage`: one step is done; `pending`: it waits for a verdict; `kept`: done, and to be
   * kept up.
   */
  readonly certainty: 'plain' | 'mark' | 'prose' | 'assumed' | 'decided' | 'postponed' | 'stage' | 'pending' | 'kept';
  /** The day told among words that say done or verified, as typed: 11月12日 of 已完成（11月12日）. */
  readonly day: string | null;
}

/** A text that was read, with its words. */
export interface StatusText extends StatusWords {
  readonly raw: string;
}

/** What the reader of a row should know of each text that decided; `ended`: silent on the end, which a day beside it tells. */
export type ToldText = Pick<StatusText, 'raw' | 'rough' | 'day'> & {
  readonly certainty: StatusWords['certainty'] | 'ended';
};

interface StatusRow {
  readonly name: string;
  readonly pattern: RegExp;
  readonly says: StatusWords['says'];
  readonly basic?: boolean;
  readonly certainty?: StatusWords['certainty'];
}

/** Words that take a verified result back: not yet, not here, only asked for, only in part, or a condition. */
const notWhole =
  /未|不|待|申请|申报|建议|可(?:以|予以?)?(?=销号|摘牌)|拟|准备|尚|部分|其中|正在|逐步|方可|方能|才能|将|力争|预计|计划|除.{0,12}外|剩余|其余|暂|缓|撤[销回]|取消(?=销号|摘牌)|恢复|若|如(?!期|实)|预验|初验|自验|分项|分部|隐蔽|到货|(?:材料|设备|物资|货物|入库|检验批)[^,，]{0,4}验收|合格证/;
/** 已销号3处, 3处已销号: some of several, unless 全部 says all. */
const counted = /\d(?:处|个|项|条|件|家|起|户|宗|栋|台|座|所|间|套|辆|批|%)/;
const verified =
  /(?:已|予以|同意|准予|全部|均|完成)?(?:销号|摘牌)(?!申请|材料|报告|表|手续|制度|管理|标准|条件)|(?:验收|复查|复核|复验|核查)(?:均|全部|结果)?[:：为]?(?:合格|通过)(?!率)|(?:验收|复查|复核|核查):?已?(?:经)?(?:检验|检测|整改|测试)合格(?!率)|通过(?:了)?(?:现场)?(?:验收|复查|复核)|合格(?:,|，)?销号|通过[\u4e00-\u9fff]{1,10}(?:[办局委级组厅会院站方]|专家|部门|单位|上级|政府|街道|中心|大队)(?:现场)?(?:验收|复查|复核)(?=$|并|且|合格|销号)|^已?核销$/;

/** Work still to do, whatever else the text praises. */
const unfinished = /剩余|其余|尚未|还未|未完成|未整改|未到位|部分|还有|尚有|仍有|仍在|有待|推进中|进行中|整改中|办理中/;
/** 已整改，尚未验收: nothing of the work is left. */
const reviewLeft = /[但且]?(?:目前|现|尚|还|暂)*未(?:组织|进行)?(?:验收|复查|复核|销号|摘牌)/g;
const doneVerb =
  '(?:完成整改|整改完成|整改完毕|完结|完工|竣工|整改到位|整改结束|整改落实到位|落实到位|办理完毕|办理完成|完成|整改|办结|落实|解决|改正|纠正|更正|修复|消除|排除|化解|清零|处理完毕|处置完毕|到位|闭环)';
const doneTail = '(?:整改|全部|各项|年度|全年|任务|工作|销号|到位|完毕|完成|办结|落实|目标|了|项)*';
/** The text opens with the row's own result. */
const doneAtStart = new RegExp(
  `^(?:该|此|本)?(?:问题|项|事项|任务|隐患|工作)?(?:整改(?:工作|任务)?(?=[均已全]))?(?:目前|现|当场|现场|立即)?(?:均|全部|都)?(?:已经?|己)?(?:均|全部|都|按期|如期|按时|提前|立行立改|当场|现场|按要求|按照要求|按规定|严格|妥善|有效|彻底|圆满|顺利|及时|得到|得以)*${doneVerb}${doneTail}(?=$|[,，。;；:：、(（!！]|并|但|且|待|尚待|未(?:销号|验收|复查))|^已经?(?:立行立改|即知即改)`,
);
/** Or closes with it: …，已全部整改到位。 */
const doneAtEnd = new RegExp(
  `[,，。;；](?:目前|现)?(?:该|此|本)?(?:问题|项|事项|任务|隐患)?(?:均|全部|都)?(?:已经?)(?:均|全部|都|按期|如期|按时)*${doneVerb}${doneTail}(?:[,，、;；]?(?:并|今后)?(?:将|需|要)?(?:长期|持续)(?:坚持|抓好|巩固))?[。!！]?$`,
);

/** Or is one short statement of it: 已清淤完成, 已安装到位, 已更换. A draft or a stage that is done is not the whole. */
const doneWhole = new RegExp(
  `^(?:均|全部|都|现场|当场)?已(?!.*(?:${stepWords}|定于|要求|责令|限期|接?近))[^,，。;；:：、未不待拟将正]{1,8}(?:到位|完成|完毕)[。!！]?$|^(?:均|全部|都|现场|当场)?已(?:经|全部|现场|当场)?(?:足额|全额|及时|按期)?(?:更换|更新|修复|修好|清理|清除|拆除|补齐|恢复|加装|配齐|退还|归还|返还|清退|退缴|缴纳|收缴|追缴|补缴|补签|补办|补正|更正|补充完善|整治|[改修办拆清换补整]了?)[。!！]?$`,
);

/**
 * Who reviews, by how the name ends: 巡察办, 区应急局, 镇政府组织; not what has to come first: 完工, 整改后. One run with one
 * end: parts of a name that may each be repeated would be tried in every combination.
 */
const reviewers =
  '(?:(?!材料|资料|整改|资金|项目)(?:(?![后未完竣])[\\u4e00-\\u9fff]){1,24}(?<=上级|[区县市局省镇]级?|现场|统一|组织|办|室|领导|厅|委|会|组|中心|部门?|单位|机构|政府|街道|大队|支队|站|院|所|公司|方|专家|人员))?';

/** What the row waits for, or what is under way of it. */
function waitsFor(verdict: string): RegExp {
  return new RegExp(
    `^(?:现|已|目前)*(?:(?:待|等待?|申请|提请|报请|已?报|提交|正在?|进入)${reviewers}[,，]?待?(?:进行)?(?:${verdict})|(?:${verdict})(?:之)?中)(?:中|阶段|销号|验收)?。?$`,
  );
}

/** The words, first match wins. Patterns see the text without spaces, full-width forms made plain. */
const statusTable: readonly StatusRow[] = [
  { name: 'mark_done', pattern: /^(?:[√✓✔☑]|是|已|Y|YES|对)$/, says: 'completed', certainty: 'mark' },
  { name: 'over_fulfilled', pattern: /^已?超额完成(?:任务|目标)?(?:1\d\d(?:\.\d+)?%)?。?$/, says: 'completed' },
  { name: 'ticked_done', pattern: /^[√✓✔☑]已(?:完成|整改|办结|落实)$/, says: 'completed' },
  // √ 6.9已挪: ticked, and what was done.
  {
    name: 'ticked_besides',
    pattern: /^[√✓✔☑](?!.*(?:[未没□☐待剩余部尚还拟将]|正在|计划|中$)).{1,20}$/,
    says: 'completed',
    certainty: 'assumed',
  },
  // 已由住建局完成整改, 已协调解决: somebody else did it.
  {
    name: 'done_by',
    pattern:
      /^(?=.*已)(?!.*(?:要求|责令|限期|立即|尽快|抓紧|加快|将|拟|未|尚|正在|待|计划|部分|\d))(?:目前|现)?已?(?:由|会同|协调|联系|督促|组织|指导)[\u4e00-\u9fff]{0,14}?(?:已?完成整改|整改到位|整改完[成毕]|解决|办结|处理完毕|处置到位)。?$/,
    says: 'completed',
    certainty: 'assumed',
  },
  {
    name: 'measures_done',
    pattern:
      /^(?:各项|所有|全部|\d+[条项个])?(?:整改)?措施(?:均|全部|都)*已?(?:均|全部|都)*(?:落实|完成)(?:到位|完毕)?。?$/,
    says: 'completed',
    certainty: 'assumed',
  },
  // Reviewed, without the result in the words of the table.
  {
    name: 'reviewed_done',
    pattern:
      /^(?!.*(?:[未尚仍剩]|部分|基本|其余)).{0,12}经[\u4e00-\u9fff]{0,12}(?:复查|复核|复验|验收)[,，:：]?(?:该|此|\d+[处个项条])?(?:问题|隐患)?(?:确|均|全部)*已(?:经|全部|均|按要求)*整改(?:到位|完成|完毕)?(?=$|[,，。;；])/,
    says: 'closed',
    certainty: 'assumed',
  },
  {
    name: 'reviewed',
    pattern: /^(?:现|目前)?已经?(?:组织|现场|竣工)?(?:验收|复查|复核|复验)(?:完毕|结束)?。?$|^已?做完?$|^已结$|^DONE$/,
    says: 'completed',
    certainty: 'assumed',
  },
  {
    name: 'applied',
    pattern: /^(?:现|已|目前)*(?:提交|报送|上报|递交|提出)了?(?:验收|复查|销号|摘牌)(?:申请|材料|资料|报告|申报表)。?$/,
    says: 'reported',
    certainty: 'pending',
  },
  { name: 'applied_to_end', pattern: endAskedFor, says: 'reported', certainty: 'pending' },
  { name: 'mark_not', pattern: /^(?:×|✗|✘|X|否|N|NO)。?$/, says: 'no', certainty: 'mark' },
  // Full and empty signs mean done and open in most legends, not in all.
  { name: 'sign_full', pattern: /^[●■◉★]$/, says: 'completed', certainty: 'assumed' },
  { name: 'sign_empty', pattern: /^[○◯〇□☐☆△]$/, says: 'no', certainty: 'assumed' },
  {
    name: 'mark_open',
    pattern:
      /^(?:未|没有|(?:已|逾期|超期|到期|按期|暂|还|仍旧?|尚|目前|一直|至今|始终|依旧)*(?:未|没)(?:完成(?:整改)?|办结|办理|整改(?:完成|到位|落实)|落实|处理|处置|改正|解决|化解|销号)|待(?:完成|整改|办理|处理))。?$/,
    says: 'no',
  },
  {
    name: 'reported',
    pattern: waitsFor('(?:审核)?(?:验收|复查|复核|复验|核验|销号|摘牌)'),
    says: 'reported',
    certainty: 'pending',
  },
  { name: 'pending', pattern: waitsFor('审核|核查|审定'), says: 'pending', certainty: 'pending' },
  {
    name: 'not_started',
    pattern:
      /^(?:已?(?:逾期|超期|到期)|暂|还|仍旧?|尚|目前|一直|至今|始终|依旧)*(?:未|没有?|待)(?:启动|着手|部署|开始|开展|整改|实施|动工|开工|推进|进行|办理)(?:整改|工作)?(?=$|[,，。;；(（])|^未开始|^0%$/,
    says: 'not_started',
  },
  { name: 'no_plan', pattern: noPlan, says: 'not_started', certainty: 'assumed' },
  {
    name: 'basic',
    pattern: /^(?!.{0,8}(?:未|尚))(?:.{0,6})基本(?:完成|整改|到位|办结|解决|落实)/,
    says: 'ongoing',
    basic: true,
  },
  {
    name: 'stage_done',
    pattern:
      /^(?!.{0,8}(?:未|尚))(?:.{0,6})(?:阶段性(?:完成|整改|办结|任务完成|目标完成)|完成阶段性|取得(?:了)?阶段性(?:成效|成果|进展)|已?取得(?:明显|初步)?阶段性)/,
    says: 'ongoing',
    basic: true,
    certainty: 'stage',
  },
  {
    name: 'kept_up',
    pattern:
      /^(?:已?(?:转入|转为|纳入)?)?(?:需|须|要|作为)?(?:长期(?:坚持|整改|推进|执行|抓好|落实)?|常态化(?:坚持|推进|管理|开展)?|常态长效|长效(?:坚持|管理|推进)|(?:长期|常态化)(?:性)?(?:任务|工作|事项)|坚持?常抓不懈|坚持(?:不懈|长期)|持续坚持|长期坚持[、,，]?(?:并)?持续(?:推进|整改))(?=$|[。;；,，])/,
    says: 'ongoing',
  },
  {
    name: 'kept_up_besides',
    pattern:
      /^(?!.*(?:已(?:完成|整改|落实|解决|办结|立行立改)|完成整改|正在|中[,，]|未|尚|基本)).{2,16}?[,，、;；]?(?:并|需|要)?(?:长期|持续)坚持。?$/,
    says: 'ongoing',
    certainty: 'assumed',
  },
  // Work under way, or kept up for good: only the writer knows.
  {
    name: 'goes_on',
    pattern: /^(?:需|要)?持续(?:推进|整改|落实|跟进|推动|抓好|开展|巩固|深化|加强)(?:中|整改|提升)?。?$|^长效机制$/,
    says: 'in_progress',
    certainty: 'assumed',
  },
  {
    name: 'colloquial_open',
    pattern:
      /^(?:一直|根本|还|都|暂时?|至今|目前)*(?:没|未)(?:动|弄|搞|干|做|改|办|管)(?:过|呢|的|工)?[。!！]?$|^(?:原样|没人管|没动静)[。]?$/,
    says: 'not_started',
    certainty: 'assumed',
  },
  {
    name: 'colloquial_done',
    pattern:
      /^(?:都|全|已经?|早)*(?:[弄搞改办做修拆清换补整装][好完]|搞定|好|完|完事|OK|(?<!没)[改修办做拆清换补](?=了))了?[。!！]?$/,
    says: 'completed',
    certainty: 'assumed',
  },
  // A review that found all well: verified where the heading asks for a review, else the unit's word.
  { name: 'found_well', pattern: /^(?:合格|达标|符合要求)[。!！]?$/, says: 'completed', certainty: 'assumed' },
  {
    name: 'postponed',
    pattern:
      /^(?:已|拟|现|正在)?(?:申请|请求|提请|建议)?(?:延期|延长|延至|顺延|展期|推迟|宽限|缓办|延后)(?!.*(?:完成|到位|完毕|销号))/,
    says: 'in_progress',
    certainty: 'postponed',
  },
  {
    name: 'decided',
    pattern:
      /^(?:已|经研究|经批准|建议|拟|现)?(?:予以)?(?:取消|撤销|搁置|暂缓|中止|终止|移交|移送|转办|转交|并案|并入|合并|拒改|拒不整改|拒绝整改|不改|关停|关闭|关门|停业|歇业|取缔|注销|挂账|停产|停工|不再)[^,，。;；、]{0,10}[。!！]?$/,
    says: 'in_progress',
    certainty: 'decided',
  },
  // A proposal is answered; whether what it asks for is done is another matter.
  {
    name: 'answered',
    pattern:
      /^已(?:经)?(?:于[\d年月日.]{2,11})?(?:(?:正式|按期|提前)?(?:函复|复函)|书面答复|正式答复)(?!.*(?:正在|尚|未|不满意|重新|开工|改造|推进|列入|计划))/,
    says: 'completed',
    certainty: 'assumed',
  },
  {
    name: 'in_use',
    pattern:
      /^(?:项目|工程|现|目前|均|全部)*已?(?:竣工|建成|完工|全面)?并?(?:投产|投用|投入使用|投入运行|投运|通车|并网发电|交付使用)[。!！]?$/,
    says: 'completed',
  },
  { name: 'done', pattern: doneAtStart, says: 'completed' },
  { name: 'done_whole', pattern: doneWhole, says: 'completed' },
  { name: 'done_at_end', pattern: doneAtEnd, says: 'completed' },
  // 已全部谈话: what was to be done, of everybody.
  {
    name: 'done_of_all',
    pattern: new RegExp(
      `^已(?:经)?全部(?!.*(?:${stepWords}|启动|开工|开展|铺开|下发|安排|移交|转办))[^,，。;；:：、未不待拟将正在]{2,5}[。!！]?$`,
    ),
    says: 'completed',
    certainty: 'assumed',
  },
  // 案卷已评查，材料已报巡察办申请销号: steps taken, and the verdict asked for at last.
  {
    name: 'applied_behind',
    pattern:
      /^(?!.*(?:[未尚没待拟剩]|正在|部分|基本|其余|余下|计划|准备|中[,，。;；]))[^,，。;；]+[,，。;；].*(?:申请|报请|提请)[^,，。;；]{0,8}(?:销号|摘牌|验收)。?$/,
    says: 'reported',
    certainty: 'pending',
  },
];

/** Work under way: what is being done, what of it has been done, what it waits for by the rules. */
const underWay =
  /正在|正[^常确]|(?:整改|推进|进行|办理|实施|落实|处理|处置|施工|建设|审批|审核|招标|协调|研究|制定|修订|改造|清理|维修|排查|调查|核查|采购|筹备)(?:之)?中|在(?:办|建|改|推进|整改|进行|处理|实施)|完成.{0,6}(?:%|部分)|部分|大部分|剩余|其余|尚有|还有|仍有|余下|持续|逐步|陆续|继续|加快|抓紧|按计划|按照?(?:要求|方案|序时)|序时|有序|稳步|待(?:验收|复查|复核|审核|销号|核查|评审|批复)|申请(?:销号|验收)|(?:未|没)(?:完成|按时|按期|如期|通过|到位|安装|验收)|不合格|推进|启动|^[^,，。;；]{2,6}中$/;
/** Steps taken, which tell of work that goes on without saying so. */
const steps =
  /已(?!经?$).|[完启]成\d|完成.{0,6}(?:项|个|处|方案|初)|制定|印发|召开|开展|组织|建立|修订|研究|部署|下发|发放|督促|约谈|排查|协调|起草|学习|谈话|检查|整治|推动|落实|完善|加强|上报|报送|移交|征求|联系|对接|安排|成立|培训|进度/;

/** 已完成，并长期坚持. */
const keptUpToo = /(?:长期|持续)坚持|持续推进[。]?$|常态化(?:坚持|推进|管理|开展)?[。]?$|转入常态/;

/** 已完成整改，青教党组〔2026〕18号: the paper that reports it adds nothing. */
const paperBehind = /(?<=.)[,、;。]\(?[\u4e00-\u9fff]{1,10}[〔[(]\d{4}[〕\])]\d{1,5}号\)?$/;

/** 办结 with the day it happened is more than the unit's word. */
const settledWithDate =
  /^已?(?:全部)?(?:办结|结案|闭环).*(?:\d{4}[年./-]\d|\d{1,2}月\d{1,2}[日号]|\d{1,2}\.\d{1,2})|^(?:已|已经|于|已于)?(?:20\d\d[年./-])?\d{1,2}[月./-]\d{1,2}[日号]?已?(?:全部)?(?:办结|结案|闭环)。?$/;
const settled = /^已?(?:全部|回复|答复|办理)?(?:办结|结案|闭环)[。]?$/;

/**
 * Reads one status text: a mark (√), a word (已整改), a percentage, or prose. Prose counts as closed only where it states the
 * verified result of the whole row. Null for blank.
 */
export function readStatusWords(value: string): StatusWords | null {
  const text = readableEnds(value)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/["'“”‘’]/g, '')
    // 黄（推进中）: the light says it in words.
    .replace(/^[红黄绿蓝橙紫灰](?:色|灯|牌)?\(([^()]{2,12})\)$/, '$1')
    // 已复查，合格 is one statement.
    .replace(/(?<=完成|整改|办结|销号|落实|到位)[√✓✔☑]$/, '')
    .replace(paperBehind, '')
    .replace(/(?<=^(?:已|经)?(?:现场)?(?:验收|复查|复核|核查|核验))[,:](?=合格|通过)/, '')
    .toUpperCase();
  if (/^[/\\—–\-.。、]*$/.test(text) || text === '无') return null;
  const part = partOfAll(value);
  if (part !== null) {
    return { says: 'in_progress', basic: false, percent: part, rough: false, certainty: 'assumed', day: null };
  }
  const { percent, rough, beside } = shareIn(text);
  const dated = partStatusDay(text);
  const words = withoutWhole(dated?.words ?? text);
  const found = (
    says: StatusWords['says'],
    basic = false,
    certainty: StatusWords['certainty'] = 'plain',
  ): StatusWords => {
    const tellsDay = says === 'completed' || says === 'closed' || says === 'settled';
    return { says, basic, percent, rough, certainty, day: tellsDay ? (dated?.day ?? null) : null };
  };
  if (isTakenBack(words)) return found('in_progress', false, 'assumed');
  if (isVerified(words)) return waitsForVerdict(words) ? found('reported', false, 'pending') : found('closed');
  if (settledWithDate.test(text)) return found('closed');
  if (settled.test(words)) return found('settled');
  const row = statusTable.find(({ pattern }) => pattern.test(beside || words));
  if (
    row &&
    !(
      row.says === 'completed' &&
      (leavesSome(words) || unfinished.test(words.replace(reviewLeft, '')) || (percent !== null && percent < 100))
    )
  ) {
    const kept = row.says === 'completed' && keptUpToo.test(words) ? 'kept' : 'plain';
    return found(row.says, row.basic ?? false, row.certainty ?? kept);
  }
  if (percent !== null) return found(...saysOfShare(percent, beside));
  if (!row && isDoneInAllParts(value)) return found('completed', false, 'assumed');
  if (!row && countsAllDone(dated?.words ?? text)) return found('completed', false, 'assumed');
  const done = row || leavesSome(words) ? null : readDoneAtEnd(words);
  if (done) return found(done === 'stage' ? 'in_progress' : 'completed', false, done);
  return found('in_progress', false, row || underWay.test(text) ? 'plain' : steps.test(text) ? 'prose' : 'assumed');
}

/** 1.已补签合同；2.已整改到位: a list whose every part says it is done. */
function isDoneInAllParts(value: string): boolean {
  const parts = splitNumbered(value.normalize('NFKC'));
  return parts.length > 1 && parts.every((part) => readStatusWords(withoutNumbering(part))?.says === 'completed');
}

/** 100 is the unit's word that it is done, 0 that nothing was begun. */
export function saysOfPercent(percent: number): 'not_started' | 'in_progress' | 'completed' {
  if (percent >= 100) return 'completed';
  return percent <= 0 ? 'not_started' : 'in_progress';
}

const goingOn = /中$|^(?:正在|在)/;

/** 整改中（100%） and 已完成（90%） say two things: it goes on, and that is told. */
function saysOfShare(percent: number, beside: string): [StatusWords['says'], boolean, StatusWords['certainty']] {
  const says = saysOfPercent(percent);
  const expected = goingOn.test(beside) ? 'in_progress' : 'completed';
  if (beside === '' || says === expected) return [says, false, 'plain'];
  return ['in_progress', false, 'assumed'];
}

function isVerified(text: string): boolean {
  return text.split(/[,。;!]/).some((clause) => {
    const match = verified.exec(clause);
    if (!match) return false;
    const isAll = /全部|均|都|所有/.test(clause);
    return (
      !notWhole.test(clause) &&
      !leavesSome(text) &&
      (isAll || !counted.test(clause)) &&
      !(unfinished.test(text) && !isAll)
    );
  });
}
