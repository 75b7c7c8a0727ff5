/** Kinds of offices whose names people shorten; names of places and firms are proper names and never are. */
const kinds: readonly (readonly [written: RegExp, kind: string])[] = [
  [/委员会$|委$/, '委'],
  [/办公室$|办事处$|办$/, '办'],
  [/(?:大队|支队|中队|总队)$/, '队'],
  [/中心$/, '中心'],
  [/[局科处股室站所队厅]$/, ''],
];
const area = '(?:自治区|自治州|自治县|新区|开发区|[省市区县州旗])';
/** 云栖区, 区, 市: in front of an office's name. What is left must still be a name: 市监局 begins with its own 市. */
const areaBefore = new RegExp(`^(?:[\\u4e00-\\u9fa5]{2,5}?${area}|[省市区县州旗])(?=[\\u4e00-\\u9fa5]{3,}$)`);
const areaLevel = /[省市区县州旗]$/;
/** 北街街道 of 北街街道安监办: a place whose offices bear its name. */
const placeBefore = /^[\u4e00-\u9fff]{1,5}?(?:街道|镇|乡|社区|村)(?=[\u4e00-\u9fff]{2,})/;
/** The office of the place itself. */
const ownOffice = /^(?:办事处|(?:人民)?政府|[村居民]{0,2}委员?会)$/;
/** What offices of a place do, where the place is named by its first signs alone: 石桥派出所. */
const ownWork =
  /(?:派出|司法|财政|国土|自然资源|税务|市场监管|安监|应急|综治|党政|经发|环保|城管|执法|信访|武装|民政|卫健|农业)(?=(?:所|站|室|办|办公室|办事处|中心|大?队|中队)$)/;
/** 科 alone, or 一科, is short for nothing. */
const leastStem = 2;

interface OfficeName {
  /** Without the area. */
  core: string;
  /** 省, 市, 区 …; null where none is named. */
  level: string | null;
  /** 云栖区, 区; null where none is named. */
  area: string | null;
}

/**
 * True where one name is short for the other: 区住建局 for 云栖区住房和城乡建设局. Its characters come in order out of the full
 * name, it begins with the same one, ends with the same kind of office and names no other level of area.
 */
export function isShortUnitName(short: string, full: string): boolean {
  return waysToRead(short).some((one) =>
    waysToRead(full).some((other) => isShortFor(one, other) || lacksArea(one, other)),
  );
}

/** Two names of which one is short for the other share one of these: how they begin without their area, and what kind they are. */
export function shortUnitKeys(name: string): string[] {
  return waysToRead(name).flatMap(({ core }) => {
    const kind = kindOf(core);
    return kind === null ? [] : `${core[0]}${kind}`;
  });
}

/**
 * 法规科 for 政策法规科, 指挥中心 for 应急指挥中心: like a short name but for its beginning. Of one office alone it may be meant,
 * which is for a person to say.
 */
export function mayBeShortUnitName(short: string, full: string): boolean {
  return waysToRead(short).some(({ core }) => {
    const kind = kindOf(core);
    if (kind === null || stemOf(core).length < leastStem || core.length >= full.length) return false;
    return kind === kindOf(full) && comesInOrder(core, full) && tellsWork(core, full);
  });
}

/** 区应急管理局, 应急管理局 for 青屏区应急管理局: whole but for the name of the area. */
function lacksArea(short: OfficeName, full: OfficeName): boolean {
  if (short.core !== full.core || full.area === null || kindOf(short.core) === null) return false;
  return short.area === null || (short.area.length === 1 && full.area.endsWith(short.area) && full.area !== short.area);
}

function isShortFor(short: OfficeName, full: OfficeName): boolean {
  if (short.core.length >= full.core.length || short.core[0] !== full.core[0]) return false;
  if (short.level !== null && full.level !== null && short.level !== full.level) return false;
  const kind = kindOf(short.core);
  if (kind === null || kind !== kindOf(full.core)) return false;
  return (
    stemOf(short.core).length >= leastStem && comesInOrder(short.core, full.core) && tellsWork(short.core, full.core)
  );
}

/** 北街街道办 and 石桥所 name a place: which of its offices is meant they do not say, so they are short for none of them. */
function tellsWork(short: string, full: string): boolean {
  const place = placeBefore.exec(full)?.[0] ?? '';
  const office = full.slice(place.length);
  if (place !== '' && ownOffice.test(office)) return true;
  const work = place === '' ? ownWork.exec(office)?.[0] : kindOf(office) === null ? undefined : stemOf(office);
  if (!work || short.startsWith(work[0]!)) return true;
  const told = stemOf(short).slice(1);
  return [...work].some((sign) => told.includes(sign));
}

/** As written, and without the area before it: 市监局 is 市场监督管理局, 市教育局 is the 教育局 of a city. */
function waysToRead(name: string): OfficeName[] {
  const plain = name.normalize('NFKC').replace(/\s+/g, '');
  const before = areaBefore.exec(plain)?.[0];
  // 北街街道 is its 办事处.
  const named = plain.endsWith('街道') ? [{ core: `${plain}办事处`, level: null, area: null }] : [];
  const whole = { core: plain, level: null, area: null };
  return before
    ? [whole, ...named, { core: plain.slice(before.length), level: areaLevel.exec(before)![0], area: before }]
    : [whole, ...named];
}

function kindOf(name: string): string | null {
  for (const [written, kind] of kinds) if (written.test(name)) return kind || name.at(-1)!;
  return null;
}

function stemOf(name: string): string {
  const written = kinds.find(([pattern]) => pattern.test(name))![0];
  return name.replace(written, '');
}

function comesInOrder(short: string, full: string): boolean {
  let at = 0;
  for (const sign of full) if (sign === short[at]) at += 1;
  return at === short.length;
}
