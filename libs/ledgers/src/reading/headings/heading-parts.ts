import type { ColumnMeaning } from './column-meanings.js';

export interface HeadingPattern {
  meaning: ColumnMeaning;
  strength: number;
  /** What it means beside a stronger column of this meaning; `details` where nothing is said. */
  otherwise?: ColumnMeaning;
  pattern: RegExp;
}

/** Most headings are words for what is done and a noun for what is asked of it: 隐患 + 治理 + 责任单位, 承诺 + 办结 + 时间. */
const any = (...words: readonly string[]) => `(?:${words.join('|')})`;

/** Of what matter, of which office: it changes nothing of the meaning. */
const topic = any(
  '问题|隐患|任务|事项|工作|项目|工程|工单|信访|案件|线索|诉求|举报|投诉|提案|建议|议案|会议|议定|批示|反馈|督办|督查',
  '督察|巡察|巡视|审计|环保|消防|防汛|安全|生产|风险|事故|具体|主要|直接|第一|首要|专项|重大|一般|整体|总体|年度|本项|的',
  '(?:省|市|区|县|镇|乡|街道|局|村)级?',
);
/** What is done about it by whoever has to. */
const remedy = any('整改|改进|落实|治理|办理|处理|处置|化解|解决|执行|实施|推进|完成');
const lead = any('责任|牵头|主责|主办|承办|经办|领办|认领|承接|负责|分工|包案', remedy);
const support = any('配合|协办|协助|协同|协作|参与|参加|会办|联办|次办|辅助|共同|其他');
/** What others do: they look whether it was done, pass it on, fill it in. */
const verifying = any('复查|复核|复检|复验|验收|核查|核验');
const aside = any(
  verifying,
  '审核|审批|审查|督办|督查|督导|监督|检查|排查|巡查|抽查|考核|评估|填报|填表|报送|上报|交办|派单|转办|移交|提出|发现',
  '反馈|受理|登记|回访|公示|来文|发文|销号',
);
const office = any('单位|部门|科室|处室|股室|机构|主体|单位[、及和或/]?(?:科室|部门)');
const localOffice = any(
  '处|室|科|支部|党支部|党组织|乡镇|镇街|镇办|镇|街道|村|社区|村居|站所|站办|大队|支队|企业|学院|庭室|部室|区队|车间|班组|专班|项目部|分公司',
);
const name = '(?:名称|全称)?';
const contact = '(?:姓名|名单|职务)?(?:[及和、/](?:职务|联系电话|电话|联系方式))*';
const level = any('[省市区县镇乡局村]级?|主要|具体|安全|主体|党[组委]|班子|纪检');
const leading = any('责任|牵头|分管|主管|负责|整改|领办|领衔|带队|联系|包[保抓联案靠片]|挂[点包牌钩联]|督[办导]');
const rank = any('领导|(?:领导)?班子成员|党[组委]成员|副?[局区县市镇乡州院校]长|副?主任|副?书记');

const day = any('时间|日期|时点|年月|月份');
const term = any('时间|日期|时点|节点|时间节点|时限|期限|年月|月份|日');
const planned = any('计划|预计|拟定?|要求|应|目标|承诺|规定|约定|预期|期望|最[迟晚后终]|限定?|限期|限时');
const ending = any(
  remedy,
  '办|改|办结|销号|摘牌|核销|销案|反馈|回复|答复|办复|上报|报送|闭环|结案|报结|到位|竣工|完工|交付|达标',
);
const struck = any('销号|摘牌|核销|销案');
const found = any(
  '发现|查出|检查|排查|摸排|巡查|抽查|暗访|督查|反馈|来电|来访|来信|投诉|举报|诉求|信访|提出|受理|收件|接件|接单',
  '接报|接诉|登记|上报|录入|反映|来件',
);
const assigned = any('交办|交派|下达|下发|派单|派发|分派|指派|分办|转办|转派|转交|批转');

const going = any('推进|进展|执行|开展|承办|贯彻|建设|施工|形象|实施|调度|跟进|跟踪|调处|稳控', remedy);
const told = '(?:情况|现状|过程|说明|描述|简述|汇报|反馈)';
const replying = any('回复|答复|办复');
/** What a row of a ledger may be. */
const matter = any(
  '不符合项|不合格项|整改项|扣分项|失分[项点]|(?:违法|违规|违章|不安全){1,2}行为|违法(?:违规)?事实|薄弱环节|短板弱项|弱项|(?:痛点|堵点|难点){2}|风险点',
  '工作要点|意见建议|考核指标|(?:民生)?实事(?:项目|事项)?|民生项目|年度重点(?:工作|任务)',
);
const toldMatter = any(
  '问题|隐患|任务|事项|工单|案件|线索|诉求|举报|投诉|提案|建议|议案|来电|来信|来访|交办|实事|反馈|意见|信访件?|热线|反映|整改',
);
const numbered = any(
  '问题|隐患|任务|事项|工单|案件|线索|督办|督查|交办|受理|登记|信访|来信|来访|举报|投诉|诉求|统一|立项|议案|提案|建议',
);

/** 本周, 下月, 今日, 6月份, 第24周: a list of what is to be done in that time. */
const period =
  '(?:(?:本|当|今|每)(?:周|月|日|天|季度?|年度?|旬|期|阶段)|(?:下个?|次)(?:周|月|季度?|旬)|明[日天年]|近期|当前|(?:20\\d\\d年)?(?:\\d{1,2}月份?|第?[\\d一二三四五六七八九十]{1,3}(?:周|季度|期)))';
const workAhead =
  '的?(?:重点|主要|具体|中心|常规|日常|待办)*(?:工作|任务|事项|要点)(?:内容|安排|计划|事项|任务|清单|要点|打算)*';

/** What a hazard lies at, as any office calls it: 问题点位, 事发地点, 详细地址. */
export const placeWords =
  '(?:隐患|问题|事发|发生|检查|巡查|防汛|项目|建设|施工|企业|存在|涉及|具体|详细|所处|点位|现场)*(?:所在)?(?:地点|地址|位置|部位|点位|场所|所在地)';
/** What may have hazards. */
export const worksWords = any(
  '水库|河道|河流|矿山|尾矿库|桥梁|隧道|涵洞|设施|商场|超市|店铺|门店|商户|酒店|宾馆|景区|工地|小区|学校|医院|堤防|塘坝|仓库|库房',
);
/** The round, meeting or paper something comes from. */
export const sourceWords =
  '(?:问题|任务|督办|督查|隐患|事项|交办|工单|线索|诉求|信访|会议|议题|立项)?(?:来源|出处)|来源(?:依据|文件|会议)|(?:督办|交办|立项|任务|文件)依据';

const row = (meaning: ColumnMeaning, pattern: string, otherwise?: ColumnMeaning): HeadingPattern => ({
  meaning,
  strength: 2,
  pattern: new RegExp(`^(?:${pattern})$`),
  ...(otherwise && { otherwise }),
});

/** Headings known in all their parts, tried in order before those that are known by one. */
export const composedHeadings: readonly HeadingPattern[] = [
  row('seq', '(?:总|分|问题|隐患|任务|事项|项目)序号|行号|排序'),
  row('theirNo', `${numbered}件?(?:编号|编码|代码|单?号)|流水号|单号|案号`),
  row('level', '(?:安全|事故|火灾|生产|重大)*(?:问题|隐患|风险|危险|危害)(?:严重)?(?:等级|级别|程度|分级)'),
  row('level', '(?:一般|重大)(?:隐患)?[/或、](?:一般|重大)(?:隐患)?'),
  row('details', sourceWords),
  row('details', placeWords),
  row('details', `${worksWords}名称`),
  row('details', '(?:审计|专家|检查|督查|督导|督察|咨询|评审)(?:组|机关|部门)?的?(?:意见)?建议'),
  row(
    'site',
    '(?:隐患|问题|涉事|涉及|违法|受检|受查|被查|被检查?)(?:的)?(?:企业|商户|经营主体)(?:名称)?|(?:隐患|问题)(?:所在)?单位(?:名称)?',
  ),
  row('town', '(?:所属|所在|属地)(?:乡镇街道|乡镇|镇街|镇办|街镇|街道|镇|乡|辖区)(?:名称)?|乡镇街道'),
  row('industry', '(?:重点|所属|涉及)?行业(?:领域)?(?:分类|类别|类型|大类|名称)?|涉及(?:行业)?领域'),
  row('remark', '(?:其他|情况)?备(?:注|考)(?:栏|信息|说明|事项|情况)?|附?注|其他需?要?说明的?(?:事项|情况)'),
  row('measures', '(?:整改|解决|治理|化解|整治)(?:工作)?(?:方案|办法|途径|对策)'),
  row('ignored', '(?:预警|红黄绿|红绿|三色|进度|督办|状态)灯(?:号|色)?|灯[号色]|亮灯(?:状态|预警)|预警状态'),

  row('details', `${topic}*${aside}(?:责任|负责|组织|牵头|联系)?人员?${contact}`),
  row('details', '.{0,6}(?:人|领导|单位|部门)(?:签字|签名|签章|盖章)'),
  row('supportUnits', `${topic}*${support}${lead}*(?:${office}|${localOffice})${name}|由?谁来?${support}`),
  row('leadUnit', `${topic}*${lead}+${office}${name}`, 'supportUnits'),
  row('leadUnit', `${topic}*(?:责任|牵头|主责|主办|承办|整改|落实)(?:责任)?${localOffice}${name}`, 'supportUnits'),
  row('details', `${topic}*${aside}${office}${name}`),
  row('leader', `${level}*(?:${leading}${level}*)+(?:${rank}|(?<=分管|主管)负责人)(?:姓名)?`),
  row(
    'persons',
    `${topic}*(?:${lead}|联系|联络|对接|跟进|盯办|包[村联户])+(?:人员?|者|专员|到人|同志|干部|民警)${contact}`,
  ),

  row('deadline', `${topic}*${planned}(?:${topic}|${ending})*(?:截止|到期)?${term}(?:要求)?`),
  row('deadline', `(?:${topic}|${ending})*(?:(?:截[止至]|到期)${term}|截止)|(?:${topic}|${ending})+限期`),
  row('deadline', `(?:${topic}|${ending})+(?:时点|节点|(?:时限|期限|时间)要求)`),
  row('deadline', `(?:${topic}|${ending})*(?:时序|序时|进度|时限|期限)(?:要求|安排)`),
  row('struckOffOn', `(?:${topic}|${remedy}|${verifying}|实际)*${struck}(?:完成|批准|确认)?${day}`),
  row('reviewedOn', `(?:${topic}|${remedy}|实际)*${verifying}(?:通过|完成|合格)?${day}`),
  row('completedOn', `${topic}*(?:实际|已)(?:${topic}|${ending})+${day}`),
  row('completedOn', `(?:${topic}|${remedy})*(?:办结|办毕|完结|结案|闭环|报结|${replying})(?:完成)?${day}`),
  row('raisedOn', `${topic}*${found}+${day}|何时发现`),
  row('assignedOn', `${topic}*${assigned}${day}`),

  row('progress', `(?:信访|线索|诉求|举报|投诉)(?:事项|问题|件)?(?:调查|核查|核实)+(?:处理)?(?:情况|结果)`),
  row('struckOff', `(?:${topic}|${remedy}|闭环)*(?:${verifying}|${struck})+(?:审核|评估)?(?:结果|结论|意见|情况)`),
  row('struckOff', `${topic}*(?:(?:销号|摘牌|验收)与?否|销号审[核批])|${topic}*${verifying}是否(?:已|能)?通过`),
  row('status', `${topic}*${ending}+与?否`),
  row(
    'status',
    `${topic}*是否已?(?:经|能)?(?:得到)?(?:有效)?(?:解决|关闭|消除|闭环|化解|治理|处理|处置|办理|达标|反馈|${replying})(?:完成|完毕|到位|管理)?`,
  ),
  row(
    'status',
    `(?:当前|目前|最新)?${topic}*(?:${going}|${ending}|${numbered}|项目|进度|流程)+状态|(?:问题|隐患|工单|任务)?关闭情况`,
  ),
  row('details', `${topic}*审[核批查](?:结果|结论)`),

  row('progress', '(?:目前|前期|现)?已经?(?:开展|完成|做|采取|落实)的?(?:主要|具体)?(?:工作|措施|事项)'),
  row('progress', `(?:目前|当前|现阶段|最新|近期|阶段性?)?(?:${topic}|${going})*(?:进展|进度|动态|成效|效果)${told}*`),
  row('progress', `${topic}*${going}+(?:结果)?${told}+`),
  row('progress', `(?:${topic}|${going}|部门|单位|责任|科室)*${replying}(?:情况|内容|要点|意见|结果)?`),
  row('progress', `(?:${topic}|${going}|责任|承办)*(?:部门|单位|科室|结果)反馈(?:情况|内容|意见|结果)?`),

  row('title', `${topic}*(?:存在|发现|检查)*的?${matter}(?:描述|内容|名称|表现)?`, 'description'),
  row('title', '(?:需|待)要?(?:整改|解决|办理)的?(?:问题|事项|隐患)', 'item'),
  // A heading of its own beside 诉求内容, which then describes it.
  { ...row('title', `(?:${topic}|${toldMatter})*标题`), strength: 9 },
  row('title', `(?:${topic}|${toldMatter})*${toldMatter}(?:内容|名称)`, 'description'),
  row('title', period + workAhead),
];
