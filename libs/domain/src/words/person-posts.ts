/** Surnames and posts: what of a person cell is somebody's name and what only says which office they hold. */

const surnames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文' +
  '闫覃佘亓昝仝芮阚荀闵裴翟凌霍葛柯耿聂鲁柳樊倪祁庞岳滕焦俞骆詹符翁';
/** Further surnames, asked only where a post stands beside; 党, 区, 各, 副 and their like are none here. */
const rareSurnames =
  '季路涂殷梅庄辛管祝左童舒盛甘游阮桂窦柴牛温莫欧关鲍费洪包申解宁房麻伍华车蒲项苗卜齐凤卫戚谷卞尚喻苑鄢邢邬晏仇冉冷阳蓝屈褚代刁芦封郎成仲巩苟匡桑冀蔺蔚邝敖饶臧屠兰占鞠栾楚揭娄储邸戎沙穆茅瞿诸濮湛邰岑';
/** Asked only before a post, and hardly a spoken one: 施工, 景区 and 宣部 are nobody, 施主任 is. */
const scarceSurnames =
  '尤施严陶柏章云奚韦昌花廉毕乐时皮禹狄米贝明伏谈纪席强危颜虞裘缪应宗宣贲郁单杭吉钮嵇滑荣羊於惠甄曲靳汲糜松井富巫乌巴弓隗宓郗仰秋伊宫厉祖景束幸韶郜蓟薄印宿怀从鄂索咸籍卓蒙池阴胥苍双闻莘贡劳逄姬扶宰郦雍寿边扈燕郏浦充慕茹习宦艾鱼容向慎戈庾终暨衡步满弘寇禄阙沃越隆晁勾融訾那简须丰巢蒯荆竺逯桓';
const compoundSurname =
  '(?:欧阳|上官|司马|诸葛|司徒|皇甫|令狐|尉迟|慕容|夏侯|公孙|长孙|宇文|轩辕|端木|独孤|南宫|申屠|澹台|淳于|呼延|钟离|东方)';
const han = '[\\u4e00-\\u9fff]';
const commonName = `(?:${compoundSurname}${han}{1,2}|[${surnames}]${han}{1,2})`;
const postedName = `(?:${compoundSurname}${han}{1,2}|[${surnames}${rareSurnames}]${han}{1,2}|${han}{1,6}·${han}{1,8})`;

const rank = '(?:常务副|第一副|副|代理|总|第一|前任|原)?';
const grade = '(?:[一二三四]级)?';
const posts =
  '科长|局长|河长|楼长|街长|巷长|组员|党组成员|党委成员|主任|书记|组长|队长|大队长|支队长|中队长|站长|所长|处长|股长|主席|镇长|乡长|区长|县长|市长|州长|旗长|省长|厅长|部长|院长|庭长|厂长|矿长|段长|经理|总经理|董事长|校长|园长|' +
  '委员|常委|科员|主任科员|调研员|巡视员|干部|工程师|总监|会计|负责人|责任人|联系人|联络员|承办人|经办人|安全员|网格员|网格长|楼栋长|路长|林长|田长|湖长|片长|点长|仓管员|保管员|管理员|护林员|巡查员|协管员|值班员|驾驶员|电工|焊工|主管|出纳|支书|秘书长|秘书|班长|店长|库管|房东|业主|店主|户主|法定代表人|法人|经营者|承租人|老板|政委|指挥长|检察长|民警|辅警|协警|警长|警员|教导员|指导员|干事|专干|监督员|督导员|监管员|信息员|技术员|法官|检察官';
const courtesy = '(?:同志|先生|女士)';
/** 党组书记, 常务副县长, 四级调研员. */
const post = `(?:(?:党委|党组|党工委|党总支|党支部|支部|机关|直接|主要|具体|分管|专职|派驻|挂职|包保|包片|驻村|现任?|原任?|纪检(?:监察)?组?|组织|宣传|统战|政法)*${rank}${grade}(?:${posts}))`;
const unitBefore = `${han}{0,12}?(?:局|科|室|办|委|大队|支队|中队|中心|股|站|所|处|厅|院|校|部|队|会|镇|乡|街道|村|社区|县|市|区|公司|集团)`;
/** 危化科长 is the head of 危化科. */
const posted = `(?:(?:${unitBefore})?${post}|${han}{2,4}[科股所站队处]长|${courtesy})`;

/** 党组成员副局长一级调研员: so many stand before a name at most, for each may be parted from the next in several ways. */
const several = `${posted}{1,5}`;
/** No name is longer with all that is written onto it; of longer words no post is asked. */
const longestWord = 80;

const bare = new RegExp(`^(?:${post}|${courtesy})$`);
const leading = new RegExp(`^${several}(?=(?:${han}{2,4}|${han}{1,6}·${han}{1,8})$)`);
/** 局长张三, 镇长李四 begin like groups and are none. */
const leadingInGroup = new RegExp(`^${several}(?=${postedName}$)`);
/** 危化科张三: what follows a unit is a name only where it begins with a surname. */
const leadingUnit = new RegExp(`^${unitBefore}(?=${commonName}$)`);
const trailing = new RegExp(`^(${postedName})(?:${post}|${courtesy})$`);
/** Posts as they are spoken: 陆局, 李科, 王主任, 刘副局长. */
const spoken = new RegExp(
  `^(${compoundSurname}|[${surnames}${rareSurnames}])(副?(?:局|科|处|所|站|队|部|镇|乡|区|县|主任|书记|工|总)|${post}|${courtesy}|老师)$|^([${scarceSurnames}])(副?[局科处总]|${post}|同志|老师)$`,
);
const nickname = new RegExp(
  `^(?:[小老阿](?:${compoundSurname}|${han})|(?:${compoundSurname}|[${surnames}${rareSurnames}${scarceSurnames}])(?:哥|姐|师傅|师))$`,
);
const postsAtEnd = new RegExp(`(?:${post}|同志)+$`);
const ending = new RegExp(`(?:${post})$`);
/** Fields of work that begin like a surname: 林业站长 is a post, 林业 is nobody. */
const fieldOfWork =
  /^(?:常务|项目|文[教旅化明体广]|林[业长草]|房[管产建]|武装|卫[生健]|车[间队辆管]|金[融属]|石[化油材]|园[区林]|安[全监环保]|党[群建办]|高[新速]|温[泉控]|江[北南河]|水[利务]|万[达科]|黄河|马路|田管|计[划生]|施工|成[本员]|史志|方志|路[政长]|管[网委]|华侨|任务)/;
const unitEnd =
  /(?:局|科|室|办|委|大队|中心|股|站|所|队|组|处|部|厅|院|校|会|镇|乡|街道|村|社区|县|市|区|公司|店|厂|小学|中学|幼儿园|银行|政府|专班)$/;
/** 各科室负责人, 局党委班子成员, 全体干部: groups, kept as named. */
const group = /^(?:各|全|所有|局|区|镇|党|领导|班子|相关|有关|分管|科室|主要)/;
const collective = /^(?:各|全|所有|领导|班子|相关|有关|分管|主要)|[\d三两二]人$/;

export const compound = new RegExp(`^${compoundSurname}$`);

export function isGroup(name: string): boolean {
  return group.test(name);
}

/** 各业务科室, 全体干部: nobody's place of work. */
export function isCollective(name: string): boolean {
  return collective.test(name);
}

export function endsLikeUnit(name: string): boolean {
  return unitEnd.test(name);
}

/** 局长, 同志: a post without anybody's office or name. */
export function isBarePost(word: string): boolean {
  return word.length <= longestWord && bare.test(word);
}

/** 住建局副局长, 司法所长, 局长: a post, and nobody's name. */
export function isPost(word: string): boolean {
  if (word.length > longestWord) return false;
  return (bare.test(word) || ending.test(word)) && surnameWithTitle(word) === null && partPost(word).post === null;
}

const peopleOnDuty = /(?:管理|值班|当班|在岗|操作|作业)人员$|^当事人$/;
/** 局长, 机关党委书记, 总务主任: an office, and nobody's name. Groups (各科室负责人, 分管领导) are meant as they are. */
export function isOfficeAlone(name: string): boolean {
  return !collective.test(name) && ((isPost(name) && ending.test(name)) || peopleOnDuty.test(name));
}

const nameAlone = new RegExp(`^${commonName}$`);
/** What begins like the rest of 科室, 镇街, 村居, 股长 aside, or tells what somebody has to do. */
const noName =
  /^(?:[局科股室队站所组镇乡街村居院校部处委会](?!长)|中心|社区|单位)|牵头|配合|落实|[协主承会]办(?!人)|主责|协[助同]|参与|(?:责任|负责)(?!人)/;

/** 室配合, 街配合, 抓落实: a piece of a unit's words or a duty, as short as a name and nobody's. */
export function isPieceOfUnit(word: string): boolean {
  return word.length <= 4 && noName.test(word) && !isPost(word) && !bare.test(word);
}

/** Two to four signs that begin with a surname and end like no unit: no field of work either. */
export function looksLikeName(text: string): boolean {
  return nameAlone.test(text) && !endsLikeUnit(text) && !fieldOfWork.test(text) && !noName.test(text);
}

export interface SurnameWithTitle {
  readonly surname: string;
  readonly title: string;
}

/** 陆局, 王主任: somebody known by surname and office alone; null for a full name or an office without anybody's. */
export function surnameWithTitle(name: string): SurnameWithTitle | null {
  const [, common, title, scarce, post] = spoken.exec(name) ?? [];
  const surname = common ?? scarce;
  return surname === undefined ? null : { surname, title: (title ?? post)! };
}

/** 小仲, 老季, 阿强, 王姐: how somebody is called; the full name is wanting. */
export function isNickname(name: string): boolean {
  return nickname.test(name) && !endsLikeUnit(name);
}

/** The name alone, and the unit or post written onto it; null where there is none, or nobody's name beside it. */
export function partPost(word: string): { name: string; post: string | null } {
  if (word.length > longestWord || spoken.test(word)) return { name: word, post: null };
  const before = (group.test(word) ? leadingInGroup : leading).exec(word)?.[0] ?? leadingUnitOf(word);
  if (before && !ending.test(word.slice(before.length))) return { name: word.slice(before.length), post: before };
  const name = trailing.exec(word)?.[1];
  // 街道办主任 is whoever holds the office, 陈副区长 is known by the surname alone.
  if (name && !endsLikeUnit(name) && !name.endsWith('副') && !fieldOfWork.test(name))
    return { name, post: word.slice(name.length) };
  return { name: word, post: null };
}

/** 住建局副局长 → 住建局. */
export function unitOfPost(posted: string): string {
  return posted.length > longestWord ? posted : posted.replace(postsAtEnd, '');
}

/** 区应急局危化科张伟: begins like a group, and names one office and one person in it. */
const officeBefore = new RegExp(`^${han}{2,12}?(?:科|股|室|大队|中队|支队)(?=${commonName}$)`);

function leadingUnitOf(word: string): string | undefined {
  const before = (group.test(word) ? officeBefore : leadingUnit).exec(word)?.[0];
  return before !== undefined && group.test(word) && !looksLikeName(word.slice(before.length)) ? undefined : before;
}
