/** What people write for the work itself, its extent and its end; a clause of these words alone is plain. */
const extent =
  '(?:目前|现|该|此|本|问题|隐患|事项|均|都|全部|全|已经?|超额|按期|如期|按时|提前|顺利|当场|现场|按要求|\\d+(?:家|处|个|项|条|件|起|户|台|座|辆|人)(?=(?:问题|隐患|事项|任务)?已?(?:全部|均|都|全)))';
const work =
  '(?:整改|治理|整治|清理|清运|清退|清除|清淤|疏浚|处理|处置|修复|维修|修缮|检修|安装|加装|补装|配备|拆除|更换|更新|改造|加固|硬化|封堵|恢复|搬迁|腾退|清掏|办理|补办|补齐|退还|收缴|追缴|补缴|核实|任务|工作|目标)';
const end = '(?:完成|完毕|完结|完工|竣工|结束)';
const spoken = '(?:清|改|整|拆|装|修|办|做|弄|搞|换|补)[完好]';
const plainDone = new RegExp(
  `^${extent}*(?:(?:完成)?${work}*(?:${end}|${spoken}|${work}[完好])了?|完成${work}+|${work}到位)(?:整改|任务)?$`,
);

/** Any other matter that ended: 灯具更换完成, 工程竣工, 初稿完成. */
const matterDone = new RegExp(`^[^、]{1,14}(?:${end}|${work}到位)了?$`);
/** What was to be done is itself done: 护栏安装完成, 工程竣工. All else that ended is a step on the way. */
const remedyDone = new RegExp(`${work}(?:已经?|均|全部|都)*(?:${end}|到位)了?$|(?:完工|竣工)了?$`);
/** Words of what comes before the end, as alternatives of a pattern. */
export const stepWords =
  '方案|设计|招标|招投标|规划|审批|报批|报告|资金|阶段|稿|初|编制|部署|立项|可研|前期|主体|[一二三]期|外业|内业|土建|初验|图纸|勘察|勘测|测量|动员|排查|摸底|评审|评估|采购|签订|合同|财评|预算|申报|上报|备案|审核|制定|拟定|征求|选址|培训|季度|月份|半年|本月|本周|核查|检查|时限|时间|日期|第.{1,2}[批段轮]|铺设|笔试|面试|考试|体检|考察|报名|公示|政审|桩基|基础|地基|土方|开挖|浇筑|封顶|问卷|试点|签约|招商|论证|交底|进场|询价|比选|入户';
const step = new RegExp(stepWords);
/** 已完成招标: what was completed is named behind. */
const completedStep = /^已?(?:全部|顺利)?完成了?[^\d,，。;；:：、]{2,10}$/;
/** 3家完成 may be three of many. */
const someOf = /\d(?:处|个|项|条|件|家|起|户|%)(?!已?(?:全部|均|都|全))/;

/** What takes the end back, wherever it stands, and what only aims at it. */
const open =
  /未|尚|没|待|不|正在|仍|还|部分|基本|大体|剩余|其余|余下|拟|计划|预计|暂|申请|准备|一半|有望|即将|定于|[前底内后]完成/;
const aim =
  /将|力争|争取|确保|推动|推进|督促|要求|责令|限期|必须|方可|方能|才能|保证|加快|抓紧|准时|[前底内后](?:完成|完工|整改|竣工)|(?<!\d)\d{1,2}月(?:底|份|初|中|末)?(?:完|整改)/;
/** A result that is checked or still to be checked: the work before it is done all the same. */
const checked =
  /^(?:现|已|正在?|等待|待|拟|申请|报请|报|请|经)?[\u4e00-\u9fff]{0,8}?(?:现场)?(?:验收|复查|复核|核验|审核|审定|销号)(?:中|了)?$/;

/** 拟申请办结, 待回访: what is asked for, or asked about, is work that is done. */
export const endAskedFor =
  /^(?:现|已|目前|拟|准备|正在?)*(?:申请|提请|报请)(?:予以)?(?:办结|结案|闭环|销号|摘牌)(?:中)?。?$|^(?:等?待|尚待|正在?)(?:工单|电话|群众|满意度|来电人|诉求人)?(?:回访|评价)(?:中|评价)?。?$|^回访中。?$/;

/** What was sent in after the work was done: 已报县委巡察办, 上报佐证材料. */
const handedIn =
  /^(?:现|已|并|同步|及时)*(?:上报|报送|报备|呈报|提交|上传|归档|报(?![批名价建请告]))[\u4e00-\u9fff]{0,12}$/;

/**
 * Whether a text ends with the completion of the whole: 已采购入库，完成整改; 清完，县局已验收. `assumed` where a matter of its own is
 * said to be done, `stage` where the text is of one step that is done, null where work is left or aimed at. `text` is
 * without spaces.
 */
export function readDoneAtEnd(text: string): 'plain' | 'assumed' | 'stage' | null {
  const clauses = text.split(/[,，。;；:：!！]/).filter(Boolean);
  while (clauses.length > 1 && (checked.test(clauses.at(-1)!) || handedIn.test(clauses.at(-1)!))) clauses.pop();
  const last = clauses.at(-1);
  if (last === undefined || clauses.some((clause) => open.test(clause)) || aim.test(last)) return null;
  if (plainDone.test(last)) return 'plain';
  if (someOf.test(last)) return null;
  if (matterDone.test(last) && remedyDone.test(last) && !step.test(last)) return 'assumed';
  return clauses.length === 1 && (matterDone.test(last) || completedStep.test(last)) ? 'stage' : null;
}
