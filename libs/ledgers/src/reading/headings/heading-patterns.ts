import { composedHeadings, placeWords, sourceWords, worksWords, type HeadingPattern } from './heading-parts.js';

/** What a table lists is told by the last word of the heading; not so where it counts, asks or speaks of what is beside it. */
const endsInMatter =
  /^(?!被)(?!.*(原因|来源|编号|类|型|级|部位|单位|其他|有无|是否|金额|时间|日期|困难|注意|说明|未尽|协调|需|下一?步|目标|[应已未]|\d)).{0,10}(问题|诉求|隐患|事项|任务|差距|不足|短板)$/;

/** 调整后时限, 延期至: the deadline as it was put off. */
export const adjustedDeadlines =
  /(调整|变更|修改|延期|延长|顺延|展期|延迟)后的?.{0,4}(时限|期限|时间|日期|节点)?$|^(延期|延长|顺延|展期)(至|到)/;

/** 改没改, 办结了没有, 是否改完: a yes or no is asked for. */
export const askedInWords =
  /^(?:问题|隐患|任务|事项|整改|办理|工作)?(?:(改|办|做|完成|整改|落实|解决|处理|办理|治理|到位|办结|办完|改完)没\1(?:完|好|到位)?|(?:整改)?(?:改|办|做|完成|整改|落实|解决|到位|办结|办完|改完|改好|办好)了?(?:没有?|吗)|(?:整改|办理)?是否(?:完毕|结束)|是否已?(?:改|办|做|整改|办理|清理|落实)(?:完毕?|好|结))$/;

/** As people say it: 谁牵头, 谁来办, 怎么改, 啥时改完, 改得咋样. */
const spokenHeadings: readonly HeadingPattern[] = [
  {
    meaning: 'deadline',
    strength: 2,
    pattern: /^(什么时候|什么时间|啥时候?|何时|几时|哪天).{0,2}(改|办|做|要|整改|完成|解决|落实)/,
  },
  { meaning: 'progress', strength: 2, pattern: /^(改|办|做|整改|办理|完成|落实|进展)得?(怎么样|怎样|咋样|如何)了?$/ },
  {
    meaning: 'progress',
    strength: 2,
    pattern: /^(改|办|做|干|整改|办理|完成|落实|推进|进展|现在|目前)?到?(什么|啥|哪一?)(程度|地步|进度|步)了?$/,
  },
  { meaning: 'progress', strength: 2, pattern: /^(做|干|办|改)了(什么|啥|哪些)(事|工作)?$/ },
  { meaning: 'title', strength: 2, pattern: /^(定|议定|交办|要办)了?的?(什么|啥|哪些)?(事|事情)$/ },
  { meaning: 'measures', strength: 2, pattern: /^(怎么|咋|如何|怎样)(改|办|做|整改|解决|落实)$/ },
  { meaning: 'supportUnits', strength: 2, pattern: /^(谁|哪些?(单位|科室|部门))来?(配合|协助|协办)$/ },
  { meaning: 'leadUnit', strength: 2, pattern: /^由?(谁来?(牵头|主办)|哪个(单位|科室|部门).{0,3})$/ },
  { meaning: 'status', strength: 2, pattern: askedInWords },
  { meaning: 'persons', strength: 2, pattern: /^由?谁(来|去)?(改|办|做|整改|落实|负责|抓|管)$/ },
  { meaning: 'details', strength: 2, pattern: /^(病根|根子|为什么|为啥|因为什么)/ },
];

/** 是否重大隐患: the level in a yes or no. */
export const yesOrNoLevels = /^是否.{0,4}重大(生产安全|安全生产|安全|事故|火灾|消防){0,4}(隐患|问题)?$/;

const span = '(?:起止|起讫|起迄|(?:实施|建设|推进|整改|施工|计划)(?=时间|日期|周期|年限|年度|工期)|(?=工期))';
const spanTime = '(?:时间|日期|年月|年限|年份|周期|工期|期限)?';
/** 起止时间, 实施周期, 计划工期: from when to when; its end is the deadline. */
const spans = new RegExp(`^(?!.*实际)[\\u4e00-\\u9fff]{0,6}${span}${spanTime}(?:结束|截止|完成|止|终)?$`);
/** 起 below 起止时间. */
const spanBegins = new RegExp(`${span}${spanTime}(?:开始|起始|启动|开工|起|始)$`);

/** For headings no row names word by word; tried in order on headings of at most sixteen characters. */
export const headingPatterns: readonly HeadingPattern[] = [
  ...composedHeadings,
  { meaning: 'theirNo', strength: 2, pattern: /^(信访|来信|来访)件?(编号|号)$/ },
  { meaning: 'level', strength: 2, pattern: yesOrNoLevels },
  { meaning: 'struckOff', strength: 2, pattern: /是否.*(销号|销案|摘牌|验收|复查|复核|核验|合格)/ },
  {
    meaning: 'struckOff',
    strength: 2,
    pattern:
      /^(?!.*(申请|拟)).*(验收|复查|销号|销案|核查|核验|认定|摘牌)(组|小组|单位|部门|人员?|专班)?(意见|结论|结果)$|(核查|核验|认定|销案)情况$/,
  },
  { meaning: 'struckOffOn', strength: 2, pattern: /^(?!.*(申请|提请|提交)).*(销号|摘牌|核销).*(时间|日期)$/ },
  {
    meaning: 'status',
    strength: 2,
    pattern:
      /是否.{0,6}(完成|整改|办结|结案|闭环|到位|落实)(到位|完成)?$|^是否.*(完成|整改|办结)|(整改|办理|办结|化解|治理)(状态|结论)$/,
  },
  {
    meaning: 'progressPercent',
    strength: 2,
    pattern: /^(?!.*资金).{0,4}(整改|完成|办理|推进|进展|进度|工作)(比例|占比|百分比|程度)$/,
  },
  { meaning: 'progress', strength: 2, pattern: /^(治理|工作|任务|工程|项目|实施|形象)(进度|进展|情况)$/ },
  {
    meaning: 'persons',
    strength: 2,
    pattern: /^(包保|包联|包抓|包案)(干部|人员?)$|^(路|河|湖|田|林|库|楼|街|网格)长$/,
  },
  { meaning: 'details', strength: 2, pattern: spanBegins },
  { meaning: 'details', strength: 2, pattern: /(?:时间|时限|期限)(?:要求)?(?:起始?|始|开始|启动)$/ },
  { meaning: 'deadline', strength: 2, pattern: spans },
  { meaning: 'deadline', strength: 2, pattern: /(时限|期限)$|^(时限|期限)/ },
  { meaning: 'deadline', strength: 2, pattern: adjustedDeadlines },
  { meaning: 'deadline', strength: 2, pattern: /^原(定|来|计划)?.{0,4}(时间|日期)$/ },
  {
    meaning: 'deadline',
    strength: 2,
    pattern:
      /^(?!.*(实际|已|开始|启动|开工|召开|检查|排查|复查|复核|验收|演练|培训|评审|应急)).*(拟|计划|预计|要求|应).{1,6}(时间|日期|节点)$/,
  },
  {
    meaning: 'deadline',
    strength: 2,
    otherwise: 'completedOn',
    pattern: /^(?!.*实际).*(整改|完成|化解|解决|治理|落实)(完成|到位)?(时间|日期)$/,
  },
  {
    meaning: 'leadUnit',
    strength: 2,
    pattern: /(牵头|承办|主责|主办|责任).{0,2}(单位|科室|部门|主体).{0,3}(责任人|负责人|联系人|承办人)$/,
  },
  { meaning: 'leader', strength: 2, pattern: /(责任|牵头|分管|包保|包案).{0,4}领导$/ },
  {
    meaning: 'supportUnits',
    strength: 2,
    pattern: /(配合|协办|协助|协同).{0,4}(单位|科室|部门|股室|站所|站办|村居|机构)$/,
  },
  { meaning: 'leadUnit', strength: 2, pattern: /(牵头|承办|主责|主办|责任).{0,4}(单位|科室|部门|股室|处室)$/ },
  {
    meaning: 'leadUnit',
    strength: 2,
    pattern:
      /^(整改|落实|责任|牵头|主办|承办)(站所|站办|村|村居|村社区|社区|乡镇|镇村|镇办|大队|中队|部室|院系|班组|机构)$/,
  },
  { meaning: 'leadUnit', strength: 2, pattern: /^(整改|落实|办理|化解|治理).{0,4}(单位|科室|部门|股室|处室)$/ },
  { meaning: 'persons', strength: 2, pattern: /(责任人|负责人|承办人|经办人)|^(整改|落实|办理|化解|包案|包保)人员?$/ },
  { meaning: 'raisedOn', strength: 2, pattern: /(发现|检查|排查|反馈|督查|巡查|抽查|暗访).{0,3}(时间|日期)$/ },
  { meaning: 'assignedOn', strength: 2, pattern: /(交办|下达|转办).{0,3}(时间|日期)$/ },
  { meaning: 'assignedOn', strength: 2, pattern: /^(文件|通知|清单|督办单|反馈意见)?(印发|下发)(时间|日期)$/ },
  {
    meaning: 'completedOn',
    strength: 2,
    pattern: /^(?!.*(开始|启动|开工|发现)).*(实际|办结|结案|闭环).{0,4}(时间|日期)$/,
  },
  { meaning: 'measures', strength: 2, pattern: /(措施|举措)(和要求|及要求|及目标|及进展)?$/ },
  {
    meaning: 'title',
    strength: 2,
    pattern:
      /^(?!.*(整改|完成|办理|落实|处置|治理|化解|原因)).*((具体|存在|反馈|主要|突出).{0,4}问题|(隐患|问题|诉求|事项).{0,4}(描述|内容|简述|摘要|情况|表现))$/,
  },
  {
    meaning: 'title',
    strength: 2,
    pattern:
      /^(?!.*(原因|来源|其他|有无|是否)).{0,4}(问题|隐患)(点|项|事项|事实|清单|条目|明细|内容|描述|表述|表现|详情|情况|现状|概况|简述|概述|摘要|题目|名称)?$/,
  },
  { meaning: 'title', strength: 2, otherwise: 'item', pattern: endsInMatter },
  {
    meaning: 'progress',
    strength: 2,
    pattern:
      /^(?!.*([改理]前|资金|经费|问责|处罚|公示|延期)).*(整改|完成|进展|落实|办理|推进|化解).{0,4}(情况|进展|进度|结果|成效)$/,
  },
  {
    meaning: 'title',
    strength: 2,
    pattern: /^(提案|建议|议案)?案由$|^(提案|建议|议案)(名称|题目|标题|内容)$|(隐患|问题)(及|和|或)违法(违规)?行为$/,
  },
  ...spokenHeadings,
];

/** 来源, 问题来源: the round, meeting or paper something comes from. */
export const sourceHeadings = new RegExp(`^(${sourceWords})$`);

/** What a hazard is at: works, shops, schools; then where it lies. */
export const placeHeadings: readonly RegExp[] = [
  /^(建设|施工|工程|项目)?(工程|项目|工地)名称$|^(建设|施工|工程)项目(名称)?$|^(站点|加油站|经营户|市场)(名称)?$/,
  new RegExp(`^(${worksWords})(名称)?$`),
  new RegExp(`^(${placeWords}|(河段|路段|楼栋)(名称)?)$`),
];

/** A meeting decided what is to be done, and days are counted from it; the work itself may have begun before. */
export const meetingHeadings = /^(会议|开会|召开|议定|研究|调度)(时间|日期)$/;
/** 第8次局务会（6.3）: which meeting, with its day where it is told. */
export const meetingNames = /^(?:议定|交办|研究)?会议(?:名称|届次|场次|及?时间|来源)?$/;

/** What a heading calls whatever has to be put right. */
export const ofProblems = /问题|隐患|诉求|不足|短板|情形|缺陷|漏洞|违法|违规/;

/** Columns that group problems by what they are about; 问题类别 may, or may label each of them. */
export const itemHeadings = /^(?!.*问题(类|分类))/;

/** Of columns that tell how far it is these tell what came of it. */
export const resultHeadings =
  /(整改|完成|办理|处理|处置|办结|落实)(完成)?(情况)?结果$|^(整改)?(完成|办结)情况$|(?<!(?:措施|举措)[及和与、]?)成效$/;

/** Of columns that tell the progress these tell its degree where another tells what was done. */
export const degreeHeadings = /^(整改|完成|办理|工作|任务|工程|项目|实施|当前|目前|推进)?进度$/;

/** A statement that is signed and dated by whoever gives it. */
export const opinionHeadings = /(意见|结论)$/;

/** Advice of those above; a verdict where it gives one. */
export const superiorOpinions =
  /^((审核|审查|审批|督查|督办)(组|部门|单位|科室|人员?)?|[\u4e00-\u9fff]{0,4}领导(审批|审核|批示)?)意见$|^审[核批查](结果|结论)$/;

/** Days on which a case ended, not the work on it. */
export const endingDays = /(办结|结案|闭环)(时间|日期)$/;

/** Ask whether it was done in time. */
export const inTimeHeadings = /是否.{0,4}(按期|按时|如期|及时)|[时期]限内.{0,2}是否|是否.{0,4}([时期]限|规定时间)内/;

/** A head over columns that tell how things stood, month by month. */
export const progressHeads =
  /^(?!.*(?:序时|计划|目标|安排|要求|节点)).*(进度|(推进|完成|整改|办理|进展|落实|工作|实施)情况|进展)$/;

/** Headings of tables that count instead of listing. */
export const statisticHeadings =
  /^(应整改|已整改|未整改)(?!.*(原因|说明|金额))|^(整改完成数|合计|小计|总计|总数)|^(已|未|应)(销号|完成|办结|启动)$|(完成率|整改率|销号率|办结率|数量|个数|件数|总数)$|(问题|事项|任务|隐患|措施|应|已|未).{0,3}数$|(应|已|未).*数$/;

/** Sheets that explain or index a ledger. */
export const explainingSheets =
  /填表说明|填报说明|填写说明|使用说明|填[写报表]示例|^(?:示例|样例|范例)\d?$|^说明$|封面|目录|索引|字典|代码|下拉|选项|参数|数据源/;
