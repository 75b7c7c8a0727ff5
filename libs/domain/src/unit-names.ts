import { readablePart, withoutNumbering } from './readable-text.js';

/** The units of one cell: who leads, who helps, all in the order written. */
export interface UnitNames {
  readonly lead: string | null;
  readonly support: readonly string[];
  readonly names: readonly string[];
}

type UnitRole = 'lead' | 'support' | null;

interface Piece {
  readonly name: string;
  role: UnitRole;
}

const leadWord = '(?:总牵头|牵头|主责|主办|承办|负责)';
const supportWord = '(?:配合|协办|会办|协助|协同|参与|参加|会同|共同)';
const unitWord = '(?:单位|部门|科室|股室|处室|镇办)?';
/** 牵头单位：, 配合： in front of names. */
const label = new RegExp(`^(?:(${leadWord})|(${supportWord})|责任|整改|所属)${unitWord}[:：为]`);
/** A（牵头）: the mark counts for this name alone. */
const bracketMark = new RegExp(`[（(](?:(${leadWord})|(${supportWord}))${unitWord}[）)]`);
/** B、C配合: the mark counts for the names before it, back to the last mark. */
const trailingMark = new RegExp(`(?:(${leadWord})|(${supportWord}))(?:落实|办理|整改|实施)?$`);
/** A（B、C配合）: the bracket names the helpers. */
const helpersInBracket = new RegExp(`[（(]([^（）()]*?)${supportWord}[）)]`, 'g');

/** A（B具体落实）: B does the work for A. */
const workerInBracket =
  /[（(]([^（）()]{2,}?(?:局|科|室|办|处|队|站|所|中心|公司|集团|企业|镇|乡|街道|村|社区))(?:具体|负责|直接)+(?:落实|实施|办理|承办|施工|整改|负责)?[)）]/g;
/** A（指导）: what A has to do is no part of its name. */
const dutyInBracket =
  /[（(](?:具体|分头|负责|统筹|直接|全程)*(?:落实|实施|办理|协调|指导|督办|督促|审核|把关|属地|主体责任|负责|监管|跟进|跟踪)[)）]/g;

/** No name of a unit is longer. */
const longestName = 60;
/** What a unit's name ends with; names joined by 和 are parted only between two of these. */
const unitEnd =
  '(?:局|科|室|办|委|厅|处|部|院|队|站|所|组|中心|镇|乡|街道|公司|集团|企业|学校|协会|银行|社区|村|经开区|开发区|管委会|委员会|办公室|办事处)';
/** 办公室和法规科: two names. */
const joined = new RegExp(`(?<=${unitEnd})(?:以及|及|和|与)(?=.+${unitEnd}$)`);
/** Ends of names that are none by themselves, behind a line break or a space inside a name. */
const bareEnd = /^(?:局|科|室|办|委|处|部|队|站|所|组|中心|大队|支队|中队)$/;
/** 各镇、街道 is one group; 街道 alone would be nobody. */
const groupTail = /^(?:乡|街道|街道办|街道办事处|办事处|部门|单位|有关部门|有关单位|村|社区|村居|企业|园区)$/;
/** 危化科（责任人：张三）: who stands in the bracket is a person. */
const personInBracket = /[（(](?:责任人|负责人|承办人|经办人|联系人|联络员)[:：][^（）()]*[)）]/g;
const nobody = /^[\s/\\—–\-－无、.。]*$/;

/**
 * Parts a unit cell. The first name leads unless a mark says otherwise; collective names (各业务科室, 各镇办) stay as they are
 * and are not expanded. Names keep the cell's own characters, without inner spaces.
 */
export function readUnitNames(text: string): UnitNames {
  if (nobody.test(text)) return { lead: null, support: [], names: [] };
  const pieces = withoutNumbering(readablePart(text))
    .replace(personInBracket, '')
    .replace(/[\r\n]\s*/g, '\n')
    .replace(helpersInBracket, '；$1配合；')
    .replace(workerInBracket, '；$1配合；')
    .replace(dutyInBracket, '')
    .split(/[;；。]|\n(?=[^\s]{2,6}[:：])/)
    .flatMap(readGroup);
  const names = [...new Set(pieces.map((piece) => piece.name))];
  const marked = pieces.find((piece) => piece.role === 'lead');
  const lead = marked ?? pieces.find((piece) => piece.role === null) ?? null;
  return { lead: lead?.name ?? null, support: names.filter((name) => name !== lead?.name), names };
}

/** One statement: names whose marks do not reach beyond it. */
function readGroup(group: string): Piece[] {
  const pieces: Piece[] = [];
  let unmarkedFrom = 0;
  let labelled: UnitRole = null;
  for (const written of joinBroken(group.split(/([、，,/／|｜+＋&]|\s+)/))) {
    const { name, role, reaches, opens } = readPiece(written);
    if (opens) {
      labelled = opens;
      unmarkedFrom = pieces.length;
    }
    if (name !== '') pieces.push({ name, role: role ?? labelled });
    if (reaches) {
      for (const piece of pieces.slice(unmarkedFrom)) piece.role ??= role;
      unmarkedFrom = pieces.length;
    }
  }
  return pieces;
}

function readPiece(written: string): { name: string; role: UnitRole; reaches: boolean; opens: UnitRole } {
  const named = label.exec(written);
  const opens: UnitRole = named?.[1] ? 'lead' : named?.[2] ? 'support' : null;
  const unlabelled = written.slice(named?.[0].length ?? 0);
  const own = bracketMark.exec(unlabelled);
  const bare = own ? unlabelled.replace(own[0], '') : unlabelled;
  const trailing = trailingMark.exec(bare);
  const role = roleOf(own) ?? roleOf(trailing);
  const name = (trailing ? bare.slice(0, trailing.index) : bare)
    .replace(/^(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|由|以及|及|和|与|同)/, '')
    .replace(/等(?:单位|部门|科室|有关单位|相关单位|相关部门|有关部门|有关科室|相关科室)?$/, '')
    .replace(/[:：]$/, '')
    .trim();
  return { name, role, reaches: trailing !== null, opens };
}

function roleOf(match: RegExpExecArray | null): UnitRole {
  return match ? (match[1] ? 'lead' : 'support') : null;
}

/** Puts together again what a space or a line break inside one name has parted; parts what 和 joins. */
function joinBroken(parts: readonly string[]): string[] {
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const part = parts[at]!;
    const separator = parts[at - 1] ?? '';
    if (part === '') continue;
    const previous = names.at(-1);
    const isSpace = separator !== '' && separator.trim() === '';
    const belongsToPrevious =
      previous !== undefined &&
      ((isSpace && (bareEnd.test(part) || [...part].length === 1 || [...previous].length === 1)) ||
        (isSpace && /[:：]$/.test(previous)) ||
        (previous.startsWith('各') && groupTail.test(part)));
    if (belongsToPrevious) names[names.length - 1] = previous + (isSpace ? '' : separator) + part;
    else names.push(part);
  }
  return names.flatMap((name) => (name.length > longestName ? [name] : name.split(joined)));
}
