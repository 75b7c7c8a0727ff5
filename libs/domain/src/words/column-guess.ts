interface Clue<Meaning extends string = string> {
  meaning: Meaning;
  /** What headings of this sort have in them. */
  heading?: RegExp;
  /** What their cells look like. */
  cell?: RegExp;
}

/** -0.5 and 13.2 are none. */
const day = /^((\d{4}|\d{2})\s*[年./-]\s*)?(1[0-2]|0?[1-9])\s*[月./-]\s*(\d{1,2}\s*日?|底|中旬|上旬|下旬)?(之?前)?$/;
const unit = /[^\s、,，；;]{1,20}(局|科|股|室|处|办|中心|委|队|所|站|镇|乡|街道|社区|村)$/;
/** 森林防灭火科/岳小川；规划财务科/吴敏: who leads, with who answers there. */
const unitFirst =
  /^(牵头|责任)?(单位)?[:：]?[\u4e00-\u9fa5]{1,16}(局|科|股|室|处|办|中心|委|队|所|站|镇|乡|街道)(牵头)?(?=$|[\s/／、,，；;:：(（])/;
const documentNo = /[〔[（(【]\s*20\d\d\s*[〕\]）)】]\s*第?\s*\d+\s*号/;
/** Common family names: any two characters might be a name else. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范' +
  '金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤';
const name = new RegExp(`^[${surnames}][\\u4e00-\\u9fa5]{1,2}([、,，\\s/][${surnames}][\\u4e00-\\u9fa5]{1,2})*$`);
const amount = /^[¥￥]?\d[\d,]*(\.\d+)?\s*(元|万元|万)?$/;
const sentence = /^.{13,}/s;

/** In the order in which they are offered where they are equally likely. */
const clueTable = [
  { meaning: 'title', heading: /毛病|问题|隐患|任务|事项|内容|情况描述/, cell: sentence },
  { meaning: 'description', heading: /描述|详情|简述|具体|说明|情况/, cell: sentence },
  { meaning: 'measures', heading: /措施|办法|怎么改|做法|对策|举措/, cell: sentence },
  { meaning: 'progress', heading: /进展|进度|落实|完成情况|办理|改到|结果/, cell: sentence },
  { meaning: 'deadline', heading: /限|期|前完成|啥时候|何时|截止|节点/, cell: day },
  { meaning: 'completedOn', heading: /完成|办结|整改.*(日|时间)/, cell: day },
  { meaning: 'raisedOn', heading: /发现|检查|反馈|排查|巡查/, cell: day },
  { meaning: 'assignedOn', heading: /交办|下发|派发|转办/, cell: day },
  { meaning: 'struckOffOn', heading: /销号|摘牌/, cell: day },
  { meaning: 'reviewedOn', heading: /复查|验收|回访/, cell: day },
  { meaning: 'filledOn', heading: /填报|上报|更新/, cell: day },
  { meaning: 'leadUnit', heading: /单位|部门|科室|谁来办|落实处|牵头|主办|承办|责任/, cell: unitFirst },
  { meaning: 'supportUnits', heading: /配合|协办|协助|参与/, cell: unit },
  { meaning: 'persons', heading: /人|负责|联系/, cell: name },
  { meaning: 'leader', heading: /领导|分管|包抓|包保|挂帅/, cell: name },
  {
    meaning: 'site',
    heading: /点位|地点|企业|场所|位置|部位|地址/,
    cell: /(公司|厂|店|学校|小区|市场|路|号|库|站|园|楼)/,
  },
  { meaning: 'town', heading: /镇|乡|街道|属地/, cell: /^[\u4e00-\u9fa5]{2,6}(镇|乡|街道|街道办)$/ },
  { meaning: 'industry', heading: /行业|领域|条线/, cell: /^[\u4e00-\u9fa5]{2,8}(业|领域|行业)$/ },
  {
    meaning: 'status',
    heading: /状态|是否完成|办结|到位/,
    cell: /^([√✓✔×✗是否]|(已|未|正在|基本|部分)?.{0,3}(完成|办结|整改|推进中|进行中|启动|合格|到位|在办).{0,3})$/,
  },
  { meaning: 'struckOff', heading: /销号|复查结果|验收/, cell: /^(是|否|已销号|未销号|合格|不合格|通过)$/ },
  { meaning: 'progressPercent', heading: /%|百分|进度/, cell: /^(\d{1,3}(\.\d+)?\s*[%％]|0?\.\d+)$/ },
  { meaning: 'level', heading: /等级|级别|严重|风险/, cell: /^(一般|较大|重大|特别重大|[一二三四]级)/ },
  { meaning: 'rectifyKind', heading: /类型|方式|性质/, cell: /^(立行立改|限期整改|长期坚持|分阶段)/ },
  { meaning: 'item', heading: /类别|方面|大类|分类|专项|板块/, cell: /(方面|类)$/ },
  { meaning: 'source', heading: /来文|文号|来源|督办单|交办单/, cell: documentNo },
  {
    meaning: 'theirNo',
    heading: /编号|文号|号码|代码/,
    cell: /^[A-Za-z\u4e00-\u9fa5〔[（(]*[-\dA-Za-z〔〕[\]（）()\u4e00-\u9fa5]*\d+号?$/,
  },
  { meaning: 'seq', heading: /序|第几|^号$/, cell: /^\d{1,4}$/ },
  { meaning: 'outcome.money_collected', heading: /收缴|清退|追缴/, cell: amount },
  { meaning: 'outcome.losses_recovered', heading: /挽回|损失/, cell: amount },
  { meaning: 'outcome.fines', heading: /罚/, cell: amount },
  { meaning: 'outcome.rectify_funds', heading: /资金|经费|投入|花了|费用/, cell: amount },
  { meaning: 'outcome.rules_made', heading: /制度|规定/, cell: /^\d{1,3}\s*(个|项|份)?$/ },
  { meaning: 'outcome.talks_admonish', heading: /约谈|批评|谈话|提醒/, cell: /^\d{1,3}\s*(人|次|人次)?$/ },
  { meaning: 'outcome.org_handling', heading: /处理|处分|问责/, cell: /^\d{1,3}\s*(人|次|人次)?$/ },
  { meaning: 'outcome.cases_filed', heading: /立案/, cell: /^\d{1,3}\s*(件|起)?$/ },
  { meaning: 'remark', heading: /备注|附注|其他|补充/ },
] as const satisfies readonly Clue[];

/** What a column may be taken for. */
export type GuessedMeaning = (typeof clueTable)[number]['meaning'];

const clues: readonly Clue<GuessedMeaning>[] = clueTable;

/** A word in the heading says as much as all cells together. */
const headingWeight = 1;
/** Cells alone must mostly be of the sort. */
const leastShare = 0.6;
/** So many cells without one of the sort belie the heading. */
const fewestCells = 2;

const shareOf = (cell: RegExp, samples: readonly string[]) =>
  samples.filter((text) => cell.test(text.trim())).length / samples.length;

function scored(heading: string, samples: readonly string[]) {
  const all = clues.map(({ meaning, heading: words, cell }) => {
    const named = words?.test(heading) ? headingWeight : 0;
    const share = cell && samples.length > 0 ? shareOf(cell, samples) : 0;
    const isOfCells = cell !== sentence && share >= leastShare;
    const isBelied = cell !== undefined && cell !== sentence && samples.length >= fewestCells && share === 0;
    return { meaning, isOfCells, score: isBelied ? 0 : named + (share >= leastShare || named ? share : 0) };
  });
  return all.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
}

/** What a column most likely means, the likeliest first, by its heading and some of its cells. */
export function likelyMeanings(heading: string, samples: readonly string[], limit = 4): GuessedMeaning[] {
  return scored(heading, samples)
    .slice(0, limit)
    .map(({ meaning }) => meaning);
}

/** Of units, persons, days and states: what more than half of the cells of a column look like; null where they say nothing. */
export function guessByCells(
  heading: string,
  samples: readonly string[],
  isFree: (meaning: GuessedMeaning) => boolean = () => true,
): GuessedMeaning | null {
  const told = scored(heading, samples).find(
    ({ meaning, isOfCells }) => isOfCells && byCells.has(meaning) && isFree(meaning),
  );
  return told?.meaning ?? null;
}

const byCells: ReadonlySet<GuessedMeaning> = new Set([
  'leadUnit',
  'supportUnits',
  'persons',
  'leader',
  'deadline',
  'completedOn',
  'raisedOn',
  'assignedOn',
  'struckOffOn',
  'reviewedOn',
  'status',
  'struckOff',
  'progressPercent',
  'level',
  'rectifyKind',
]);
