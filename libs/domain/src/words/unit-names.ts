import { namesNobody } from './nobody-words.js';
import { endsLikeUnit, isCollective } from './person-posts.js';
import { readablePart, withoutNumbering } from './readable-text.js';
import { usualWriting, withoutSigns } from './unit-writings.js';

/** The units of one cell: who leads, who helps, all in the order written. */
export interface UnitNames {
  readonly lead: string | null;
  readonly support: readonly string[];
  readonly names: readonly string[];
  /** All that are marked to lead. */
  readonly leads: readonly string[];
  /** 等5个部门: more units than are named. */
  readonly more: string | null;
  /** 双牵头, or several marked to lead. */
  readonly severalLead: boolean;
  /** 宣教科、各村居配合: the mark stands behind the last alone, so the first was taken to lead. */
  readonly leadAssumed: boolean;
  /** 办公室或法规科: the first of each, which stands for both. */
  readonly either: readonly string[];
  /** 属地镇, 有关村: no unit by name. Several of a sort are among the names that help, the rest among none. */
  readonly unnamed: readonly string[];
  /** 县发改局（储备中心）: a unit and the part of it that acts, as one name. */
  readonly withPart: readonly string[];
  /** （已转）: what brackets say that is neither a unit nor a mark. */
  readonly remarks: readonly string[];
}

type UnitRole = 'lead' | 'support' | null;

interface Piece {
  readonly name: string;
  role: UnitRole;
  /** Another one was written beside it with 或. */
  readonly isEither: boolean;
  /** Its role is told behind a later name only. */
  isReached?: true;
}

const leadWord = '(?:(?:共同|联合|并列|总|第一|双)?(?:牵头|主责|主办|承办|负责)|为主)';
const supportWord = '(?:(?:共同|联合|积极)?(?:配合|协办|会办|协助|协同|参与|参加|指导|督导)|会同|共同)';
const unitWord = '(?:单位|部门|科室|股室|处室|镇办)?';
/** 牵头单位：, 配合： in front of names. */
const label = new RegExp(`^(?:(${leadWord}|主|牵)|(${supportWord}|配|协)|责任|整改|所属)${unitWord}[:：为]`);
/** A（牵头）: the mark counts for this name alone. */
const bracketMark = new RegExp(`[（(【[](?:(${leadWord}|主|牵)|(${supportWord}|配|协|辅))${unitWord}[）)】\\]]`);
/** B、C配合: the mark counts for the names before it, back to the last mark. */
const trailingMark = new RegExp(
  `(?:((?:具体|全面|统一)?(?:${leadWord}|主抓|统筹)(?:负责|牵头|组织|抓总|协调|统筹|推进)*)|` +
    `((?:负责|协同|协助)*(?:${supportWord}|督促|督办)))(?:落实|办理|整改|实施)*$`,
);
const sharedLead = /(?:共同|联合|并列|双)(?:牵头|主责|主办)/;
/** 办公室、法规科共同配合: said of all alike. */
const together = /(?:共同|联合|均|都).{2}$/;
/** A（B、C配合）: the bracket names the helpers; A（配合） helps itself. */
const helpersInBracket = new RegExp(`[（(](?!${supportWord}[）)])([^（）()]+?)${supportWord}[）)]`, 'g');

/** A（配合：B、C）, A（会同B） */
const labelledHelpers = new RegExp(
  `\\s*[（(](?:${supportWord}${unitWord}[:：]|会同|联合(?!会)|协同)([^（）()]+)[）)]`,
  'g',
);

/** A（B具体落实）: B does the work for A. */
const workerInBracket =
  /[（(]([^（）()]{2,}?(?:局|科|室|办|处|队|站|所|中心|公司|集团|企业|镇|乡|街道|村|社区))(?:具体|负责|直接)+(?:落实|实施|办理|承办|施工|整改|负责)?[)）]/g;
/** A（指导）: what A has to do is no part of its name. */
const dutyInBracket =
  /[（(](?:具体|分头|负责|统筹|直接|全程|第一|主体)*(?:责任(?:单位|部门|主体)?|主体|落实|实施|办理|协调|指导|督办|督促|审核|把关|属地|主体责任|负责|监管|跟进|跟踪)[)）]/g;

/** No name of a unit is longer. */
const longestName = 60;
/** What a unit's name ends with; names joined by 和 are parted only between two of these. */
const unitEnd =
  '(?:局|科|室|办|委|厅|处|部|院|队|站|所|组|中心|镇|乡|街道|公司|集团|企业|学校|协会|银行|社区|村|经开区|开发区|管委会|委员会|办公室|办事处)';
/** 按职责分工负责: of all alike, no mark. */
const byDuties =
  /(?<=[\u4e00-\u9fff])(?:分工负责|各负其责)|按照?(?:各自)?(?:的)?(?:职责|职能|分工|权限)+(?:分工)?(?:负责|落实|配合|实施)?/g;
/** 住建局会同城管局, 住建局 会 城管局: A leads, B helps. */
const joiningHelper = new RegExp(`(?<=${unitEnd})(?:会同|联合|协同|同|\\s+会\\s+)(?=[^、，,;；\\s]*${unitEnd})`, 'g');
/** 会同住建局: named after whom it helps. */
const helperInFront = /^(?:会同|协同)/;
/** 城管局抓好落实: what it has to do. */
const doing = new RegExp(`(?<=${unitEnd})(?:具体|抓好)*(?:落实|办理|整改|实施)$`);
/** 办公室和法规科: two names. */
const joined = new RegExp(`(?<=${unitEnd})(?:以及|及|和|与)(?=.+${unitEnd}$|(?:各|有关|相关).{1,4}$)`);
/** 办公室或法规科: nobody has settled which. */
const either = new RegExp(`^(.*?${unitEnd})或者?.*${unitEnd}$`);
const bracketed = /[（(【[]([^（()）】\]]*)[)）】\]]/g;
const han = /[\u4e00-\u9fff]/;
/** 属地镇（街道）, 相关科室, 项目所在乡镇: by what they have to do with the matter, not by name. */
const noUnit =
  /^(?:各(?=有关|相关)|项目|隐患|问题|企业)?(?:(?:本|我)(?=[单局科部镇街委所站公企])局?|以上各?|上述各?|前述|对口|相应|分管|(?:施工|建设|监理|产权|业主|使用|经营|运营|设计|勘察|牵头|被检查|受检|存在问题)(?=单位|部门|企业|科室)|业务(?=科室|部门)|(?:委托)?第三方(?:服务|专业|检测)?(?:机构|公司)?|物业(?:服务|管理)?(?:公司)?|属地|所在地?|辖区|当地|事发地?|相关|有关|涉及|涉事|责任|对应|其他)(?:管理|主管|职能|业务|责任|乡|镇|街道|街|办|村|社区|居|园区|县|市|区|单位|部门|科室|处室|股室|企业|学校|人民|政府|党委|[（(、)）])*$/;
/** 有关村, 第三方服务机构, 物业公司: nobody by name, and somebody all the same, who helps. */
const ofASort = /^各?(?:有关|相关)|^(?:委托)?第三方|^物业/;
/** 企业主体, 企业自身: whichever it is. */
const itself = /^企业(?:主体|自身|方)?$/;
/** What acts inside a unit; 局 and 镇 in brackets are units of their own rank. */
const partInBracket =
  /^(?!各).*(?:局|委|办|厅|政府|公司|集团|院|中心|镇|乡|街道)[（(][^（()）、]{2,12}(?:中心|科|股|室|站|所|队|处|组|部)[）)]$/;
/** Stands for 、 inside brackets, where it parts no names. */
const innerComma = '\uE000';
/** Ends of names that are none by themselves, behind a line break or a space inside a name. */
const bareEnd = /^(?:局|科|室|办|委|处|部|队|站|所|组|中心|大队|支队|中队)$/;
/** 各镇、街道 is one group; 街道 alone would be nobody. */
const groupTail = /^(?:乡|街道|街道办|街道办事处|办事处|部门|单位|有关部门|有关单位|村|社区|村居|企业|园区)$/;
const blank = /^[\s/\\—–\-－无、.。?？…]*$/;
const others =
  /等(?:\d+|[一二两三四五六七八九十]+)?(?:个|家)?(?:(?:有关|相关|成员|职能|责任)*(?:单位|部门|科室|镇街|镇办|乡镇|镇|乡|街道|村|社区|企业|学校)|$)$/;
/** 3人 */
const headcount = /^\d+[人名]$/;

/**
 * Parts a unit cell. The first name leads unless a mark says otherwise; collective names (各业务科室, 各镇办) stay as they are
 * and are not expanded. Names keep the cell's own characters, without inner spaces.
 */
export function readUnitNames(text: string): UnitNames {
  if (blank.test(text) || namesNobody(text.trim())) return none;
  const remarks: string[] = [];
  const joinedOverLines: string[] = [];
  const read = withoutNumbering(usualWriting(readablePart(text)))
    .replace(byDuties, '')
    .replace(/[\r\n]\s*/g, '\n')
    .replace(labelledHelpers, '；配合：$1；')
    .replace(helpersInBracket, '；$1配合；')
    .replace(workerInBracket, '；$1配合；')
    .replace(dutyInBracket, '')
    .replace(bracketed, (whole: string, inner: string, at: number, all: string) =>
      readBracket(whole, inner, han.test(all[at + whole.length] ?? ''), remarks),
    )
    .replace(joiningHelper, '；配合：')
    .split(/[;；。]|\n(?=[^\s]{2,6}[:：])/)
    .flatMap((group) => readGroup(group, remarks, joinedOverLines));
  const unnamed = read.filter(({ name }) => namesNoUnit(name)).map(({ name }) => name);
  const pieces = read.filter(({ name }) => !unnamed.includes(name) || ofASort.test(name));
  const opensLead = read.find(({ role }) => role === 'lead');
  const names = [...new Set(pieces.map((piece) => piece.name))];
  const mayLead = pieces.filter(({ name }) => !unnamed.includes(name));
  const marked = mayLead.find((piece) => piece.role === 'lead');
  const told = marked ?? (opensLead ? null : mayLead.find((piece) => piece.role === null)) ?? null;
  const [first] = mayLead;
  const leadAssumed = told === null && !opensLead && first?.isReached === true && !isCollective(first.name);
  const lead = leadAssumed ? first! : told;
  const leads = [...new Set(mayLead.flatMap(({ name, role }) => (role === 'lead' ? name : [])))];
  return {
    lead: lead?.name ?? null,
    support: names.filter((name) => name !== lead?.name),
    names,
    leads,
    more: others.test(text.trim()) ? text.trim() : null,
    severalLead: leads.length > 1 || (lead !== null && sharedLead.test(text)),
    leadAssumed,
    either: pieces.filter(({ isEither }) => isEither).map(({ name }) => name),
    unnamed,
    withPart: names.filter((name) => partInBracket.test(name) || joinedOverLines.includes(name)),
    remarks,
  };
}

const none: UnitNames = {
  lead: null,
  support: [],
  names: [],
  leads: [],
  more: null,
  severalLead: false,
  leadAssumed: false,
  either: [],
  unnamed: [],
  withPart: [],
  remarks: [],
};

function namesNoUnit(name: string): boolean {
  return noUnit.test(name) || itself.test(name) || namesNobody(name);
}

/** A mark or units stay, and part nothing; what else a bracket says is set aside, but within a name: 华强（天津）公司. */
function readBracket(whole: string, said: string, isWithin: boolean, remarks: string[]): string {
  const words = said.split(/[\s、，,;；。/／]+/).filter(Boolean);
  const mark = words.find((word) => bracketMark.test(`（${word}）`));
  if (mark !== undefined) {
    remarks.push(...words.filter((word) => word !== mark));
    return `（${mark}）`;
  }
  if (words.every((word) => endsLikeUnit(word) || groupTail.test(word)))
    return words.length < 2 ? whole : `（${words.join(innerComma)}）`;
  if (isWithin && words.length === 1) return whole;
  remarks.push(said.trim());
  return '';
}

/** One statement: names whose marks do not reach beyond it. */
function readGroup(group: string, remarks: string[], joinedOverLines: string[]): Piece[] {
  const pieces: Piece[] = [];
  let unmarkedFrom = 0;
  let labelled: UnitRole = null;
  for (const written of joinBroken(group.split(/([、，,/／|｜+＋&]|\s+)/), joinedOverLines)) {
    const { name: signed, role, reaches, opens, isEither, isDone } = readPiece(written);
    const name = withoutSigns(signed);
    if (name !== signed && name !== '') remarks.push(signed.replace(name, ''));
    if (opens !== undefined) {
      labelled = opens;
      unmarkedFrom = pieces.length;
    }
    if (name !== '' && !headcount.test(name)) pieces.push({ name, role: role ?? labelled, isEither });
    if (reaches) {
      for (const piece of pieces.slice(unmarkedFrom)) {
        if (piece.role === null && role === 'support' && !together.test(written)) piece.isReached = true;
        piece.role ??= role;
      }
      unmarkedFrom = pieces.length;
    } else if (isDone) unmarkedFrom = pieces.length;
  }
  return pieces;
}

/**
 * `opens`: what the label in front says of all behind it; undefined without one. `isDone`: what it has to do is told, so that
 * no mark behind the next name reaches back to it.
 */
function readPiece(written: string): Piece & { reaches: boolean; isDone: boolean; opens: UnitRole | undefined } {
  const named = label.exec(written);
  const opens = named === null ? undefined : roleOf(named);
  const unlabelled = written.slice(named?.[0].length ?? 0);
  const own = bracketMark.exec(unlabelled);
  const bare = own ? unlabelled.replace(own[0], '') : unlabelled;
  const trailing = trailingMark.exec(bare);
  const role = roleOf(own) ?? roleOf(trailing) ?? (helperInFront.test(bare) ? 'support' : null);
  const name = (trailing ? bare.slice(0, trailing.index) : bare)
    .replace(/^(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|交?由|请|责成|会同|协同|以及|以(?!上)|及|和|与|同)/, '')
    .replace(others, '')
    .replace(doing, '')
    .replace(/[:：-]$/, '')
    .replaceAll(innerComma, '、')
    .trim();
  const isDone = doing.test(bare);
  const first = either.exec(name)?.[1];
  const reaches = trailing !== null || (own !== null && sharedLead.test(own[0]));
  return { name: first ?? name, role, reaches, isDone, opens, isEither: first !== undefined };
}

function roleOf(match: RegExpExecArray | null): UnitRole {
  return match?.[1] ? 'lead' : match?.[2] ? 'support' : null;
}

const ended = new RegExp(`(?:${unitEnd}|政府|部门|单位)(?<!城乡)$`);

/** 区住房城乡⏎建设局: a line too long to be a short name, ended like no unit, and one below that is. */
function goesOnBelow(above: string, below: string): boolean {
  const isPart = /^[区县市省州][\u4e00-\u9fff]{2}|^[\u4e00-\u9fff]{4}/.test(above) && !/[）)：:]$/.test(above);
  return (
    isPart && !ended.test(above) && ended.test(below) && !/^[区县市省州各]/.test(below) && !trailingMark.test(above)
  );
}

/** Puts together again what a space or a line break inside one name has parted; parts what 和 joins. */
function joinBroken(parts: readonly string[], joinedOverLines: string[]): string[] {
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const part = parts[at]!;
    const separator = parts[at - 1] ?? '';
    if (part === '') continue;
    const previous = names.at(-1);
    const isSpace = separator !== '' && separator.trim() === '';
    const goesOn = previous !== undefined && separator.includes('\n') && goesOnBelow(previous, part);
    const belongsToPrevious =
      previous !== undefined &&
      (goesOn ||
        (isSpace && /^[（(]/.test(part)) ||
        (isSpace && (bareEnd.test(part) || [...part].length === 1 || [...previous].length === 1)) ||
        (isSpace && /[:：]$/.test(previous)) ||
        (previous.startsWith('各') && groupTail.test(part)));
    if (belongsToPrevious) names[names.length - 1] = previous + (isSpace ? '' : separator) + part;
    if (goesOn) joinedOverLines.push(names.at(-1)!);
    if (belongsToPrevious) continue;
    names.push(part);
  }
  return names.flatMap((name) => (name.length > longestName ? [name] : name.split(joined)));
}
