import type { ColumnMeaning } from './heading-synonyms.js';

/** For headings no row names word by word; tried in order on headings of at most sixteen characters. */
export const headingPatterns: readonly { meaning: ColumnMeaning; strength: number; pattern: RegExp }[] = [
  { meaning: 'struckOff', strength: 2, pattern: /是否.*(销号|摘牌)/ },
  {
    meaning: 'struckOff',
    strength: 2,
    pattern: /^(?!.*(申请|拟)).*(验收|复查|销号|核查|摘牌)(组|小组|单位|部门|人员?|专班)?(意见|结论|结果)$/,
  },
  { meaning: 'struckOffOn', strength: 2, pattern: /(销号|摘牌|核销).*(时间|日期)$/ },
  { meaning: 'status', strength: 2, pattern: /^是否.*(完成|整改|办结)|(整改|办理|办结)状态$/ },
  { meaning: 'deadline', strength: 2, pattern: /(时限|期限)$|^(时限|期限)/ },
  {
    meaning: 'leadUnit',
    strength: 2,
    pattern: /(牵头|承办|主责|主办|责任).{0,2}(单位|科室|部门|主体).{0,3}(责任人|负责人|联系人|承办人)$/,
  },
  { meaning: 'leader', strength: 2, pattern: /(责任|牵头|分管|包保).{0,4}领导$/ },
  { meaning: 'supportUnits', strength: 2, pattern: /(配合|协办|协助|协同).{0,4}(单位|科室|部门|股室)$/ },
  { meaning: 'leadUnit', strength: 2, pattern: /(牵头|承办|主责|主办|责任).{0,4}(单位|科室|部门|股室|处室)$/ },
  { meaning: 'persons', strength: 2, pattern: /(责任人|负责人|承办人|经办人)/ },
  { meaning: 'raisedOn', strength: 2, pattern: /(发现|检查|排查|反馈).{0,3}(时间|日期)$/ },
  { meaning: 'assignedOn', strength: 2, pattern: /(交办|下达|转办).{0,3}(时间|日期)$/ },
  { meaning: 'completedOn', strength: 2, pattern: /(实际|办结).{0,4}(时间|日期)$/ },
  { meaning: 'measures', strength: 2, pattern: /(措施|举措)(和要求|及要求|及目标|及进展)?$/ },
  {
    meaning: 'title',
    strength: 2,
    pattern: /(具体|存在|反馈|主要|突出).{0,4}问题$|隐患.{0,4}(描述|内容|情况)$|问题.{0,2}表现$/,
  },
  {
    meaning: 'title',
    strength: 2,
    pattern: /^(?!.*(原因|来源|编号|类|型|数|级|部位|单位|地|其他|有无|是否)).{0,4}(问题|隐患).{0,2}$/,
  },
  { meaning: 'progress', strength: 2, pattern: /(整改|完成|进展|落实|办理|推进).{0,4}(情况|进展|进度|结果|成效)$/ },
];

/** 来源, 问题来源: the round, meeting or paper something comes from. */
export const sourceHeadings = /^(问题|任务|督办|隐患|事项)?来源$/;

/** Columns that group problems by what they are about; 问题类别 may, or may label each of them. */
export const itemHeadings = /^(?!.*问题(类|分类))/;

/** Of columns that tell how far it is these tell what came of it. */
export const resultHeadings = /(整改|完成|办理|处理|处置|办结|落实)(完成)?(情况)?结果$|^(整改)?(完成|办结)情况$|成效$/;

/** A statement that is signed and dated by whoever gives it. */
export const opinionHeadings = /(意见|结论)$/;

/** Under one of these group heads a column says yes or no to a demand; its own words would mislead. */
export const swallowingGroups = /^[“"]?五(落实|到位)/;

/** Headings of tables that count instead of listing. */
export const statisticHeadings =
  /^(应整改|已整改|未整改|整改完成数|合计|小计|总计|总数)|^(已|未|应)(销号|完成|办结|启动)$|(完成率|整改率|销号率|办结率|数量|个数|件数|总数)$|(问题|事项|任务|隐患|措施|应|已|未).{0,3}数$|(应|已|未).*数$/;

/** Sheets that explain or index a ledger. */
export const explainingSheets =
  /填表说明|填报说明|填写说明|使用说明|^说明$|封面|目录|索引|字典|代码|下拉|选项|参数|数据源/;
